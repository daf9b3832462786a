using CareBot.Answers;
using CareBot.Metrics;

namespace CareBot.Knowledge.Search;

/// <summary>What a customer made of an article that was shown or offered for their question.</summary>
/// <param name="Text">The customer's words, without placeholders.</param>
/// <param name="Language">The language of the conversation.</param>
/// <param name="Article">Which article.</param>
/// <param name="Right">Whether it was what they needed.</param>
public sealed record Feedback(string Text, Language Language, ArticleId Article, bool Right)
{
    /// <summary>What a question tells: a yes or no to "did this help?", a choice, or the refusal of one. An answer that nobody
    /// judged tells nothing, and neither does one of several shown for one message.</summary>
    public static IEnumerable<Feedback> Of(QuestionRecord question)
    {
        var text = Privacy.Pseudonyms.WithoutPlaceholders(question.Text);
        Feedback Is(ArticleId article, bool right) => new(text, question.Language, article, right);

        return (question.Outcome, question.Shown) switch
        {
            (QuestionOutcome.Helped or QuestionOutcome.Chosen, [var shown]) =>
                [Is(shown, true), .. question.Offered.Where(article => article != shown).Select(article => Is(article, false))],
            (QuestionOutcome.DidNotHelp, [var shown]) => [Is(shown, false)],
            (QuestionOutcome.NoneOfThese, _) => question.Offered.Select(article => Is(article, false)),
            _ => [],
        };
    }
}
