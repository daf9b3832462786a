using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Linting;

/// <summary>What the search learnt at the last check serves the next one where learning anew could change no problem but its name.</summary>
public sealed class LastLessonTests : IDisposable
{
    private const int Things = 2 * LastLesson.ChangedOneIn;

    private const string Shared = "is there a guarantee on it";

    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly LibraryFolderOnDisk folder = Shop();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Edit_of_an_article_is_judged_by_what_was_learnt_last_and_found_the_same()
    {
        Check();
        var learnt = Lessons();

        Write(20, "This is another text.", "how do i clean thing20");

        Assert.Equal(Anew(), Check());
        Assert.Equal(learnt, Lessons());
    }

    [Fact]
    public void Phrasing_that_an_edit_takes_from_another_article_is_named_at_once()
    {
        Check();
        var learnt = Lessons();

        Write(20, "Text.", "where is thing30 made");

        Assert.Equal(["en/020.md", "en/030.md"], Check().Where(problem => problem.Message.Contains("thing30", StringComparison.Ordinal)).Select(problem => problem.Path).Distinct());
        Assert.Equal(learnt, Lessons());
    }

    [Fact]
    public void Phrasing_that_hangs_on_what_is_learnt_is_judged_by_learning_anew()
    {
        Check();
        var learnt = Lessons();

        Write(20, "Text.", "how do i clean the bloody thing20");

        Assert.Equal(Anew(), Check());
        Assert.NotEqual(learnt, Lessons());
    }

    [Fact]
    public void Phrasing_that_hangs_on_what_another_language_has_learnt_asks_for_nothing_new()
    {
        folder.Write("it/a.md", "a", "Quanto costa la spedizione?", "Sei euro.", "questions: [quando arriva quel cazzo di pacco]");
        Check();
        var learnt = Lessons();

        Write(20, "This is another text.", "how do i clean thing20");

        Assert.Equal(Anew(), Check());
        Assert.Equal(learnt, Lessons());
    }

    [Fact]
    public void More_changes_than_one_article_in_twenty_are_learnt()
    {
        Check();
        var learnt = Lessons();

        for (var thing = 10; thing <= 10 + (Things / LastLesson.ChangedOneIn); thing++)
        {
            Write(thing, "Another text.", $"how do i clean thing{thing}");
        }

        Assert.Equal(Anew(), Check());
        Assert.NotEqual(learnt, Lessons());
    }

    [Fact]
    public void What_was_learnt_and_is_damaged_is_learnt_anew()
    {
        Check();
        foreach (var file in Directory.GetFiles(folder.IndexPath, "lesson-*"))
        {
            var bytes = File.ReadAllBytes(file);
            bytes[^1] ^= 1;
            File.WriteAllBytes(file, bytes);
        }

        var damaged = Lessons();
        Write(20, "Another text.", "how do i clean thing20");

        Assert.Equal(Anew(), Check());
        Assert.NotEqual(damaged, Lessons());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Check_by_what_was_learnt_last_names_the_phrasings_that_one_which_learns_anew_names(int seed)
    {
        var random = new Random(seed);
        Check();
        for (var edit = 0; edit < 5; edit++)
        {
            var (thing, other) = (random.Next(2, Things), random.Next(2, Things));
            Write(thing, $"Text {edit}.", random.Next(3) == 0 ? $"where is thing{other} made" : $"do you still sell thing{thing}");

            Assert.Equal(Places(Anew()), Places(Check()));
        }
    }

    private IReadOnlyList<Problem> Check() => LibraryCheck.Run(folder.Read(), Today, folder.IndexPath, learnt: null, CancellationToken.None);

    private IReadOnlyList<Problem> Anew() => LibraryCheck.Run(folder.Read(), Today, folder: null, learnt: null, CancellationToken.None);

    private static IEnumerable<string> Places(IReadOnlyList<Problem> problems) =>
        problems.Where(problem => problem.Code is "CB209" or "CB210").Select(problem => $"{problem.Path}:{problem.Line}:{problem.Column}");

    private IEnumerable<string> Lessons() =>
        [.. Directory.GetFiles(folder.IndexPath, "lesson-*").Order(StringComparer.Ordinal).Select(file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))];

    private void Write(int thing, string body, params string[] more) => Write(folder, thing, body, more);

    private static void Write(LibraryFolderOnDisk folder, int thing, string body, params string[] more) => folder.Write(
        $"en/{thing:000}.md", $"t{thing}", $"What does thing{thing} cost?", body,
        $"questions: [where is thing{thing} made, thing{thing} price{string.Concat(more.Select(phrasing => $", {phrasing}"))}]");

    /// <summary>Many articles, two of which claim one phrasing.</summary>
    private static LibraryFolderOnDisk Shop()
    {
        var folder = new LibraryFolderOnDisk();
        for (var thing = 2; thing < Things; thing++)
        {
            Write(folder, thing, $"Thing {thing} is a thing.");
        }

        Write(folder, 0, "Two years.", Shared);
        Write(folder, 1, "Three years.", Shared);
        return folder;
    }
}
