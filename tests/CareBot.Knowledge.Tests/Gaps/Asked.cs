using CareBot.Answers;
using CareBot.Metrics;

namespace CareBot.Knowledge.Tests.Gaps;

/// <summary>Customers' questions as they are kept, each in a contact of its own.</summary>
internal static class Asked
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static QuestionRecord Missed(string text, int number, Language language = Language.Italian) => new()
    {
        Contact = new($"c{number}#1"),
        Number = 1,
        At = Noon.AddMinutes(number),
        Channel = "directline",
        Language = language,
        Text = text,
        Outcome = QuestionOutcome.Missed,
    };

    public static QuestionRecord Shown(string text, int number, string article, QuestionOutcome outcome) =>
        Missed(text, number) with { Outcome = outcome, Shown = [new ArticleId(article)], Confidence = 0.8 };
}
