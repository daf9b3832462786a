using CareBot.Desk;
using CareBot.Procedures;

namespace CareBot.Host.Desk;

/// <summary>What became of an agent's act.</summary>
internal abstract record DeskOutcome
{
    private DeskOutcome()
    {
    }

    /// <summary>It is on disk, and on its way to the customer where it is meant for them.</summary>
    public sealed record Done : DeskOutcome;

    /// <summary>The conversation stands otherwise than the agent thought.</summary>
    /// <param name="Why">How.</param>
    /// <param name="Holder">Who has the conversation; null when nobody has.</param>
    public sealed record Refused(Refusal Why, Agent? Holder) : DeskOutcome
    {
        /// <summary>The slot that it was refused for, as people call it; null when it was for none.</summary>
        public Wording? For { get; init; }
    }

    /// <summary>There were no words to send.</summary>
    public sealed record Empty : DeskOutcome;

    /// <summary>There were more than <see cref="CareDesk.TextMax"/> characters.</summary>
    public sealed record TooLong : DeskOutcome;

    /// <summary>No such conversation.</summary>
    public sealed record Unknown : DeskOutcome;
}
