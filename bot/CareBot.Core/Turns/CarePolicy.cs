using CareBot.Desk;

namespace CareBot.Turns;

/// <summary>The numbers and names by which turns are decided: what a care manager may set.</summary>
public sealed record CarePolicy
{
    /// <summary>The company as customers know it.</summary>
    public string Company { get; init; } = "Bottega Laguna";

    /// <summary>The confidence from which one passage is given as the answer, 0 to 1.</summary>
    public double ConfidenceMin { get; init; } = 0.5;

    /// <summary>The confidence from which a passage is offered as a choice, 0 to 1.</summary>
    public double ClarifyMin { get; init; } = 0.25;

    /// <summary>How near to the best a passage must be to be offered beside it.</summary>
    public double ClarifyMargin { get; init; } = 0.1;

    /// <summary>The most articles offered to choose from.</summary>
    public int ChoicesMax { get; init; } = 3;

    /// <summary>The questions in a row without an answer after which a person takes over.</summary>
    public int MissesMax { get; init; } = 3;

    /// <summary>The customer's silence after which a contact with the bot is over.</summary>
    public TimeSpan ContactIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The wait for a person that is promised.</summary>
    public TimeSpan HandoffTarget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Where contacts wait for a person.</summary>
    public QueueName Queue { get; init; } = new("care");
}
