using System.Globalization;

namespace CareBot.Turns;

/// <summary>When the desk opens again, as one tells it.</summary>
internal static class OpeningWords
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="opens">When it does.</param>
    /// <param name="now">The instant it is told.</param>
    /// <param name="zone">Where the desk is.</param>
    /// <param name="language">The customer's.</param>
    public static string Of(DateTimeOffset opens, DateTimeOffset now, TimeZoneInfo zone, Language language)
    {
        var at = TimeZoneInfo.ConvertTime(opens, zone);
        var days = (at.Date - TimeZoneInfo.ConvertTime(now, zone).Date).Days;
        var isItalian = language == Language.Italian;
        var day = days switch
        {
            0 => isItalian ? "oggi" : "today",
            1 => isItalian ? "domani" : "tomorrow",
            _ => isItalian ? at.ToString("dddd d MMMM", Italian) : at.ToString("'on' dddd d MMMM", English),
        };
        return isItalian ? $"{day} alle {at.ToString("H:mm", Italian)}" : $"{day} at {at.ToString("H:mm", English)}";
    }
}
