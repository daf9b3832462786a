using CareBot.Desk;
using static CareBot.Core.Tests.Desk.Calendars;

namespace CareBot.Core.Tests.Desk;

public class ItalianHolidaysTests
{
    [Theory]
    [InlineData("2000-04-24")]
    [InlineData("2011-04-25")] // also Liberation Day
    [InlineData("2024-04-01")]
    [InlineData("2025-04-21")]
    [InlineData("2026-04-06")]
    [InlineData("2027-03-29")] // the day after the clocks change
    [InlineData("2028-04-17")]
    [InlineData("2029-04-02")]
    [InlineData("2030-04-22")]
    [InlineData("2038-04-26")]
    public void Easter_Monday_and_the_Sunday_before_are_holidays(string monday)
    {
        Assert.Equal(Day(monday), ItalianHolidays.Easter(Day(monday).Year).AddDays(1));
        Assert.True(ItalianHolidays.Contains(Day(monday)));
        Assert.True(ItalianHolidays.Contains(Day(monday).AddDays(-1)));
    }

    [Theory]
    [InlineData("2025-10-04", false)]
    [InlineData("2026-10-04", true)]
    public void Saint_Francis_is_a_holiday_from_2026_on(string day, bool holiday) => Assert.Equal(holiday, ItalianHolidays.Contains(Day(day)));

    [Theory]
    [InlineData("2026-03-19")] // St Joseph
    [InlineData("2026-05-14")] // Ascension
    [InlineData("2026-06-04")] // Corpus Domini
    [InlineData("2026-06-29")] // Sts Peter and Paul
    [InlineData("2026-11-04")] // Unity Day
    public void Holidays_that_were_taken_away_are_none(string day) => Assert.False(ItalianHolidays.Contains(Day(day)));

    [Fact]
    public void Year_has_thirteen_holidays_where_Easter_falls_on_none_of_them() =>
        Assert.Equal(13, Enumerable.Range(0, 365).Count(days => ItalianHolidays.Contains(Day("2026-01-01").AddDays(days))));
}
