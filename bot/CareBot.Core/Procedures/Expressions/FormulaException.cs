namespace CareBot.Procedures.Expressions;

/// <summary>A formula that cannot be read.</summary>
/// <param name="column">Where in it, from 1.</param>
/// <param name="why">What is wrong, as a sentence.</param>
public sealed class FormulaException(int column, string why) : FormatException(why)
{
    /// <summary>Where in the formula, from 1.</summary>
    public int Column => column;
}
