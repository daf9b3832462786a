using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

/// <summary>How the shipped library is asked in a conversation: with what was said before, with several questions at once, in few words.</summary>
public class TalkTests
{
    private static readonly Lazy<KnowledgeIndex> Shipped = new(() =>
        KnowledgeIndex.Open(Library.Read(Repository.Content, last: null, CancellationToken.None), folder: null));

    [Theory]
    [InlineData("it", "delivery-times", "e quanto costa?", "delivery-costs")]
    [InlineData("it", "delivery-times", "quanto costa?", "delivery-costs")]
    [InlineData("it", "withdrawal-right", "e quanto costa?", "return-costs")]
    [InlineData("it", "delivery-costs", "e per l'estero?", "delivery-abroad")]
    [InlineData("it", "delivery-costs", "e quanto ci vuole?", "delivery-times")]
    [InlineData("it", "delivery-costs", "e per i resi?", "return-costs")]
    [InlineData("it", "payment-methods", "e a rate?", "payment-instalments")]
    [InlineData("it", "payment-methods", "posso anche alla consegna?", "cash-on-delivery")]
    [InlineData("it", "legal-guarantee", "e quanto dura?", "legal-guarantee")]
    [InlineData("en", "delivery-costs", "and how long does it take?", "delivery-times")]
    [InlineData("en", "delivery-costs", "and abroad?", "delivery-abroad")]
    [InlineData("en", "delivery-costs", "what about returns?", "return-costs")]
    [InlineData("en", "return-parcel", "how much does it cost?", "return-costs")]
    [InlineData("en", "delivery-times", "how much is it?", "delivery-costs")]
    public void Question_that_leans_on_the_last_answer_is_understood_with_it(string tag, string about, string text, string expected) =>
        Assert.Equal(expected, Gather(tag, text, about).Passages[0].Article.Value);

    [Theory]
    [InlineData("it", "refund-times", "quanto costa la spedizione?")]
    [InlineData("it", "refund-times", "avete buoni regalo?")]
    [InlineData("it", "delivery-costs", "come faccio a cambiare la password")]
    [InlineData("it", "delivery-costs", "e la fattura?")]
    [InlineData("it", "delivery-costs", "e come faccio a cambiare la password?")]
    [InlineData("it", "withdrawal-right", "quanto tempo ci vuole per una riparazione?")]
    [InlineData("en", "refund-times", "how much is delivery to France?")]
    [InlineData("en", "delivery-times", "do you sell gift cards?")]
    [InlineData("en", "delivery-times", "and can I get an invoice?")]
    public void Question_that_stands_by_itself_is_not_dragged_towards_the_last_answer(string tag, string about, string text)
    {
        var alone = Gather(tag, text).Passages[0];

        Assert.Equal((alone.Article, alone.Confidence), Gather(tag, text, about).Passages.Select(best => (best.Article, best.Confidence)).First());
    }

    [Fact]
    public void What_leans_on_the_last_answer_and_is_found_nowhere_near_it_is_not_asserted()
    {
        // What a complaint costs is in no article; the prices of deliveries and returns must not stand in for it.
        var passages = Gather("it", "e quanto costa?", about: "complaint-response-times").Passages;

        Assert.IsNotType<Verdict.Answer>(Verdict.Of(passages, new AnswerPolicy()));
    }

