using CareBot.Desk;

namespace CareBot.Procedures.Engine;

/// <summary>What a run knows beside itself.</summary>
public sealed record RunContext
{
    /// <summary>The procedures there are.</summary>
    public required ProcedureBook Book { get; init; }

    /// <summary>The language the customer is answered in.</summary>
    public required Language Language { get; init; }

    /// <summary>Where the customer writes: <c>web</c>, <c>teams</c> …</summary>
    public required string Channel { get; init; }

    /// <summary>The instant, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What procedures came to in this conversation that need not be gone through again.</summary>
    public IReadOnlyList<Remembered> Remembered { get; init; } = [];

    /// <summary>The hours and days of rest by which time is counted.</summary>
    public BusinessCalendar Calendar => Book.Calendar;

    /// <summary>The day where the desk is.</summary>
    public DateOnly Today => Calendar.LocalDay(Now);
}
