namespace CareBot.Metrics;

/// <summary>A share as it was counted: rounded when it is printed and not before.</summary>
/// <param name="Numerator">Those that have the property.</param>
/// <param name="Denominator">Those that could have it; above 0.</param>
public readonly record struct Ratio(int Numerator, int Denominator)
{
    /// <summary>The share, from 0 to 1.</summary>
    public double Value => (double)Numerator / Denominator;

    /// <summary>A share of <paramref name="denominator"/>; null when that is 0, for then there is nothing to tell.</summary>
    public static Ratio? Of(int numerator, int denominator) => denominator == 0 ? null : new Ratio(numerator, denominator);
}
