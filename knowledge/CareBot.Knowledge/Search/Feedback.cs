using CareBot.Answers;
using CareBot.Metrics;

namespace CareBot.Knowledge.Search;

/// <summary>What a customer, or the agent who answered them, made of an article for their question.</summary>
/// <param name="Text">The customer's words, without placeholders.</param>
/// <param name="Language">The language of the conversation.</param>
/// <param name="Article">Which article.</param>
/// <param name="Right">Whether it was what they needed.</param>
public sealed record Feedback(string Text, Language Language, ArticleId Article, bool Right)
{
    /// <summary>What a question tells: a yes or no to "did this help?", a choice, the refusal of one, or the article that an agent sent
    /// in place of what the bot had shown or offered. An answer that nobody judged tells nothing, and neither does one of several that
    /// one message called for.</summary>
    public static IEnumerable<Feedback> Of(QuestionRecord question)
    {
        var text = Privacy.Pseudonyms.WithoutPlaceholders(question.Text);
        Feedback Is(ArticleId article, bool right) => new(text, question.Language, article, right);

        return (question.Outcome, question.Shown) switch
        {
            _ when question.AgentsAnswer is { } answer => question.AsksSeveral ? [] :
                [Is(answer, true), .. question.Shown.Concat(question.Offered).Distinct().Where(article => article != answer).Select(article => Is(article, false))],
            (QuestionOutcome.Helped or QuestionOutcome.Chosen, [var shown]) =>
                [Is(shown, true), .. question.Offered.Where(article => article != shown).Select(article => Is(article, false))],
            (QuestionOutcome.DidNotHelp, [var shown]) => [Is(shown, false)],
            (QuestionOutcome.NoneOfThese, _) => question.Offered.Select(article => Is(article, false)),
            _ => [],
        };
    }
}
