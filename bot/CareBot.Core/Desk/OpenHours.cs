using System.Globalization;

namespace CareBot.Desk;

/// <summary>Hours in a row in which a desk is staffed, as the clock on its wall shows them.</summary>
/// <param name="Opens">From midnight; included.</param>
/// <param name="Closes">From the same midnight; not included. Beyond 24 hours it is on the next day: 22:00–30:00 is a night.</param>
public readonly record struct OpenHours(TimeSpan Opens, TimeSpan Closes)
{
    /// <summary>The hours after midnight of its first day in which a shift may end.</summary>
    public const int HoursMax = 48;

    /// <summary>From midnight to midnight.</summary>
    public static OpenHours AllDay { get; } = new(TimeSpan.Zero, TimeSpan.FromHours(24));

    /// <summary>Reads <c>09:00-18:00</c>; a shift past midnight is <c>22:00-30:00</c>.</summary>
    /// <returns>Null where that is not what is written, or where it ends before it begins.</returns>
    public static OpenHours? FromText(string text)
    {
        var ends = text.Split('-', '–');
        return ends.Length == 2 && Time(ends[0]) is { } opens && Time(ends[1]) is { } closes
            && opens < closes && opens < TimeSpan.FromHours(24) && closes <= TimeSpan.FromHours(HoursMax)
            ? new(opens, closes)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Text(Opens)}-{Text(Closes)}";

    private static TimeSpan? Time(string text)
    {
        var parts = text.Trim().Split(':');
        return parts.Length == 2 && parts[1].Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= HoursMax
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 60
            ? new TimeSpan(hours, minutes, 0)
            : null;
    }

    private static string Text(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");
}

/// <summary>A day on which a desk is closed: every year, or once.</summary>
/// <param name="Year">Null where it returns every year, as a patron saint's day does.</param>
/// <param name="Month">From 1 to 12.</param>
/// <param name="Day">From 1.</param>
public readonly record struct ClosedDay(int? Year, int Month, int Day)
{
    /// <summary>Any leap year: a day that returns every year may be 29 February.</summary>
    private const string LeapYear = "2024-";

    /// <summary>Reads <c>06-13</c>, every year, or <c>2026-08-14</c>, once.</summary>
    /// <returns>Null where neither is written or there is no such day.</returns>
    public static ClosedDay? FromText(string text)
    {
        var everyYear = text.Length == "06-13".Length;
        return DateOnly.TryParseExact(
            everyYear ? LeapYear + text : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(everyYear ? null : day.Year, day.Month, day.Day)
            : null;
    }

    /// <summary>Whether a date is this day.</summary>
    public bool Is(DateOnly date) => date.Month == Month && date.Day == Day && (Year ?? date.Year) == date.Year;

    /// <inheritdoc/>
    public override string ToString() => Year is { } year
        ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{Month:00}-{Day:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}
