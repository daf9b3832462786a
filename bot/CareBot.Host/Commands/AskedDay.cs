namespace CareBot.Host.Commands;

/// <summary>Under what circumstances kept questions are asked again.</summary>
internal static class AskedDay
{
    /// <summary>The day it is for the company: it says which articles are valid.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), DayOption.Zone).DateTime);
}
