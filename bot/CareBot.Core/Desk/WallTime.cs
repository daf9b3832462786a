namespace CareBot.Desk;

/// <summary>What clocks on the wall show, as instants, also in the nights in which the clocks change.</summary>
/// <remarks>
/// <see cref="TimeZoneInfo"/> by itself throws for a time that the clocks skip, and takes the second of two for one that they show twice.
/// </remarks>
public static class WallTime
{
    /// <summary>The instant that somebody means who writes down a local time.</summary>
    /// <remarks>A time that the clocks skip moves on by as much as they do (02:30 is 03:30); of one that comes twice it is the first.</remarks>
    public static DateTimeOffset Written(DateTime local, TimeZoneInfo zone)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return Utc(time, zone.IsInvalidTime(time) ? Around(time, zone).Before : FirstOffset(time, zone));
    }

    /// <summary>The instant at which something begins that begins at a local time: where the clocks skip it, when they do so.</summary>
    internal static DateTimeOffset Begins(DateTime local, TimeZoneInfo zone) =>
        zone.IsInvalidTime(local) ? Change(local, zone) : Utc(local, FirstOffset(local, zone));

    /// <summary>The instant at which something ends that ends at a local time: of one that comes twice the second.</summary>
    internal static DateTimeOffset Ends(DateTime local, TimeZoneInfo zone) =>
        zone.IsInvalidTime(local) ? Change(local, zone) : Utc(local, LastOffset(local, zone));

    private static TimeSpan FirstOffset(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);

    private static TimeSpan LastOffset(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetUtcOffset(local);

    /// <summary>The instant in which the clocks skip a local time.</summary>
    private static DateTimeOffset Change(DateTime skipped, TimeZoneInfo zone)
    {
        var (before, after) = Around(skipped, zone);
        var (early, late) = (Utc(skipped, after), Utc(skipped, before));
        while (late - early > TimeSpan.FromSeconds(1))
        {
            var middle = early + TimeSpan.FromSeconds(Math.Floor((late - early).TotalSeconds / 2));
            (early, late) = zone.GetUtcOffset(middle) == before ? (middle, late) : (early, middle);
        }

        // Clocks change on a whole second, and it is the first one with the new offset.
        return new(late.Ticks - (late.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private static (TimeSpan Before, TimeSpan After) Around(DateTime skipped, TimeZoneInfo zone) =>
        (zone.GetUtcOffset(Utc(skipped.AddDays(-1), TimeSpan.Zero)), zone.GetUtcOffset(Utc(skipped.AddDays(1), TimeSpan.Zero)));

    private static DateTimeOffset Utc(DateTime local, TimeSpan offset) => new(local.Ticks - offset.Ticks, TimeSpan.Zero);
}
