using System.Globalization;
using System.Text.RegularExpressions;

namespace CareBot.Knowledge.Gaps;

/// <summary>What a draft tells its editor, in the language that the article is to be written in.</summary>
internal static partial class DraftWords
{
    /// <summary>The confidence from which an article is on the same subject, so that it may be the one to complete.</summary>
    private const double NearFrom = 0.1;

    public static string Body(Gap gap) => gap.Group.Language == Language.Italian ? Italian(gap) : English(gap);

    private static string Italian(Gap gap) =>
        $"""
        **Bozza da completare.** Domanda rimasta senza una risposta utile in {Count(gap.Contacts, "contatto", "contatti")}.

        Che cosa scrivere al posto di questo testo:

        1. Nella prima frase, la risposta.
        2. Condizioni, costi e tempi, con le cifre in vigore.
        3. Che cosa deve fare il cliente, un passaggio per riga.
        4. A chi rivolgersi se la risposta non basta.

        {(gap.Nearest is { Confidence: >= NearFrom } nearest
            ? $"Articolo più vicino: `{nearest.Article}`, {Title(nearest)}. {ItalianWhy(gap.Why)} Valutare se conviene completare quello."
            : "Nessun articolo della libreria si avvicina a questa domanda.")}

        Prima di pubblicare: rivedere il titolo, togliere da `questions` le formulazioni che chiedono altro, indicare `topic` e
        `owner`, preparare la versione inglese e impostare `status: published`.

        """;

    private static string English(Gap gap) =>
        $"""
        **Draft to be written.** This was asked without a useful answer in {Count(gap.Contacts, "contact", "contacts")}.

        What to write in place of this text:

        1. In the first sentence, the answer.
        2. Conditions, costs and times, with the figures in force.
        3. What the customer has to do, one step a line.
        4. Whom to turn to if that is not enough.

        {(gap.Nearest is { Confidence: >= NearFrom } nearest
            ? $"Nearest article: `{nearest.Article}`, {Title(nearest)}. {EnglishWhy(gap.Why)} Consider completing that one instead."
            : "No article of the library comes near this question.")}

        Before you publish: look over the title, take out of `questions` what asks for something else, name `topic` and `owner`,
        write the Italian version and set `status: published`.

        """;

    private static string ItalianWhy(WhyLost why) => why switch
    {
        WhyLost.DidNotHelp unhelpful => $"È stato mostrato, ma non è stato utile ({Count(unhelpful.Times, "volta", "volte")}).",
        WhyLost.AgentsFoundIt found => $"Gli operatori hanno risposto con `{found.Article}` ({Count(found.Times, "volta", "volte")}).",
        WhyLost.TooClose close => $"Si confonde con `{close.Rival}`.",
        WhyLost.AnswersNow => "Con la libreria attuale risponde.",
        _ => "Non è abbastanza pertinente da essere mostrato.",
    };

    private static string EnglishWhy(WhyLost why) => why switch
    {
        WhyLost.DidNotHelp unhelpful => $"It was shown and did not help ({Count(unhelpful.Times, "time", "times")}).",
        WhyLost.AgentsFoundIt found => $"Agents answered with `{found.Article}` ({Count(found.Times, "time", "times")}).",
        WhyLost.TooClose close => $"It is mistaken for `{close.Rival}`.",
        WhyLost.AnswersNow => "With the library as it is now, it answers.",
        _ => "It is not near enough to be shown.",
    };

    /// <summary>A title is plain text: no sign in it may become mark-up.</summary>
    private static string Title(NearestArticle nearest) => $"«{Markup().Replace(nearest.Title, @"\$0")}»";

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    [GeneratedRegex(@"[\\*_\[\]<>`#&!|]")]
    private static partial Regex Markup();
}
