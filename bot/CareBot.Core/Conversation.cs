using System.Text.Json.Serialization;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot;

/// <summary>The identity of a channel's thread with one customer, as the channel names it.</summary>
public readonly record struct ConversationId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The identity of one contact: its conversation and its number in it, from 1.</summary>
public readonly record struct ContactId(string Value)
{
    /// <summary>The contact that is number <paramref name="number"/> of a conversation.</summary>
    public static ContactId Of(ConversationId conversation, int number) => new($"{conversation}#{number}");

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A channel's thread with one customer: what must be known to take its next turn, and no more.</summary>
/// <remarks>It never ends; contacts in it do. What was said is in the journal.</remarks>
public sealed record Conversation
{
    /// <summary>The channel's own id.</summary>
    public required ConversationId Id { get; init; }

    /// <summary>The Bot Framework's name of the channel: <c>directline</c>, <c>msteams</c>, <c>emulator</c> …</summary>
    public required string Channel { get; init; }

    /// <summary>When the first input came.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The language in which the customer is answered: the one they wrote in last.</summary>
    public required Language Language { get; init; }

    /// <summary>The name that the channel gives for the customer; null where it gives none.</summary>
    public string? Customer { get; init; }

    /// <summary>Whether the bot has said that it is an automated assistant.</summary>
    public bool Introduced { get; init; }

    /// <summary>Who has the conversation now.</summary>
    public Status Status { get; init; } = new Status.WithBot();

    /// <summary>The contact under way; null between contacts.</summary>
    public Contact? Contact { get; init; }

    /// <summary>What the last answer of the contact under way was about; null when there was none.</summary>
    public About? About { get; init; }

    /// <summary>How many contacts there have been, the open one included.</summary>
    public int Contacts { get; init; }

    /// <summary>When something is due if nothing happens before; null when nothing is.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The procedures under way, the one whose question is pending last.</summary>
    public IReadOnlyList<Run> Runs
    {
        get;

        // None is always the same none, so that two conversations without runs are equal; one stored before there were runs has null.
        init => field = value is { Count: > 0 } ? value : [];
    } = [];

    /// <summary>What colleagues should look at, the oldest first.</summary>
    public IReadOnlyList<Alert> Alerts
    {
        get;
        init => field = value is { Count: > 0 } ? value : [];
    } = [];

    /// <summary>What procedures came to that need not be gone through again for a while, the oldest first.</summary>
    public IReadOnlyList<Remembered> Remembered
    {
        get;
        init => field = value is { Count: > 0 } ? value : [];
    } = [];

    /// <summary>How many runs there have been.</summary>
    public int RunsStarted { get; init; }

    /// <summary>When something here or in a run is due if nothing happens before; null when nothing is.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDueAt => Runs.Select(run => run.DueAt).Append(DueAt).Min();
}

/// <summary>What an answer was about: what the customer means by "it" in the question after.</summary>
/// <param name="Article">The article shown.</param>
/// <param name="Topic">Its topic; empty when it had none.</param>
public sealed record About(ArticleId Article, string Topic);

/// <summary>Who has a conversation.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(WithBot), "withBot")]
[JsonDerivedType(typeof(Queued), "queued")]
[JsonDerivedType(typeof(WithAgent), "withAgent")]
public abstract record Status
{
    private Status()
    {
    }

    /// <summary>The bot answers.</summary>
    /// <param name="Misses">Questions in a row that found no answer.</param>
    /// <param name="Pending">What the bot has asked and not yet been told; null when nothing.</param>
    public sealed record WithBot(int Misses = 0, Question? Pending = null) : Status;

    /// <summary>The customer waits for a person; the bot is silent.</summary>
    /// <param name="Queue">Where they wait.</param>
    /// <param name="Since">When they began to wait.</param>
    /// <param name="Reason">Why a person is needed.</param>
    public sealed record Queued(QueueName Queue, DateTimeOffset Since, HandoffReason Reason) : Status;

    /// <summary>A person answers; the bot is silent.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Queue">The queue that the conversation was claimed from.</param>
    /// <param name="QueuedAt">When the customer began to wait.</param>
    /// <param name="Since">When the agent claimed it.</param>
    public sealed record WithAgent(Agent Agent, QueueName Queue, DateTimeOffset QueuedAt, DateTimeOffset Since) : Status;
}

/// <summary>One episode of handling, from the customer's first message to its close.</summary>
/// <param name="Id">Which.</param>
/// <param name="StartedAt">When the customer's first message came.</param>
/// <param name="Signal">The last sign of whether the customer has what they came for.</param>
public sealed record Contact(ContactId Id, DateTimeOffset StartedAt, Signal Signal = Signal.None);

/// <summary>The last sign of whether the customer has what they came for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Signal>))]
public enum Signal
{
    /// <summary>Nothing has been answered yet.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>An answer was shown and the customer has not said whether it helped.</summary>
    [JsonStringEnumMemberName("answered")]
    Answered,

    /// <summary>The customer said that the answer helped.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>No answer was found, or the customer said that it did not help.</summary>
    [JsonStringEnumMemberName("unmet")]
    Unmet,

    /// <summary>No answer was found and the customer did not want a person.</summary>
    [JsonStringEnumMemberName("declined")]
    Declined,
}
