using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Reading;

public class LibraryTests
{
    [Fact]
    public void Article_is_read_with_all_that_is_written()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("it/faq/resi.md", "\uFEFF---\r\nid: resi\r\ntitle: Come si fa un reso?\r\nquestions:\r\n  - come rendo\r\nkeywords: [reso]\r\n"
            + "topic: returns\r\nchannels: [web]\r\nstatus: draft\r\nowner: care\r\nreviewed: 2026-11-16\r\nreview_in: 6m\r\nvalid_from: 2026-01-01\r\n"
            + "valid_to: 2026-12-31\r\nlaw: [art. 52]\r\nrelated: [rimborsi]\r\nprocedure: reso\r\nescalate: offer\r\n---\r\n\r\nUno.\r\nDue.\r\n");

        var article = Assert.Single(folder.Read().Articles);

        Assert.Equal(
            (new ArticleId("resi"), Language.Italian, ArticleKind.Faq, "Come si fa un reso?", "Uno.\nDue.", "it/faq/resi.md"),
            (article.Id, article.Language, article.Kind, article.Title, article.Body, article.Path));
        Assert.Equal(["come rendo", "reso", "web", "art. 52"], [.. article.Questions, .. article.Keywords, .. article.Channels, .. article.Law]);
        Assert.Equal(("returns", "care", "6m", "reso"), (article.Topic, article.Owner, article.ReviewIn, article.Procedure));
        Assert.Equal((ArticleStatus.Draft, Audience.Public, Escalate.Offer), (article.Status, article.Audience, article.Escalate));
        Assert.Equal((new(2026, 11, 16), new(2026, 1, 1), new(2026, 12, 31)), (article.Reviewed!.Value, article.ValidFrom!.Value, article.ValidTo!.Value));
        Assert.Equal([new ArticleId("rimborsi")], article.Related);
    }

    [Fact]
    public void Bad_file_leaves_the_good_ones_alone()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "A", "Text.");
        folder.Write("en/b.md", "no front matter");

        var library = folder.Read();

        Assert.Equal(["en/a.md"], library.Articles.Select(article => article.Path));
        Assert.Equal(["en/b.md"], library.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Last_good_version_serves_while_its_file_is_bad()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Good", "Text.");
        var good = folder.Read();
        folder.Write("en/a.md", "---\nid: a\ntitle: Half wri");
        var bad = folder.Read(good);
        var stillBad = folder.Read(bad);
        folder.Write("en/a.md", "a", "Better", "Text.");
        var mended = folder.Read(stillBad);

        Assert.Equal("Good", Assert.Single(stillBad.Articles).Title);
        Assert.Equal("CB102", Assert.Single(stillBad.Problems).Code);
        Assert.Equal(good.Fingerprint, stillBad.Fingerprint);
        Assert.Equal("Better", Assert.Single(mended.Articles).Title);
        Assert.Empty(mended.Problems);
    }

    [Fact]
    public void Only_what_has_changed_is_read_again()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "A", "Text.");
        folder.Write("en/b.md", "b", "B", "Text.");
        var first = folder.Read();
        folder.Write("en/b.md", "b", "Changed", "Text.");

        var second = folder.Read(first);

        Assert.Same(first.Articles[0], second.Articles[0]);
        Assert.Equal("Changed", second.Articles[1].Title);
    }

    [Fact]
    public void Fingerprint_changes_with_content_and_with_nothing_else()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "A", "Text.");
        var first = folder.Read();
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "en/a.md"), new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var touched = folder.Read();
        folder.Write("en/a.md", "a", "A", "Other.");
        var changed = folder.Read();

        Assert.Equal(first.Fingerprint, touched.Fingerprint);
        Assert.NotEqual(first.Fingerprint, changed.Fingerprint);
    }

    [Fact]
    public void Articles_come_in_ordinal_order_of_path()
    {
        using var folder = new LibraryFolderOnDisk();
        foreach (var name in new[] { "b", "a", "Z", "a-b", "a0" })
        {
            folder.Write($"en/{name}.md", name, "T", "Text.");
        }

        Assert.Equal(["en/Z.md", "en/a-b.md", "en/a.md", "en/a0.md", "en/b.md"], folder.Read().Articles.Select(article => article.Path));
    }

    [Fact]
    public void Readme_files_hidden_folders_and_links_that_lead_outside_are_passed_over()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/README.md", "For people.");
        folder.Write(".git/x.md", "Not ours.");
        folder.Write("en/a.md", "a", "A", "Text.");
        File.WriteAllText(folder.Outside("secret.md"), "---\nid: s\nlang: en\ntitle: S\n---\nSecret.\n");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "en", "out.md"), folder.Outside("secret.md"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "more"), folder.Outside(""));

        var library = folder.Read();

        Assert.Empty(library.Problems);
        Assert.Equal(["en/a.md"], library.Articles.Select(article => article.Path));
    }

    [Fact]
    public void Linked_files_of_a_mounted_volume_are_read()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("..2026_11/a.md", "---\nid: a\nlang: en\ntitle: A\n---\nText.\n");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "..data"), "..2026_11");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "a.md"), "..data/a.md");

        Assert.Equal(["a.md"], folder.Read().Articles.Select(article => article.Path));
    }

    [Fact]
    public void Library_that_cannot_be_listed_for_a_moment_stays_as_it_was()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "A", "Text.");
        var first = folder.Read();
        Directory.Move(folder.Path, folder.Outside("moved"));

        var second = Library.Read(Path.Combine(folder.Outside("content")), first, CancellationToken.None);

        Assert.Equal("CB001", Assert.Single(second.Problems).Code);
        Assert.Equal(first.Fingerprint, second.Fingerprint);
    }

    [Fact]
    public void Article_is_found_by_id_and_language()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "English", "Text.");
        folder.Write("it/a.md", "a", "Italiano", "Testo.");

        var library = folder.Read();

        Assert.Equal("Italiano", library.Find(new("a"), Language.Italian)?.Title);
        Assert.Null(library.Find(new("b"), Language.Italian));
    }
}
