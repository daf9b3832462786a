using CareBot.Turns;

namespace CareBot.Host.Turns;

/// <summary>A way to customers: it sends what a turn decided, and hands what customers do to the <see cref="TurnRunner"/>.</summary>
internal interface IChannel
{
    /// <summary>Whether conversations of a channel of this name (Bot Framework's <c>channelId</c>) are this one's to serve.</summary>
    bool Serves(string channel);

    /// <summary>Who takes what goes to an address, and may keep us waiting; null where nobody but this service does.</summary>
    string? HostOf(string address);

    /// <summary>Sends one thing. Called in order within a conversation, and again with the same id after a failure or a crash.</summary>
    Task<Delivery> SendAsync(Outgoing outgoing, CancellationToken cancellation);
}

/// <summary>What is on its way through a channel: a reply to the customer, or word of a handoff.</summary>
internal sealed record Outgoing
{
    /// <summary>The same at every try: what makes a repetition known as one.</summary>
    public required long Id { get; init; }

    public required Conversation Conversation { get; init; }

    /// <summary>Where to, in the channel's own words; null when the channel never gave one.</summary>
    public required string? Address { get; init; }

    /// <summary>The channel's id of the activity that is answered; null when it answers none.</summary>
    public required string? ReplyTo { get; init; }

    public required Effect Effect { get; init; }
}

/// <summary>What became of a try to send.</summary>
internal abstract record Delivery
{
    private Delivery()
    {
    }

    public sealed record Sent : Delivery;

    /// <summary>It may work later; not before <paramref name="After"/> when the other side named a time to wait.</summary>
    public sealed record TryLater(string Why, TimeSpan? After = null) : Delivery;

    /// <summary>It will never work.</summary>
    public sealed record Impossible(string Why) : Delivery;
}
