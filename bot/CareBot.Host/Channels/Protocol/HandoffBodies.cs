using CareBot.Desk;

namespace CareBot.Host.Channels.Protocol;

/// <summary>The value of <c>handoff.initiate</c>: what a person who takes the contact must know.</summary>
public sealed record HandoffContext
{
    public required string Contact { get; init; }

    public required string Queue { get; init; }

    public required HandoffReason Reason { get; init; }

    public required string Language { get; init; }

    /// <summary>The customer's last words that may be a question; null when there are none.</summary>
    public string? Asked { get; init; }

    /// <summary>The article last shown; null when none was.</summary>
    public string? Article { get; init; }
}

/// <summary>The value of <c>handoff.status</c>.</summary>
public sealed record HandoffStatus(HandoffState State, string? Message);
