using System.Collections.Immutable;
using System.Globalization;
using CareBot.Desk;

namespace CareBot.Core.Tests.Desk;

/// <summary>The desks that tests are told about, all in Rome.</summary>
internal static class Calendars
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    public static BusinessCalendar Named(string name) => name switch
    {
        "A" => new() { Zone = Rome, Weekly = Week(Weekdays, "09:00-18:00").SetItem(DayOfWeek.Saturday, Hours("09:00-13:00")), KeepsItalianHolidays = true },
        "B" => new()
        {
            Zone = Rome,
            Weekly = Week(Weekdays, "08:30-12:30", "14:00-18:00"),
            KeepsItalianHolidays = true,
            LocalClosures = [ClosedDay.FromText("06-13")!.Value],
        },
        "C" => new() { Zone = Rome, AlwaysOpen = true },
        "N" => new() { Zone = Rome, Weekly = Week(EveryDay, "22:00-30:00") },
        "E" => new() { Zone = Rome, Weekly = Week(Weekdays, "08:30-21:30"), KeepsItalianHolidays = true },
        "S" => new() { Zone = Rome, Weekly = Week(EveryDay, "10:00-20:00"), KeepsItalianHolidays = true },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static IReadOnlyList<OpenHours> Hours(params string[] hours) => [.. hours.Select(text => OpenHours.FromText(text)!.Value)];

    /// <summary>What somebody in Rome writes; with an offset, what it says.</summary>
    public static DateTimeOffset At(string written) => written.Contains('+', StringComparison.Ordinal)
        ? DateTimeOffset.ParseExact(written, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)
        : WallTime.Written(DateTime.ParseExact(written, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Rome);

    public static DateOnly Day(string written) => DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableDictionary<DayOfWeek, IReadOnlyList<OpenHours>> Week(DayOfWeek[] days, params string[] hours) =>
        days.ToImmutableDictionary(day => day, _ => Hours(hours));
}
