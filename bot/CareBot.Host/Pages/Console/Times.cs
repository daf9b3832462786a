using System.Globalization;

namespace CareBot.Host.Pages.Console;

/// <summary>Instants as an agent reads them: in the company's time zone and the agent's language.</summary>
internal sealed class Times(TimeZoneInfo zone, ConsoleWords words)
{
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(words.Culture);

    /// <summary>How long ago, short enough for a list: "now", "3 min", "2 h", then the day.</summary>
    public string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => words.Now,
        { TotalHours: < 1 } past => words.Minutes((int)past.TotalMinutes),
        { TotalHours: < 24 } past => words.Hours((int)past.TotalHours),
        _ => Local(at).ToString("d MMM", culture),
    };

    /// <summary>The time of day.</summary>
    public string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm", culture);

    /// <summary>Day and time by which something is due.</summary>
    public string Due(DateTimeOffset at) => Local(at).ToString("dddd d MMMM, HH:mm", culture);

    /// <summary>Day and time in full.</summary>
    public string Full(DateTimeOffset at) => Local(at).ToString("dddd d MMMM yyyy, HH:mm:ss", culture);

    /// <summary>The day that an instant is of.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>A day as a heading: "Today", "Yesterday", else the day in full.</summary>
    public string Heading(DateOnly day, DateTimeOffset now) => (Day(now).DayNumber - day.DayNumber) switch
    {
        0 => words.Today,
        1 => words.Yesterday,
        _ => day.ToString("dddd d MMMM yyyy", culture),
    };

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);
}
