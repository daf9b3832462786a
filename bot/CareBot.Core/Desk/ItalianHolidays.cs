namespace CareBot.Desk;

/// <summary>The national holidays of Italy, and the days on which a legal term may end.</summary>
/// <remarks>
/// The list of art. 2 L. 260/1949 as later laws left it. Patron saints are no national holidays: a calendar names them as local closures.
/// </remarks>
public static class ItalianHolidays
{
    /// <summary>The first year in which 4 October, St Francis, is a holiday again (L. 151/2025).</summary>
    private const int StFrancisFrom = 2026;

    /// <summary>Whether a day is a national holiday. Easter Sunday counts: it matters to those who open on Sundays.</summary>
    public static bool Contains(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (1, 6) or (4, 25) or (5, 1) or (6, 2) or (8, 15) or (11, 1) or (12, 8) or (12, 25) or (12, 26) => true,
        (10, 4) => day.Year >= StFrancisFrom,
        (3 or 4, _) => Easter(day.Year) is var easter && (day == easter || day == easter.AddDays(1)),
        _ => false,
    };

    /// <summary>Whether a legal term may end on a day: neither Saturday nor Sunday nor a national holiday.</summary>
    public static bool TermsEndOn(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Contains(day);

    /// <summary>Easter Sunday of a year of the Gregorian calendar.</summary>
    /// <remarks>The anonymous algorithm that Meeus, Jones and Butcher handed down; the letters are theirs.</remarks>
    public static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var day = h + l - (7 * m) + 114;
        return new(year, day / 31, (day % 31) + 1);
    }
}
