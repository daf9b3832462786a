using CareBot.Desk;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CareBot.Core.Tests.Desk.Calendars;

namespace CareBot.Core.Tests.Desk;

public class TimeAmountTests
{
    [Theory]
    [InlineData("30m", 30, TimeUnit.BusinessMinutes)]
    [InlineData("8h", 8, TimeUnit.BusinessHours)]
    [InlineData("10m!", 10, TimeUnit.Minutes)]
    [InlineData("24h!", 24, TimeUnit.Hours)]
    [InlineData("2d!", 2, TimeUnit.Days)]
    [InlineData("3bd", 3, TimeUnit.BusinessDays)]
    [InlineData("14cd", 14, TimeUnit.CalendarDays)]
    [InlineData("1mo", 1, TimeUnit.Months)]
    [InlineData("3660cd", TimeAmount.DaysMax, TimeUnit.CalendarDays)]
    public void Amount_is_read_and_written_alike(string text, int count, TimeUnit unit)
    {
        Assert.True(TimeAmount.TryParse(text, out var amount));
        Assert.Equal(new(count, unit), amount);
        Assert.Equal(text, amount.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("8")]
    [InlineData("8 h")]
    [InlineData("8H")]
    [InlineData("2d")] // of the clock or of the desk?
    [InlineData("3bd!")]
    [InlineData("0h")]
    [InlineData("08h")]
    [InlineData("-1h")]
    [InlineData("1.5h")]
    [InlineData("3661cd")]
    [InlineData("121mo")]
    [InlineData("99999999999h")]
    public void What_is_no_amount_is_refused(string? text) => Assert.False(TimeAmount.TryParse(text, out _));

    [Property(MaxTest = 300)]
    public Property Every_amount_survives_being_written() => Prop.ForAll(
        (from count in Gen.Choose(1, TimeAmount.MonthsMax)
         from unit in Gen.Elements(Enum.GetValues<TimeUnit>())
         select new TimeAmount(count, unit)).ToArbitrary(),
        amount => TimeAmount.TryParse(amount.ToString(), out var read) && read == amount);

    [Theory]
    [InlineData("09:00-18:00", true)]
    [InlineData("22:00-30:00", true)]
    [InlineData("18:00-09:00", false)]
    [InlineData("9-18", false)]
    [InlineData("25:00-26:00", false)]
    [InlineData("09:00-49:00", false)]
    [InlineData("09:60-10:00", false)]
    public void Hours_end_after_they_begin(string text, bool read) => Assert.Equal(read ? text : null, OpenHours.FromText(text)?.ToString());

    [Theory]
    [InlineData("06-13", true)]
    [InlineData("02-29", true)]
    [InlineData("2026-08-14", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("13-06", false)]
    [InlineData("6-13", false)]
    public void Closed_day_is_a_day_that_exists(string text, bool read) => Assert.Equal(read ? text : null, ClosedDay.FromText(text)?.ToString());

    [Theory]
    [InlineData("2026-03-29 02:30", "2026-03-29 03:30 +02:00")]
    [InlineData("2026-10-25 02:30", "2026-10-25 02:30 +02:00")]
    [InlineData("2026-11-24 10:00", "2026-11-24 10:00 +01:00")]
    public void Written_time_is_an_instant_also_when_the_clocks_change(string written, string instant) => Assert.Equal(At(instant), At(written));
}
