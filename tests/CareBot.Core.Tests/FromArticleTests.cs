using CareBot.Turns;

namespace CareBot.Core.Tests;

/// <summary>When a message that an agent made from an article is still that article.</summary>
public class FromArticleTests
{
    private const string Article = "La spedizione costa 5,90 € in tutta Italia. È gratuita da 79 €. Arriva in 3 giorni lavorativi.";

    [Theory]
    [InlineData(Article)]
    [InlineData("la spedizione costa 5,90 € in tutta italia: e gratuita da 79 €, arriva in 3 giorni lavorativi")]
    [InlineData("Buongiorno Luca, sono Giulia. " + Article + " Buona giornata!")]
    [InlineData("Arriva in 3 giorni lavorativi. La spedizione costa 5,90 € in tutta Italia. È gratuita da 79 €.")]
    [InlineData("La spedizione costa 6,90 € in tutta Italia. È gratuita da 99 €. Arriva in 3 giorni lavorativi.")]
    public void Message_that_keeps_the_article_confirms_it_whatever_is_said_around_it(string sent) => Assert.True(Of(Article, sent).IsConfirmed);

    [Theory]
    [InlineData("")]
    [InlineData("Gentile cliente, il corriere passa domani mattina e la chiama prima.")]
    [InlineData("La spedizione costa 5,90 €.")]
    [InlineData("La spedizione per le isole costa di più, in tutta Italia è gratuita da 79 €: la chiamo io.")]
    [InlineData(Article + " Il reso costa 4,90 €. Lo accettiamo entro 30 giorni dalla consegna. Il rimborso arriva in 14 giorni, con lo stesso pagamento.")]
    public void Message_that_says_something_else_or_more_does_not(string sent) => Assert.False(Of(Article, sent).IsConfirmed);

    [Fact]
    public void Word_that_is_sent_once_is_not_kept_twice() => Assert.Equal(new(new("a"), 3, 1, 2), Of("sì sì sì", "Si, certo"));

    [Fact]
    public void Article_without_words_is_never_confirmed() => Assert.False(Of("🙂", "🙂").IsConfirmed);

    private static FromArticle Of(string article, string sent) => FromArticle.Of(new(new("a"), article), sent);
}
