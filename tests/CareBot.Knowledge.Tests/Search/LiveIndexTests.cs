using CareBot.Answers;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

public sealed class LiveIndexTests : IDisposable
{
    private readonly LibraryFolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Refresh_puts_changes_in_use_and_counts_them()
    {
        folder.Write("en/a.md", "a", "A", "Text.");
        folder.Write("en/b.md", "b", "B", "Text.");
        var live = Open();
        folder.Write("en/a.md", "a", "Changed", "Text.");
        File.Delete(Path.Combine(folder.Path, "en/b.md"));
        folder.Write("en/c.md", "c", "Added", "Text.");

        var refreshed = live.Refresh(CancellationToken.None);

        Assert.Equal(3, refreshed.Changed);
        Assert.Equal(["Changed", "Added"], live.Current.Library.Articles.Select(article => article.Title));
        Assert.Equal(new ArticleId("c"), Gather(live, "added").Passages[0].Article);
    }

    [Fact]
    public void Refresh_of_an_unchanged_library_keeps_the_index()
    {
        folder.Write("en/a.md", "a", "A", "Text.");
        var live = Open();
        var index = live.Current.Index;

        var refreshed = live.Refresh(CancellationToken.None);

        Assert.Equal(0, refreshed.Changed);
        Assert.Same(index, live.Current.Index);
    }

    [Fact]
    public void File_that_has_become_bad_is_listed_while_its_last_good_version_answers()
    {
        folder.Write("en/a.md", "a", "Opening hours", "Text.");
        var live = Open();
        folder.Write("en/a.md", "broken");

        var refreshed = live.Refresh(CancellationToken.None);

        Assert.Single(refreshed.Library.Problems);
        Assert.Equal("Opening hours", Gather(live, "opening hours").Passages[0].Title);
    }

    [Fact]
    public async Task Searches_never_notice_a_swap()
    {
        folder.Write("en/a.md", "a", "Opening hours 0", "Text.");
        var live = Open();
        using var done = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var count = 0;
            do
            {
                Assert.Equal("a", Gather(live, "opening hours").Passages[0].Article.Value);
                count++;
            }
            while (!done.IsCancellationRequested);

            return count;
        })).ToList();

        for (var version = 1; version <= 20; version++)
        {
            folder.Write("en/a.md", "a", $"Opening hours {version}", "Text.");
            live.Refresh(CancellationToken.None);
        }

        await done.CancelAsync();
        var counts = await Task.WhenAll(searches);

        Assert.All(counts, count => Assert.True(count > 0));
        Assert.Equal("Opening hours 20", live.Current.Library.Articles[0].Title);
    }

    [Fact]
    public void Index_that_was_let_go_of_says_so()
    {
        folder.Write("en/a.md", "a", "Opening hours", "Text.");
        var index = KnowledgeIndex.Open(folder.Read(), folder: null);

        index.Dispose();

        Assert.Throws<ObjectDisposedException>(() => index.Find("opening hours", Language.English, ArticleKind.Faq, max: 1));
    }

    private LiveIndex Open() =>
        LiveIndex.Open(new() { Folder = folder.Path, IndexFolder = folder.IndexPath }, CancellationToken.None);

    private static Evidence Gather(LiveIndex live, string text) =>
        live.Current.Index.Gather(new() { Text = text, Prior = Language.English, Channel = "web", Today = new(2026, 11, 24) });
}
