using System.Globalization;

namespace CareBot.Desk;

/// <summary>What an amount of time is counted in.</summary>
public enum TimeUnit
{
    /// <summary>Minutes in which the desk is open, <c>30m</c>.</summary>
    BusinessMinutes,

    /// <summary>Hours in which the desk is open, <c>8h</c>.</summary>
    BusinessHours,

    /// <summary>Minutes of the clock, <c>10m!</c>.</summary>
    Minutes,

    /// <summary>Hours of the clock, <c>24h!</c>.</summary>
    Hours,

    /// <summary>Days of 24 hours of the clock, <c>2d!</c>.</summary>
    Days,

    /// <summary>Days on which the desk opens, <c>3bd</c>.</summary>
    BusinessDays,

    /// <summary>Days of the calendar as laws count them, <c>14cd</c>.</summary>
    CalendarDays,

    /// <summary>Months as laws count them, <c>1mo</c>: the same day of the month, or its last.</summary>
    Months,
}

/// <summary>How long something may take, as authors write it: <c>8h</c>, <c>24h!</c>, <c>3bd</c>, <c>14cd</c>, <c>1mo</c>.</summary>
/// <param name="Count">One or more.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct TimeAmount(int Count, TimeUnit Unit)
{
    /// <summary>The minutes of one amount: a year of them.</summary>
    public const int MinutesMax = 60 * HoursMax;

    /// <summary>The hours of one amount: a year of them.</summary>
    public const int HoursMax = 24 * 366;

    /// <summary>The days of one amount: ten years of them.</summary>
    public const int DaysMax = 3_660;

    /// <summary>The business days of one amount: some four years of them.</summary>
    public const int BusinessDaysMax = 1_000;

    /// <summary>The months of one amount: ten years of them.</summary>
    public const int MonthsMax = 120;

    /// <summary>The ways to write one, for messages to authors.</summary>
    public const string Forms =
        "30m or 8h (time in which the desk is open), 10m!, 24h! or 2d! (time of the clock), 3bd (business days), 14cd (calendar days), 1mo (months)";

    private static readonly (string Sign, TimeUnit Unit, int CountMax)[] Units =
    [
        ("m", TimeUnit.BusinessMinutes, MinutesMax),
        ("h", TimeUnit.BusinessHours, HoursMax),
        ("m!", TimeUnit.Minutes, MinutesMax),
        ("h!", TimeUnit.Hours, HoursMax),
        ("d!", TimeUnit.Days, DaysMax),
        ("bd", TimeUnit.BusinessDays, BusinessDaysMax),
        ("cd", TimeUnit.CalendarDays, DaysMax),
        ("mo", TimeUnit.Months, MonthsMax),
    ];

    /// <summary>Reads one of <see cref="Forms"/>, exactly as <see cref="ToString"/> writes it.</summary>
    /// <returns>Whether it is one, and within its bounds.</returns>
    public static bool TryParse(string? text, out TimeAmount amount)
    {
        var digits = (text ?? "").TakeWhile(char.IsAsciiDigit).Count();
        foreach (var (sign, unit, countMax) in Units)
        {
            if (text is not null && text[digits..] == sign && text[0] != '0'
                && int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= countMax)
            {
                amount = new(count, unit);
                return true;
            }
        }

        amount = default;
        return false;
    }

    /// <summary>The time in which the desk must be open, or that must pass on the clock; null for days and months of a calendar.</summary>
    public TimeSpan? Elapsed => Unit switch
    {
        TimeUnit.BusinessMinutes or TimeUnit.Minutes => TimeSpan.FromMinutes(Count),
        TimeUnit.BusinessHours or TimeUnit.Hours => TimeSpan.FromHours(Count),
        TimeUnit.Days => TimeSpan.FromDays(Count),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString()
    {
        var unit = Unit;
        return Count.ToString(CultureInfo.InvariantCulture) + Units.Single(known => known.Unit == unit).Sign;
    }
}
