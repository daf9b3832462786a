using CareBot.Host.Commands;

namespace CareBot.Host.Tests.Commands;

public class TypedTimeTests
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    [Theory]
    [InlineData("2026-11-24", "2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")] // the clocks go forward: 23 hours
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")] // and back: 25 hours
    public void Day_holds_the_hours_of_the_company(string day, string begin, string end)
    {
        var typed = new TypedTime.Day(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal([begin, end], [Utc(typed.Begin(Rome)), Utc(typed.End(Rome))]);
    }

    private static string Utc(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
