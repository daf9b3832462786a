using CareBot.Answers;

namespace CareBot.Core.Tests;

public class VerdictTests
{
    [Theory]
    [InlineData("a 0.9, b 0.3", "answer a")]
    [InlineData("a 0.5", "answer a")]
    [InlineData("a 0.9, b 0.8", "clarify a b")]
    [InlineData("a 0.9, b 0.79", "answer a")]
    [InlineData("a 0.6, b 0.6, c 0.55, d 0.55", "clarify a b c")]
    [InlineData("a 0.49, b 0.3", "clarify a b")]
    [InlineData("a 0.3, b 0.1", "clarify a")]
    [InlineData("a 0.24", "unknown")]
    [InlineData("", "unknown")]
    public void Passages_are_judged_by_confidence_and_margin(string passages, string expected)
    {
        var found = passages.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();

        var verdict = Verdict.Of(found, new AnswerPolicy());

        Assert.Equal(expected, verdict switch
        {
            Verdict.Answer answer => $"answer {answer.Passage.Article}",
            Verdict.Clarify clarify => $"clarify {string.Join(" ", clarify.Passages.Select(passage => passage.Article))}",
            _ => "unknown",
        });
    }

    private static Passage Read(string text) => new()
    {
        Article = new(text.Split(' ')[0]),
        Language = Language.Italian,
        Title = text,
        Text = text,
        Confidence = double.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture),
    };
}
