using CareBot.Answers;
using CareBot.Desk;

namespace CareBot.Turns;

/// <summary>The numbers and names by which turns are decided: what a care manager may set.</summary>
public sealed record CarePolicy
{
    /// <summary>The company as customers know it.</summary>
    public string Company { get; init; } = "Bottega Laguna";

    /// <summary>When a found passage is an answer.</summary>
    public AnswerPolicy Answering { get; init; } = new();

    /// <summary>The questions in a row without an answer after which a person takes over.</summary>
    public int MissesMax { get; init; } = 3;

    /// <summary>The customer's silence after which a contact with the bot is over.</summary>
    public TimeSpan ContactIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The wait for a person that is promised.</summary>
    public TimeSpan HandoffTarget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The customer's wait for the answer of the agent who has them, after which any colleague may take them.</summary>
    public TimeSpan AgentSilenceMax { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The company's time zone: whoever is greeted is greeted by its clock.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>Where contacts wait for a person.</summary>
    public QueueName Queue { get; init; } = new("care");

    /// <summary>The day at the company's.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
}
