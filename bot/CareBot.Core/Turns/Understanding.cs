using System.Text.RegularExpressions;

namespace CareBot.Turns;

/// <summary>The few meanings that are recognised without the library: they must work always, in both languages.</summary>
/// <remarks>Both languages are tried whatever the conversation's: a customer may ask for an "operatore" in an English chat.</remarks>
public static partial class Understanding
{
    /// <summary>The words beyond which a message is no longer a bare request such as "operatore per favore".</summary>
    private const int BareWordsMax = 7;

    private static readonly char[] SentenceEnds = ['.', '!', '?', ';', ',', '\n'];

    /// <summary>The characters by which keys struck at random are told: who goes on longer does not begin otherwise.</summary>
    private const int StruckMax = 100;

    /// <summary>Whether the customer asks for a person, in Italian or English.</summary>
    /// <remarks>
    /// A bare word is enough ("operatore", "human please"); in longer text a wish must stand before the person
    /// ("vorrei parlare con qualcuno"), so that "the person at the door" or "non voglio un operatore" is no request.
    /// </remarks>
    public static bool AsksForPerson(string text)
    {
        // Only what is refused is taken out: "non voglio un bot, voglio un operatore" is a wish all the same.
        var words = Refused().Replace(PlainWords.Of(text), " ");
        return Wish().IsMatch(words) || Support().IsMatch(words) || Bare(words) || text.Split(SentenceEnds).Any(part => Bare(Refused().Replace(PlainWords.Of(part), " ")));
    }

    private static bool Bare(string words) =>
        words.Length > 0 && words.Count(c => c == ' ') < BareWordsMax && BareRequest().IsMatch(words);

    /// <summary>A number from 1 to 5, bare or as "4 stars", or null: a rating, or a place in a list of choices.</summary>
    internal static int? Number(string text)
    {
        var match = Score().Match(PlainWords.Of(text));
        return match.Success ? match.Groups[1].Value[0] - '0' : null;
    }

    /// <summary>Whether no word of the message can be one: keys struck at random.</summary>
    /// <remarks>For what the library does not know only: a code or an abbreviation may look the same.</remarks>
    public static bool IsGibberish(string text) =>
        PlainWords.Of(text.Length <= StruckMax ? text : text[..StruckMax]).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, ..] words && words.All(word => Struck().IsMatch(word));

    private const string Who =
        @"(?:operatore|operatrice|operatori|persona|persone|umano|umana|essere umano|assistenza umana|uno vero|una vera|supervisore|consulente|addett[oa]|collega|colleghi|agente|responsabile|qualcuno|servizio clienti|"
        + @"human|humans|human being|person|people|agent|agents|operator|representative|rep|someone|somebody|advis[oe]r|colleague|assistant manager|manager|customer (?:service|care|support)|staff|supervisor|live chat|real one)";

    private const string Wanting =
        @"(?:parlare|parlo|parlarci|parlarne|chattare|passami|passatemi|mi passi|mi passa|mi passate|passare|voglio|vorrei|chiamami|chiamatemi|chiamare|chiami|contattare|contatto|mettimi|mettetemi|metta|serve|servirebbe|dammi|datemi|cerco|"
        + @"posso avere|potrei avere|ho bisogno|bisogno|preferisco|talk|speak|chat|connect|transfer|want|wanna|need|get|put me|give me|call|contact|like|reach|prefer|let me)";

    /// <summary>What may stand between the wish and the person; anything else makes it a sentence about something else.</summary>
    private const string Between =
        @"(?: (?:a|al|an|un|una|uno|l|il|la|lo|the|with|con|to|di|da|in|contatto|per|favore|please|some|qualche|your|vostro|vostra|vostri|real|live|actual|vero|vera|subito|ora|adesso|through|of|from|speak|talk|parlare|parlarne|parlarci|poter|poterne|fare|be|put|via|direttamente|directly|altro|altra|another|different|solo|just|only|an actual|voi|tuo|suo|on|telefono|phone|mi|me|us|it|ne|lo)){0,6}";

    [GeneratedRegex(@"\b" + Wanting + Between + " " + Who + @"\b(?! (?:dell?|di consegna|del corriere|who|that)\b)")]
    private static partial Regex Wish();

    [GeneratedRegex(@"^(?:(?:un|una|l|uno|a|an|the|real|live|vero|vera|reale|umano|umana|human|c e|ce|e|possibile|aiuto|help|is|there|any|posso|please|pls|per|favore|piacere|grazie|subito|ora|adesso|now|hi|hello|ciao|salve) ?)*"
        + Who + @"(?: (?:vero|vera|reale|umano|umana|please|pls|per|favore|piacere|grazie|subito|ora|adesso|now|disponibile|available|there|li|qui|here))*$")]
    private static partial Regex BareRequest();

    /// <summary>Support is also what an article may be about: only who wants to talk to it wants a person.</summary>
    [GeneratedRegex(@"\b(?:parlare|parlo|chattare|talk|speak|chat)(?: (?:con|to|with))?(?: (?:l|la|il|the|your|vostra|vostro|servizio))* (?:assistenza|supporto|support)\b")]
    private static partial Regex Support();

    [GeneratedRegex(@"\b(?:non (?:voglio|vorrei|mi serve|serve|ho bisogno)|don t (?:want|need)|do not (?:want|need)|no need)" + Between + " " + Who + @"\b")]
    private static partial Regex Refused();

    [GeneratedRegex(@"^(?:voto |rating )?([1-5])(?: (?:su|of|out of) 5| stell[ae]| stars?)?$")]
    private static partial Regex Score();

    /// <summary>Four letters or more that hold no vowel, a long run of consonants, one letter again and again, or keys side by side.</summary>
    [GeneratedRegex(@"^(?:[b-df-hj-np-tv-xz]{4,}|\p{L}*(?:[b-df-hj-np-tv-xz]{6,}|(\p{L})\1{3,}|qwer|asdf|zxcv|sdfg|dfgh|fghj|hjkl|lkjh|fdsa|poiu|rewq|uiop)\p{L}*)$")]
    private static partial Regex Struck();
}
