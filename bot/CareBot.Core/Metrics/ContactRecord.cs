using CareBot.Answers;
using CareBot.Desk;
using CareBot.Turns;

namespace CareBot.Metrics;

/// <summary>What the figures need to know of one contact: how it was handled, and never what was said.</summary>
/// <remarks>It is a fold over the contact's events (<see cref="ContactFold"/>), so it can be made again from the journal at any time.</remarks>
public sealed record ContactRecord
{
    /// <summary>Which contact.</summary>
    public required ContactId Id { get; init; }

    /// <summary>The conversation it is part of.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>The Bot Framework's name of the channel it came by.</summary>
    public required string Channel { get; init; }

    /// <summary>The language the customer wrote in last.</summary>
    public required Language Language { get; init; }

    /// <summary>When the customer's first message came; the instant a contact is counted under.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The topic of the last article shown; null when none was shown, or it has none.</summary>
    /// <remarks>The last, because an earlier one was not what the customer needed.</remarks>
    public string? Topic { get; init; }

    /// <summary>When the first article was shown; a question back or a greeting is no answer.</summary>
    public DateTimeOffset? FirstAnswerAt { get; init; }

    /// <summary>The articles shown, in order; one shown twice is there twice.</summary>
    public IReadOnlyList<ArticleId> Articles { get; init; } = [];

    /// <summary>How sure the search was of the first answer, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>The customer's last word on whether an answer helped; null when they gave none.</summary>
    public bool? Helpful { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>When the customer began to wait for a person.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>Why a person was needed.</summary>
    public HandoffReason? HandoffReason { get; init; }

    /// <summary>When an agent first claimed it.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When an agent first wrote to the customer.</summary>
    public DateTimeOffset? FirstHumanReplyAt { get; init; }

    /// <summary>The agent who had it last.</summary>
    public AgentId? Agent { get; init; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The customer's rating from 1 (poor) to 5 (excellent); it comes after the end.</summary>
    public int? Rating { get; init; }
}
