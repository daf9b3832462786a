namespace CareBot.Answers;

/// <summary>The thresholds by which a found passage becomes an answer, a choice, or nothing.</summary>
public sealed record AnswerPolicy
{
    /// <summary>The confidence from which one passage is given as the answer, 0 to 1.</summary>
    public double ConfidenceMin { get; init; } = 0.5;

    /// <summary>The confidence from which a passage is offered as a choice, 0 to 1.</summary>
    public double ClarifyMin { get; init; } = 0.25;

    /// <summary>How near to the best a passage must be to be offered beside it.</summary>
    public double ClarifyMargin { get; init; } = 0.1;

    /// <summary>The most articles offered to choose from.</summary>
    public int ChoicesMax { get; init; } = 3;
}
