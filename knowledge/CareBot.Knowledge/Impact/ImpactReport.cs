using CareBot.Answers;
using CareBot.Knowledge.Search;
using CareBot.Metrics;
using CareBot.Privacy;

namespace CareBot.Knowledge.Impact;

/// <summary>What a change of the library does to the questions that customers have really put.</summary>
public static class ImpactReport
{
    /// <summary>Asks both libraries every question and lists those whose answer is not the same.</summary>
    /// <param name="questions">Kept questions; like ones are asked once and counted.</param>
    /// <param name="before">The library as it was.</param>
    /// <param name="after">The library as it is.</param>
    /// <param name="policy">When a found article is an answer.</param>
    /// <param name="today">The day in the company's own time zone, for both libraries.</param>
    /// <returns>What hurts answers that had helped first, then what is lost, changed and gained; then the most frequent.</returns>
    public static IReadOnlyList<AnswerChange> Of(
        IReadOnlyList<QuestionRecord> questions, KnowledgeIndex before, KnowledgeIndex after, AnswerPolicy policy, DateOnly today) =>
    [
        .. questions
            .GroupBy(question => (Text: Pseudonyms.WithoutPlaceholders(question.Text), question.Language, Channel: Inquiry.ChannelOf(question.Channel)))
            .Where(same => same.Key.Text.Length > 0)
            .Select(same => Compare(
                new Inquiry { Text = same.Key.Text, Prior = same.Key.Language, Channel = same.Key.Channel, Today = today },
                [.. same], before, after, policy))
            .OfType<AnswerChange>()
            .OrderByDescending(change => change.HurtsHelpful)
            .ThenBy(change => change.Kind)
            .ThenByDescending(change => change.Times)
            .ThenBy(change => change.Question, StringComparer.Ordinal)
            .ThenBy(change => change.Channel, StringComparer.Ordinal),
    ];

    private static AnswerChange? Compare(
        Inquiry inquiry, IReadOnlyList<QuestionRecord> asked, KnowledgeIndex before, KnowledgeIndex after, AnswerPolicy policy)
    {
        var was = Find(inquiry, before, policy);
        var now = Find(inquiry, after, policy);
        AnswerChangeKind? kind = (was.IsAnswer, now.IsAnswer) switch
        {
            (true, false) => AnswerChangeKind.Lost,
            (true, true) when was.Article != now.Article => AnswerChangeKind.Changed,
            (false, true) => AnswerChangeKind.Gained,
            _ => null,
        };
        return kind is null ? null : new()
        {
            Kind = kind.Value,
            Question = inquiry.Text,
            Language = inquiry.Prior,
            Channel = inquiry.Channel,
            Times = asked.Count,
            Before = was,
            After = now,
            HurtsHelpful = was.IsAnswer && asked.Any(question =>
                question.Outcome == QuestionOutcome.Helped && question.Shown is [.., var shown] && shown == was.Article),
        };
    }

    private static FoundAnswer Find(Inquiry inquiry, KnowledgeIndex index, AnswerPolicy policy)
    {
        var passages = index.Gather(inquiry).Passages;
        return Verdict.Of(passages, policy) is Verdict.Answer answer
            ? new(true, answer.Passage.Article, answer.Passage.Confidence)
            : new(false, passages is [var best, ..] ? best.Article : null, passages is [var first, ..] ? first.Confidence : 0);
    }
}

/// <summary>A question whose answer is not what it was.</summary>
public sealed record AnswerChange
{
    /// <summary>How it changed.</summary>
    public required AnswerChangeKind Kind { get; init; }

    /// <summary>The customer's words without what was masked.</summary>
    public required string Question { get; init; }

    /// <summary>The language of the conversation.</summary>
    public required Language Language { get; init; }

    /// <summary>The channel by its authors' name.</summary>
    public required string Channel { get; init; }

    /// <summary>How often it was asked.</summary>
    public required int Times { get; init; }

    /// <summary>What the library as it was finds.</summary>
    public required FoundAnswer Before { get; init; }

    /// <summary>What the library as it is finds.</summary>
    public required FoundAnswer After { get; init; }

    /// <summary>Whether the answer that is gone is one of which a customer had said that it helped.</summary>
    public required bool HurtsHelpful { get; init; }
}

/// <summary>How an answer changed; the gravest first.</summary>
public enum AnswerChangeKind
{
    /// <summary>There was an answer and there is none.</summary>
    Lost,

    /// <summary>Another article answers.</summary>
    Changed,

    /// <summary>There was no answer and there is one.</summary>
    Gained,
}

/// <summary>What a library finds for a question.</summary>
/// <param name="IsAnswer">Whether it is sure enough to be given as the answer.</param>
/// <param name="Article">The answer, or what comes nearest to one; null when nothing was found.</param>
/// <param name="Confidence">How sure the search is of it, 0 to 1.</param>
public sealed record FoundAnswer(bool IsAnswer, ArticleId? Article, double Confidence);
