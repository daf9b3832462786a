using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

/// <summary>What the search says of its own reasons.</summary>
public sealed class ExplanationTests
{
    private static readonly KnowledgeIndex Index = KnowledgeIndex.Open(Library.Read(Repository.Content, last: null, CancellationToken.None), folder: null);

    [Theory]
    [InlineData("quando mi arriva il rimborzo")]
    [InlineData("Come faccio un reso?")]
    [InlineData("how do I pay by bank transfer")]
    [InlineData("il gatto miagola")]
    public void Explanation_comes_to_what_the_customer_gets(string question)
    {
        var inquiry = new Inquiry { Text = question, Prior = Language.Italian, Channel = "web", Today = new(2026, 11, 24) };

        var (explained, found) = (Index.Explain(inquiry), Index.Gather(inquiry).Passages);

        Assert.Equal(found.Select(passage => (passage.Article, passage.Confidence)), explained.Finds.Take(found.Count).Select(find => (find.Article, find.Confidence)));
        Assert.Equal(1, explained.Finds.Sum(find => find.Probability), 1e-6);
        Assert.Equal(
            explained.Finds.OrderByDescending(find => find.Views.Values.Sum()).Select(find => find.Probability),
            explained.Finds.Select(find => find.Probability).OrderDescending());
    }

    [Fact]
    public void Misspelt_word_is_explained_by_what_it_was_read_as()
    {
        var inquiry = new Inquiry { Text = "rimborzo", Prior = Language.Italian, Channel = "web", Today = new(2026, 11, 24) };

        Assert.Contains(Index.Explain(inquiry).Words, word => word.Stem == "rimbors" && word.Counts);
    }

    [Fact]
    public void Phrasing_asked_word_for_word_is_said_to_be_one()
    {
        var inquiry = new Inquiry { Text = "Come faccio un reso?", Prior = Language.Italian, Channel = "web", Today = new(2026, 11, 24) };

        Assert.True(Index.Explain(inquiry).Finds[0] is { Article.Value: "return-how-to", IsPhrasing: true });
    }
}