    [Theory]
    [InlineData("it", "Quanto costa la spedizione? E come faccio un reso?", "Quanto costa la spedizione? | come faccio un reso?")]
    [InlineData("it", "quanto costa la spedizione e quanto tempo ci vuole?", "quanto costa la spedizione | quanto tempo ci vuole?")]
    [InlineData("it", "vorrei sapere quanto costa la spedizione e poi volevo chiedere se avete buoni regalo", "vorrei sapere quanto costa la spedizione | volevo chiedere se avete buoni regalo")]
    [InlineData("it", "Buongiorno!\nquali sono gli orari del negozio?\ncome richiedo la fattura?\nGrazie mille", "quali sono gli orari del negozio? | come richiedo la fattura?")]
    [InlineData("it", "Il mio pacco è in ritardo. Quando arriva? E come cambio l'indirizzo?", "Il mio pacco è in ritardo. Quando arriva? | come cambio l'indirizzo?")]
    [InlineData("it", "Ho un problema con la password. Inoltre vorrei sapere gli orari del negozio", "Ho un problema con la password. | vorrei sapere gli orari del negozio")]
    [InlineData("it", "il mio pacco è arrivato rotto e vorrei sapere come fare il reso e quando mi rimborsate", "il mio pacco è arrivato rotto e vorrei sapere come fare il reso | quando mi rimborsate")]
    [InlineData("en", "hi, where is my order and how can I change the address?", "where is my order | how can I change the address?")]
    [InlineData("en", "What does delivery cost? And also, how do I return a lamp?", "What does delivery cost? | how do I return a lamp?")]
    [InlineData("en", "how do I get an invoice and how long does delivery take", "how do I get an invoice | how long does delivery take")]
    [InlineData("en", "Where is my parcel? Can I pay on delivery? Do you sell gift cards? Are you open on Sunday?", "Where is my parcel? | Can I pay on delivery? | Do you sell gift cards? Are you open on Sunday?")]
    public void Several_questions_are_taken_apart(string tag, string text, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Gather(tag, text).Parts.Select(part => part.Text)));

    [Theory]
    [InlineData("it", "Ho comprato una lampada. È arrivata rotta. Cosa devo fare?")]
    [InlineData("it", "Vorrei rendere una lampada, come posso fare?")]
    [InlineData("it", "quanto costa e quanto tempo richiede la consegna?")]
    [InlineData("it", "come e quando posso rendere un articolo?")]
    [InlineData("it", "ho fatto un ordine e poi l'ho annullato, quando arriva il rimborso?")]
    [InlineData("it", "Posso rendere un articolo in negozio? Come?")]
    [InlineData("it", "il mio ordine n. 12345 dov'è?")]
    [InlineData("it", "QUANTO COSTA LA SPEDIZIONE???!!!")]
    [InlineData("it", "Ciao! Come stai? Quanto costa la spedizione?")]
    [InlineData("en", "I bought a lamp last week. It arrived broken. What should I do?")]
    [InlineData("en", "when and how can I return an item?")]
    [InlineData("en", "I ordered a table and then cancelled it, where is my refund?")]
    [InlineData("en", "")]
    public void One_question_is_never_split(string tag, string text) => Assert.Empty(Gather(tag, text).Parts);

    [Theory]
    [InlineData("it", "Consegnate in Svizzera? E quanto costa?", "delivery-abroad", "delivery-costs delivery-abroad")]
    [InlineData("it", "quanto costa la spedizione e quanto tempo ci vuole?", "delivery-costs", "delivery-times")]
    [InlineData("en", "How do I return a parcel? And how much does it cost?", "return-parcel return-in-store withdrawal-how-to", "return-costs")]
    public void Second_question_of_a_message_may_lean_on_the_first(string tag, string text, string first, string second)
    {
        var parts = Gather(tag, text).Parts;

        Assert.Contains(parts[0].Passages[0].Article.Value, first.Split(' '));
        Assert.Contains(parts[1].Passages[0].Article.Value, second.Split(' '));
    }

    [Theory]
    [InlineData("it", "consegna")]
    [InlineData("it", "reso")]
    [InlineData("it", "un reso")]
    [InlineData("it", "negozio")]
    [InlineData("it", "garanzia")]
    [InlineData("it", "Pagamento?")]
    [InlineData("en", "delivery")]
    [InlineData("en", "returns")]
    [InlineData("en", "Store!")]
    public void Bare_subject_of_several_articles_is_asked_about(string tag, string text)
    {
        var evidence = Gather(tag, text);

        var clarify = Assert.IsType<Verdict.Clarify>(
            Verdict.Of(new Finding { Text = text, Passages = evidence.Passages, MayMean = evidence.MayMean }, new AnswerPolicy()));
        Assert.InRange(clarify.Passages.Count, 2, 3);
    }

    [Theory]
    [InlineData("it", "consegna", "delivery")]
    [InlineData("it", "negozio", "store-services")]
    [InlineData("en", "delivery", "delivery")]
    public void Bare_subject_is_asked_about_within_its_topic_first(string tag, string text, string topic) =>
        Assert.All(Gather(tag, text).MayMean.Take(2), passage => Assert.Equal(topic, passage.Topic));

    [Theory]
    [InlineData("it", "fattura", "invoice-request")]
    [InlineData("it", "orari", "store-hours")]
    [InlineData("en", "newsletter", "newsletter-unsubscribe")]
    public void Bare_subject_of_one_article_is_that_article(string tag, string text, string expected)
    {
        var evidence = Gather(tag, text);

        Assert.Empty(evidence.MayMean);
        Assert.Equal(expected, evidence.Passages[0].Article.Value);
    }

    [Theory]
    [InlineData("it", "tracking", "it")]
    [InlineData("it", "newsletter", "it")]
    [InlineData("it", "refund", "en")]
    [InlineData("it", "where is my parcel", "en")]
    [InlineData("it", "ho bisogno del tracking della mia delivery", "it")]
    [InlineData("en", "reso", "it")]
    [InlineData("en", "quanto costa la spedizione", "it")]
    [InlineData("en", "password", "en")]
    public void Few_words_stay_in_the_conversations_language_where_they_find_something_in_it(string prior, string text, string expected) =>
        Assert.Equal(expected, (Gather(prior, text).Language ?? LanguageTags.FromTag(prior)!.Value).Tag());

    [Theory]
    [InlineData("ma dove cazzo è il mio pacco", "dov'è il mio pacco")]
    [InlineData("quando arriva il rimborso, porca miseria?", "quando arriva il rimborso?")]
    public void Swearing_does_not_hide_the_question(string text, string calm) =>
        Assert.Equal(Gather("it", calm).Passages[0].Article, Gather("it", text).Passages[0].Article);

    private static Evidence Gather(string tag, string text, string? about = null) => Shipped.Value.Gather(new()
    {
        Text = text,
        Prior = LanguageTags.FromTag(tag)!.Value,
        Channel = "web",
        Today = new(2026, 11, 24),
        About = about is null ? null : new ArticleId(about),
    });
}
