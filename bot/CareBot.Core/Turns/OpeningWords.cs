using CareBot.Procedures.Slots;

namespace CareBot.Turns;

/// <summary>When the desk opens again, as one tells it.</summary>
internal static class OpeningWords
{
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
            _ => at.ToString(isItalian ? "dddd d MMMM" : "'on' dddd d MMMM", Shown.In(language)),
        };
        return $"{day} {(isItalian ? "alle" : "at")} {at.ToString("H:mm", Shown.In(language))}";
    }
}
