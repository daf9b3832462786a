using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Reading;

/// <summary>Every code once, with its very spot, beside the nearest text that is in order.</summary>
public class ProblemTests
{
    private const string Top = "---\nid: a\ntitle: A question\n";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "1:1: error CB101", "id: a\n\nText.\n", Top + "---\nText.\n" },
        { "1:1: error CB102", Top + "\nText.\n", Top + "---\nText.\n" },
        { "3:8: error CB103", "---\nid: a\ntitle: 'A question\n---\nText.\n", "---\nid: a\ntitle: 'A question'\n---\nText.\n" },
        { "4:8: error CB104", Top + "topic: &t orders\n---\nText.\n", Top + "topic: 't&t'\n---\nText.\n" },
        { "4:8: error CB104", Top + "topic: *t\n---\nText.\n", Top + "topic: 't*t'\n---\nText.\n" },
        { "4:8: error CB104", Top + "topic: !!str orders\n---\nText.\n", Top + "topic: orders!\n---\nText.\n" },
        { "4:1: error CB105", Top + "keyword: [x]\n---\nText.\n", Top + "keywords: [x]\n---\nText.\n" },
        { "4:1: error CB106", Top + "title: Again\n---\nText.\n", Top + "topic: Again\n---\nText.\n" },
        { "4:12: error CB107", Top + "questions: one\n---\nText.\n", Top + "questions: [one]\n---\nText.\n" },
        { "4:8: error CB107", Top + "topic: 2026\n---\nText.\n", Top + "topic: '2026'\n---\nText.\n" },
        { "4:8: error CB107", Top + "topic: {a: b}\n---\nText.\n", Top + "topic: a\n---\nText.\n" },
        { "4:7: error CB108", Top + "kind: faqs\n---\nText.\n", Top + "kind: faq\n---\nText.\n" },
        { "4:17: error CB108", Top + "channels: [web, fax]\n---\nText.\n", Top + "channels: [web, phone]\n---\nText.\n" },
        { "4:11: error CB108", Top + "reviewed: 2026-02-30\n---\nText.\n", Top + "reviewed: 2026-02-28\n---\nText.\n" },
        { "4:12: error CB108", Top + "review_in: 0m\n---\nText.\n", Top + "review_in: 6m\n---\nText.\n" },
        { "2:5: error CB108", "---\nid: a b\ntitle: T\n---\nText.\n", "---\nid: a-b\ntitle: T\n---\nText.\n" },
        { "1:1: error CB109", "---\nid: a\n---\nText.\n", "---\nid: a\ntitle: T\n---\nText.\n" },
        { "4:7: error CB110", Top + "lang: it\n---\nText.\n", Top + "lang: en\n---\nText.\n" },
        { "5:11: error CB111", Top + "valid_from: 2026-02-01\nvalid_to: 2026-01-01\n---\nText.\n", Top + "valid_from: 2026-02-01\nvalid_to: 2026-02-01\n---\nText.\n" },
        { "5:1: error CB301", Top + "---\n\n  \n", Top + "---\n\n .\n" },
        { "6:10: error CB302", Top + "---\n\nSee [it](../../secret.md).\n", Top + "---\n\nSee [it](../README.md).\n" },
        { "6:6: error CB302", Top + "---\n\n![x](/etc/passwd)\n", Top + "---\n\n![x](a.md)\n" },
        { "6:5: error CB303", Top + "---\n\n[x](missing.md)\n", Top + "---\n\n[x](a.md#top)\n" },
        { "6:5: error CB304", Top + "---\n\n[x](javascript:alert%281%29)\n", Top + "---\n\n[x](mailto:a@b.example)\n" },
        { "8:6: error CB304", Top + "---\n\n[x][y]\n\n[y]: file:///etc/passwd\n", Top + "---\n\n[x][y]\n\n[y]: https://shop.example\n" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Author_is_told_the_very_spot(string expected, string wrong, string right)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("README.md", "For people.");

        folder.Write("en/a.md", wrong);
        var refused = folder.Read();
        folder.Write("en/a.md", right);
        var read = folder.Read();

        Assert.StartsWith($"en/a.md:{expected}: ", Assert.Single(refused.Problems).ToString(), StringComparison.Ordinal);
        Assert.Empty(refused.Articles);
        Assert.Empty(read.Problems);
        Assert.Single(read.Articles);
    }

    [Fact]
    public void Folder_that_is_not_there_is_a_problem_and_no_crash()
    {
        using var folder = new LibraryFolderOnDisk();

        var library = Library.Read(folder.Outside("nowhere"), last: null, CancellationToken.None);

        Assert.Equal("CB001", Assert.Single(library.Problems).Code);
    }

    [Fact]
    public void File_that_may_not_be_read_is_a_problem_and_no_crash()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/good.md", "good", "Good", "Text.");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "en", "lost.md"), Path.Combine(folder.Path, "en", "nothing.md"));

        var library = folder.Read();

        Assert.StartsWith("en/lost.md:1:1: error CB002", Assert.Single(library.Problems).ToString(), StringComparison.Ordinal);
        Assert.Single(library.Articles);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void File_may_have_256_KiB_and_no_more(int beyond, int articles)
    {
        using var folder = new LibraryFolderOnDisk();
        const string Start = Top + "---\n";
        folder.Write("en/a.md", Start + new string('x', ArticleFile.BytesMax - Start.Length - beyond));

        var library = folder.Read();

        Assert.Equal(articles, library.Articles.Count);
        Assert.Equal(articles == 1 ? [] : ["CB003"], library.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void File_that_is_not_UTF_8_is_told_where()
    {
        using var folder = new LibraryFolderOnDisk();
        var path = folder.Write("en/a.md", "");
        File.WriteAllBytes(path, [.. System.Text.Encoding.UTF8.GetBytes(Top + "---\nè "), 0xE8]);

        var library = folder.Read();

        Assert.StartsWith("en/a.md:5:3: error CB004", Assert.Single(library.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Second_article_of_an_id_is_refused_and_the_first_path_is_kept()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/b.md", "same", "Second", "Text.");
        folder.Write("en/a.md", "same", "First", "Text.");
        folder.Write("it/a.md", "same", "Terzo", "Testo.");

        var library = folder.Read();

        var problem = Assert.Single(library.Problems);
        Assert.StartsWith("en/b.md:2:1: error CB201", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("en/a.md", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["First", "Terzo"], library.Articles.Select(article => article.Title));
    }

    [Fact]
    public void Id_pasted_into_a_newer_file_leaves_the_article_that_has_it_in_use()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("it/payment/invoice.md", "invoice", "Fattura", "Testo.");
        var before = folder.Read();
        folder.Write("it/delivery/pasted.md", "invoice", "Consegna", "Testo.");

        var library = folder.Read(before);
        var again = folder.Read(library);

        Assert.Equal(["Fattura"], library.Articles.Select(article => article.Title));
        Assert.StartsWith(
            "it/delivery/pasted.md:2:1: error CB201: the id `invoice` is taken by it/payment/invoice.md",
            Assert.Single(library.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(library.Problems, again.Problems);
    }

    [Fact]
    public void Article_that_is_given_a_taken_id_keeps_its_last_good_version_until_the_id_is_free()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("it/a.md", "a", "Consegna", "Testo.");
        folder.Write("it/b.md", "b", "Fattura", "Testo.");
        var before = folder.Read();
        folder.Write("it/a.md", "b", "Reso", "Testo.");
        var clash = folder.Read(before);
        File.Delete(Path.Combine(folder.Path, "it/b.md"));
        var free = folder.Read(clash);

        Assert.Equal(["Consegna", "Fattura"], clash.Articles.Select(article => article.Title));
        Assert.Equal("it/a.md", Assert.Single(clash.Problems).Path);
        Assert.Equal(["Reso"], free.Articles.Select(article => article.Title));
        Assert.Empty(free.Problems);
    }

    [Fact]
    public void Related_article_that_does_not_exist_is_a_warning()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "A", "Text.", "related: [b, c]");
        folder.Write("en/b.md", "b", "B", "Text.", "related: [a]");

        var problems = folder.Check("CB202");

        Assert.StartsWith("en/a.md:4:14: warning CB202", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Article_that_one_language_lacks_is_a_warning()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "A", "Text.");
        folder.Write("en/b.md", "b", "B", "Text.");
        folder.Write("it/a.md", "a", "A", "Testo.");

        var problems = folder.Check("CB203");

        Assert.StartsWith("en/b.md:2:1: warning CB203", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Article_that_cannot_be_read_is_not_missed_elsewhere_as_well()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "A", "Text.", "related: [b]");
        folder.Write("en/b.md", "b", "B", "Text.");
        folder.Write("it/a.md", "a", "A", "Testo.");
        folder.Write("it/b.md", "b", "B", "Testo.", "topik: x");

        var problems = folder.Check("CB105", "CB202", "CB203");

        Assert.StartsWith("it/b.md:4:1: error CB105", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Misspelt_field_is_answered_with_the_right_one()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "A", "Text.", "quesitons: [x]");

        Assert.Contains("did you mean `questions`?", Assert.Single(folder.Read().Problems).Message, StringComparison.Ordinal);
    }
}
