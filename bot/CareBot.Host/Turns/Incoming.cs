using CareBot.Host.Storage.Single;
using CareBot.Turns;

namespace CareBot.Host.Turns;

/// <summary>Something that came in for a conversation, from whatever side.</summary>
internal sealed record Incoming
{
    public required ConversationId Conversation { get; init; }

    public required Input Input { get; init; }

    /// <summary>What is known about a conversation that begins with this input; null where only a known one can go on.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>The activity to be logged with the turn; null for inputs that are none.</summary>
    public ReceivedActivity? Received { get; init; }

    /// <summary>What makes an input the same when it comes again and is no activity of the conversation; null when it cannot come again.</summary>
    public string? Once { get; init; }

    /// <summary>The channel's id of the activity, which replies then name; null when the log's number makes the id.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Whether whoever brought it takes along what is to be sent: then the channel sends none of it.</summary>
    public bool TakesReplies { get; init; }

    /// <summary>Where replies go, in the channel's own words; null leaves it as it was.</summary>
    public string? Address { get; init; }
}

/// <summary>What a channel knows of a customer who arrives.</summary>
/// <param name="Channel">The Bot Framework's name of the channel.</param>
/// <param name="Locale">The customer's language as a tag; null when unknown.</param>
/// <param name="Customer">Their name; null when unknown.</param>
internal sealed record Arrival(string Channel, string? Locale, string? Customer = null)
{
    /// <summary>The conversation before anything has happened in it.</summary>
    public Conversation Open(ConversationId id, DateTimeOffset now) => new()
    {
        Id = id,
        Channel = Channel,
        StartedAt = now,
        Language = LanguageTags.FromTag(Locale) ?? Language.Italian,
        Customer = Customer,
    };
}

/// <summary>What became of an input.</summary>
internal abstract record TurnOutcome
{
    private TurnOutcome()
    {
    }

    /// <summary>A turn was taken and is on disk. <paramref name="Sequence"/> is the activity's place in the log.</summary>
    public sealed record Taken(Decision Decision, long? Sequence) : TurnOutcome;

    /// <summary>The same activity had come before; nothing was done again.</summary>
    public sealed record Duplicate(long Sequence) : TurnOutcome;

    /// <summary>No such conversation, and nothing that could begin it.</summary>
    public sealed record Unknown : TurnOutcome;
}
