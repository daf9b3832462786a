using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

public sealed class SynonymsTests : IDisposable
{
    private const string Synonyms =
        """
        en:
          - same: [refund, money back]
          - from: [klarna]
            to: [instalments]
        """;

    private readonly LibraryFolderOnDisk folder = new();

    public SynonymsTests()
    {
        folder.Write("en/refund.md", "refund", "When is my refund paid?", "Text.");
        folder.Write("en/parts.md", "parts", "Can I pay in instalments?", "Text.");
        folder.Write("en/hours.md", "hours", "Opening hours", "Text.");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("money back", "refund")]
    [InlineData("KLARNA", "parts")]
    [InlineData("klarn", "parts")]
    public void Customers_word_finds_the_article_that_has_its_synonym(string text, string article)
    {
        folder.Write("synonyms.yaml", Synonyms);

        var found = Gather(Open(), text);

        Assert.Equal(article, found[0].Article.Value);
        Assert.True(found[0].Confidence > 0.5, $"{found[0].Confidence}");
    }

    [Fact]
    public void Without_the_file_the_word_finds_nothing() => Assert.Empty(Gather(Open(), "klarna"));

    [Fact]
    public void Synonym_of_one_way_does_not_lead_back()
    {
        folder.Write("synonyms.yaml", Synonyms);
        folder.Write("en/klarna.md", "klarna", "Klarna", "Text.");

        Assert.DoesNotContain(Gather(Open(), "instalments"), passage => passage.Article.Value == "klarna");
    }

    [Fact]
    public void Word_that_the_library_has_is_searched_as_it_stands()
    {
        folder.Write("en/back.md", "back", "My money back", "Text.");
        var without = Gather(Open(), "money back").Select(passage => passage.Article);
        folder.Write("synonyms.yaml", Synonyms);

        Assert.Equal(without, Gather(Open(), "money back").Select(passage => passage.Article));
    }

    [Fact]
    public void Changed_file_is_taken_up_and_a_bad_one_leaves_the_last_good_one_in_use()
    {
        var live = LiveIndex.Open(new() { Folder = folder.Path }, CancellationToken.None);
        Assert.Empty(Gather(live.Current.Index, "klarna"));

        folder.Write("synonyms.yaml", Synonyms);
        live.Refresh(CancellationToken.None);
        Assert.Equal("parts", Gather(live.Current.Index, "klarna")[0].Article.Value);

        folder.Write("synonyms.yaml", "en:\n  - sam: [refund, klarna]\n");
        var refreshed = live.Refresh(CancellationToken.None);
        Assert.Equal("parts", Gather(live.Current.Index, "klarna")[0].Article.Value);
        Assert.All(refreshed.Library.Problems, problem => Assert.Equal("synonyms.yaml", problem.Path));
        Assert.NotEmpty(refreshed.Library.Problems);

        File.Delete(Path.Combine(folder.Path, "synonyms.yaml"));
        live.Refresh(CancellationToken.None);
        Assert.Empty(Gather(live.Current.Index, "klarna"));
    }

    [Fact]
    public void Comment_in_the_file_changes_nothing_for_the_search()
    {
        folder.Write("synonyms.yaml", Synonyms);
        var live = LiveIndex.Open(new() { Folder = folder.Path }, CancellationToken.None);
        var index = live.Current.Index;

        folder.Write("synonyms.yaml", $"# Money\n{Synonyms}");
        live.Refresh(CancellationToken.None);

        Assert.Same(index, live.Current.Index);
    }

    [Theory]
    [InlineData("it", "quando mi fate il riaccredito?", "refund-times")]
    [InlineData("it", "posso usare scalapay?", "payment-instalments")]
    [InlineData("it", "nn mi ricordo la psw", "password-reset")]
    [InlineData("en", "can i use klarna?", "payment-instalments")]
    [InlineData("en", "forgot my pw", "password-reset")]
    public void Shipped_synonyms_find_what_they_stand_for(string language, string text, string article)
    {
        var index = KnowledgeIndex.Open(Library.Read(Repository.Content, last: null, CancellationToken.None), folder: null);

        var best = Gather(index, text, LanguageTags.FromTag(language)!.Value)[0];

        Assert.Equal(article, best.Article.Value);
    }

    private KnowledgeIndex Open() => KnowledgeIndex.Open(folder.Read(), folder: null);

    private static IReadOnlyList<Passage> Gather(KnowledgeIndex index, string text, Language prior = Language.English) =>
        index.Gather(new() { Text = text, Prior = prior, Channel = "web", Today = new(2026, 11, 24) }).Passages;
}
