using CareBot.Answers;
using CareBot.Knowledge.Gaps;
using CareBot.Knowledge.Linting;
using CareBot.Metrics;

namespace CareBot.Knowledge.Tests.Gaps;

public sealed class DraftFolderTests : IDisposable
{
    private readonly LibraryFolderOnDisk folder = new();

    [Fact]
    public void Draft_is_an_article_with_the_phrasings_and_not_yet_in_use()
    {
        var put = Assert.Single(Write(Gap("fate corsi di ceramica?", "corsi di ceramica [name]", "corso ceramica")));

        Assert.True(put.Written);
        var library = folder.Read();
        Assert.Empty(LibraryCheck.Run(library, new(2026, 11, 24), null, null, CancellationToken.None));
        var article = Assert.Single(library.Articles);
        Assert.Equal("gap-corsi-ceramica", article.Id.Value);
        Assert.Equal("it/gap-corsi-ceramica.md", article.Path);
        Assert.Equal(ArticleStatus.Draft, article.Status);
        Assert.Equal("Fate corsi di ceramica?", article.Title);
        Assert.Equal(["fate corsi di ceramica?", "corsi di ceramica", "corso ceramica"], article.Questions);
        Assert.Contains("**Bozza da completare.**", article.Body, StringComparison.Ordinal);
        Assert.Contains("Nessun articolo della libreria", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Draft_names_the_article_that_may_be_the_one_to_complete()
    {
        var near = new NearestArticle(new("refund-times"), "Tempi di rimborso", 0.4);

        Write(Gap(Language.Italian, ["rimborso in contanti?"], near, new WhyLost.DidNotHelp(2)));
        Write(Gap(Language.English, ["refund in cash?"], near with { Confidence = 0.01 }, new WhyLost.BelowThreshold(0.5)));

        var bodies = folder.Read().Articles.ToDictionary(article => article.Language, article => article.Body);
        Assert.Contains("`refund-times`, «Tempi di rimborso». È stato mostrato, ma non è stato utile (2 volte).", bodies[Language.Italian], StringComparison.Ordinal);
        Assert.Contains("No article of the library comes near", bodies[Language.English], StringComparison.Ordinal);
    }

    /// <summary>Whatever customers type, the file must be sound.</summary>
    [Theory]
    [InlineData("it's \"quoted\": yes? # no")]
    [InlineData("- lista\n---\nid: altro")]
    [InlineData("*a & !b | c > d % e @ f `g`")]
    [InlineData("zero\u0000 e \u001b[31mrosso\u2028riga \ud83d")]
    [InlineData("12345")]
    [InlineData("true")]
    [InlineData("数字は何ですか")]
    [InlineData("../../etc/passwd")]
    public void Draft_of_any_words_passes_the_check(string words)
    {
        var near = new NearestArticle(new("refund-times"), "Titolo *con* [segni](x.md) <b>", 0.4);
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.True(Assert.Single(Write(Gap(language, [words, new string('x', 600) + " " + words], near, new WhyLost.TooClose(new("other"), 0.39)))).Written);
        }

        var library = folder.Read();
        Assert.Empty(LibraryCheck.Run(library, new(2026, 11, 24), null, null, CancellationToken.None));
        Assert.Equal(2, library.Articles.Count);
    }

    [Fact]
    public void File_that_is_there_is_never_written_over()
    {
        var path = folder.Write("it/gap-corsi-ceramica.md", "mine");

        var put = Assert.Single(Write(Gap("corsi ceramica?")));

        Assert.False(put.Written);
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Fact]
    public void Draft_that_became_an_article_elsewhere_in_the_library_is_not_drafted_again()
    {
        folder.Write("it/faq/courses.md", "gap-corsi-ceramica", "Corsi", "Sì, il sabato.");

        var put = Assert.Single(Write(Gap("corsi ceramica?")));

        Assert.False(put.Written);
        Assert.Contains("it/faq/courses.md", put.Why, StringComparison.Ordinal);
        Assert.False(File.Exists(put.Path));
    }

    [Fact]
    public void What_agents_answer_from_the_library_is_not_drafted_unless_their_article_is_gone()
    {
        folder.Write("it/faq/courses.md", "courses", "Corsi", "Sì, il sabato.");

        var (known, gone) = (
            Assert.Single(Write(Gap(Language.Italian, ["corsi ceramica?"], null, new WhyLost.AgentsFoundIt(new("courses"), 3)))),
            Assert.Single(Write(Gap(Language.Italian, ["corsi ceramica?"], new(new("x"), "X", 0.4), new WhyLost.AgentsFoundIt(new("gone"), 3)))));

        Assert.False(known.Written);
        Assert.Contains("agents answer with it/faq/courses.md", known.Why, StringComparison.Ordinal);
        Assert.True(gone.Written);
        Assert.Contains("Gli operatori hanno risposto con `gone` (3 volte).", File.ReadAllText(gone.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_library_answers_now_is_not_drafted()
    {
        folder.Write("it/faq/courses.md", "courses", "Corsi", "Sì, il sabato.");

        var put = Assert.Single(Write(Gap(Language.Italian, ["corsi ceramica?"], new(new("courses"), "Corsi", 0.95), new WhyLost.AnswersNow())));

        Assert.False(put.Written);
        Assert.Equal("the library answers now with it/faq/courses.md", put.Why);
    }

    [Fact]
    public void Two_gaps_of_one_name_leave_one_file() =>
        Assert.Equal([true, false], Write(Gap("corsi ceramica?"), Gap("corsi ceramica!")).Select(put => put.Written));

    public void Dispose() => folder.Dispose();

    private IReadOnlyList<PutDraft> Write(params Gap[] gaps) => DraftFolder.Write(folder.Path, gaps, folder.Read());

    private static Gap Gap(params string[] texts) => Gap(Language.Italian, texts, null, new WhyLost.NothingNear());

    private static Gap Gap(Language language, string[] texts, NearestArticle? nearest, WhyLost why) => new()
    {
        Group = new(language, [.. texts.Select((text, number) => new AskedText(
            CareBot.Privacy.Pseudonyms.WithoutPlaceholders(text), [Asked.Missed(text, number, language)]))]),
        Contacts = texts.Length,
        ContactsBefore = null,
        Outcomes = [new(QuestionOutcome.Missed, texts.Length)],
        Nearest = nearest,
        Why = why,
    };
}
