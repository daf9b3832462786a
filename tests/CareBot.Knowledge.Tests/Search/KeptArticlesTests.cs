using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

/// <summary>A start finds files as they are; what served before them is kept for when they are bad.</summary>
public sealed class KeptArticlesTests : IDisposable
{
    private readonly LibraryFolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Last_good_version_of_a_bad_file_serves_after_a_restart()
    {
        folder.Write("en/a.md", "a", "Opening hours", "Text.");
        folder.Write("en/b.md", "b", "Parking", "Text.");
        var before = Open();
        Assert.Null(before.Keep());
        folder.Write("en/a.md", "a", "Opening hours today", "Text.");
        before.Refresh(CancellationToken.None);
        Assert.Null(before.Keep());
        folder.Write("en/a.md", "---\nid: a\ntitle: Half wri");

        var restarted = Open();
        Assert.Null(restarted.Keep());
        var again = Open();

        Assert.Equal(["Opening hours today", "Parking"], Titles(restarted));
        Assert.Equal("CB102", Assert.Single(restarted.Current.Library.Problems).Code);
        Assert.Equal(["Opening hours today", "Parking"], Titles(again));
    }

    [Fact]
    public void Article_whose_file_is_gone_serves_no_more()
    {
        folder.Write("en/a.md", "a", "Opening hours", "Text.");
        folder.Write("en/b.md", "b", "Parking", "Text.");
        Open().Keep();
        File.Delete(Path.Combine(folder.Path, "en/a.md"));

        var restarted = Open();
        restarted.Keep();

        Assert.Equal(["Parking"], Titles(restarted));
        Assert.Single(Directory.EnumerateFiles(Kept));
    }

    [Fact]
    public void Who_had_an_id_before_a_restart_has_it_after()
    {
        folder.Write("en/z.md", "hours", "Opening hours", "Text.");
        Open().Keep();
        folder.Write("en/a.md", "hours", "Pasted", "Text.");

        var restarted = Open();

        Assert.Equal(["Opening hours"], Titles(restarted));
        Assert.Equal("en/a.md", Assert.Single(restarted.Current.Library.Problems).Path);
    }

    [Fact]
    public void Texts_that_are_damaged_or_deleted_or_of_another_library_are_as_none()
    {
        folder.Write("en/a.md", "a", "Opening hours", "Text.");
        Open().Keep();
        folder.Write("en/a.md", "broken");
        Directory.CreateDirectory(Path.Combine(folder.Outside("other"), "en"));
        File.Copy(Path.Combine(folder.Path, "en/a.md"), Path.Combine(folder.Outside("other"), "en", "a.md"));

        var other = LiveIndex.Open(new() { Folder = folder.Outside("other"), KeptFolder = Kept }, CancellationToken.None);
        File.AppendAllText(Assert.Single(Directory.EnumerateFiles(Kept)), "damage");
        var damaged = Open();
        Directory.Delete(Kept, recursive: true);
        var deleted = Open();

        Assert.Empty(Titles(other));
        Assert.Empty(Titles(damaged));
        Assert.Empty(Titles(deleted));
    }

    [Fact]
    public void Library_that_cannot_be_found_for_a_moment_costs_no_text()
    {
        folder.Write("en/a.md", "a", "Opening hours", "Text.");
        Open().Keep();
        Directory.Move(folder.Path, folder.Outside("moved"));
        LiveIndex.Open(new() { Folder = folder.Outside("content"), KeptFolder = Kept }, CancellationToken.None).Keep();

        Assert.Single(Directory.EnumerateFiles(Kept));
    }

    private string Kept => folder.Outside("kept");

    private LiveIndex Open() => LiveIndex.Open(new() { Folder = folder.Path, KeptFolder = Kept }, CancellationToken.None);

    private static IEnumerable<string> Titles(LiveIndex live) => live.Current.Library.Articles.Select(article => article.Title);
}
