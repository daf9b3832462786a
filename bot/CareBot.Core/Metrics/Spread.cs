namespace CareBot.Metrics;

/// <summary>How long something took, in seconds: both null when nothing was measured.</summary>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="P90">The time that nine in ten keep within, by <see cref="Percentile"/>.</param>
public sealed record Spread(double? Mean, double? P90)
{
    /// <summary>The spread of these times, in whatever order they come: the sum is of whole ticks.</summary>
    public static Spread Of(IEnumerable<TimeSpan> times)
    {
        var ticks = times.Select(time => time.Ticks).Order().ToList();
        if (ticks.Count == 0)
        {
            return new(null, null);
        }

        return new(Seconds((double)ticks.Sum() / ticks.Count), Seconds(Percentile(ticks, 0.9)));
    }

    /// <summary>A percentile by linear interpolation between the neighbours (type 7, a spreadsheet's PERCENTILE.INC).</summary>
    /// <param name="sorted">At least one value, the smallest first.</param>
    /// <param name="share">From 0 to 1: 0.5 is the median.</param>
    public static double Percentile(IReadOnlyList<long> sorted, double share)
    {
        var rank = share * (sorted.Count - 1);
        var below = (int)rank;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((rank - below) * (sorted[above] - sorted[below]));
    }

    private static double Seconds(double ticks) => ticks / TimeSpan.TicksPerSecond;
}
