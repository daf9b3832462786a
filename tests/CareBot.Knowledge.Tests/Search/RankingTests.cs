using System.Globalization;
using System.Text;
using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Search;

/// <summary>The rankings of <c>Rankings/*.md</c>: what customers ask, and what the shipped library makes of it.</summary>
public class RankingTests
{
    private static readonly Lazy<KnowledgeIndex> Shipped = new(() =>
        KnowledgeIndex.Open(Library.Read(Repository.Content, last: null, CancellationToken.None), folder: null).Train([], Pace.Full(CancellationToken.None)));

    [Theory]
    [InlineData("it")]
    [InlineData("en")]
    public void Questions_are_ranked_as_written(string tag)
    {
        var path = Path.Combine(Repository.Tests, "Rankings", $"{tag}.md");
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");

        var actual = Play(expected, LanguageTags.FromTag(tag)!.Value);

        if (Environment.GetEnvironmentVariable("CAREBOT_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Seven_customers_in_eight_get_what_they_want_or_are_asked_for_it()
    {
        var served = Asked()
            .Where(asked => asked.Wanted != "nothing")
            .Select(asked => Serves(Judge(asked.Question, asked.Language).Verdict, asked.Wanted))
            .ToList();

        Assert.True(8 * served.Count(yes => yes) >= 7 * served.Count, $"{served.Count(yes => yes)} of {served.Count}");
    }

    [Fact]
    public void Nine_in_ten_questions_that_the_shop_does_not_answer_get_no_answer()
    {
        var unanswered = Asked()
            .Where(asked => asked.Wanted == "nothing")
            .Select(asked => Judge(asked.Question, asked.Language).Verdict is not Verdict.Answer)
            .ToList();

        Assert.True(unanswered.Count(yes => yes) >= 0.9 * unanswered.Count, $"{unanswered.Count(yes => yes)} of {unanswered.Count}");
    }

    [Fact]
    public void Authors_own_phrasings_find_their_article_surely()
    {
        var library = Library.Read(Repository.Content, last: null, CancellationToken.None);
        var phrasings =
            from article in library.Articles
            where article.Kind == ArticleKind.Faq
            from phrasing in article.Questions
            select (article, phrasing);

        var found = phrasings
            .Select(each => Judge(each.phrasing, each.article.Language).Evidence.Passages is [{ Confidence: >= 0.6 } best, ..]
                && best.Article == each.article.Id)
            .ToList();

        Assert.True(found.Count(yes => yes) >= 0.95 * found.Count, $"{found.Count(yes => yes)} of {found.Count}");
    }

    private static IEnumerable<(string Question, string Wanted, Language Language)> Asked() =>
        from language in Enum.GetValues<Language>()
        from block in Blocks(File.ReadAllText(Path.Combine(Repository.Tests, "Rankings", $"{language.Tag()}.md")))
        select (block.Question, block.Wanted, language);

    private static string Play(string file, Language language)
    {
        var text = new StringBuilder(file[..file.IndexOf("## ", StringComparison.Ordinal)]);
        foreach (var (question, wanted) in Blocks(file))
        {
            var (evidence, verdict) = Judge(question, language);
            text.Append(CultureInfo.InvariantCulture, $"## {question}\n\n- wanted: {wanted}\n");
            text.Append(CultureInfo.InvariantCulture, $"- verdict: {verdict.GetType().Name} ({evidence.Language?.Tag() ?? "either"})\n");
            foreach (var passage in evidence.Passages.Take(3))
            {
                text.Append(CultureInfo.InvariantCulture, $"  - {passage.Confidence:f1} {passage.Article}\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static IEnumerable<(string Question, string Wanted)> Blocks(string file) =>
        from block in file.ReplaceLineEndings("\n").Split("\n## ").Skip(1)
        let lines = block.Split('\n')
        select (lines[0], lines.Single(line => line.StartsWith("- wanted: ", StringComparison.Ordinal))["- wanted: ".Length..]);

    private static (Evidence Evidence, Verdict Verdict) Judge(string question, Language prior)
    {
        var evidence = Shipped.Value.Gather(
            new() { Text = question, Prior = prior, Channel = "web", Today = new(2026, 11, 24) });
        return (evidence, Verdict.Of(evidence.Passages, new AnswerPolicy()));
    }

    private static bool Serves(Verdict verdict, string wanted) => verdict switch
    {
        Verdict.Answer answer => answer.Passage.Article.Value == wanted,
        Verdict.Clarify clarify => clarify.Passages.Any(passage => passage.Article.Value == wanted),
        Verdict.AskBack ask => ask.Subjects.SelectMany(subject => subject.Passages).Any(passage => passage.Article.Value == wanted),
        _ => false,
    };
}
