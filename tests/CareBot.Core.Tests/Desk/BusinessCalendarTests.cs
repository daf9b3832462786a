using System.Collections.Immutable;
using System.Globalization;
using CareBot.Desk;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CareBot.Core.Tests.Desk.Calendars;

namespace CareBot.Core.Tests.Desk;

public class BusinessCalendarTests
{
    private const int Hour = 3_600;

    [Theory]
    [InlineData("A", "2026-11-24 16:30", 4 * Hour, "2026-11-25 11:30 +01:00")] // over night
    [InlineData("A", "2026-11-27 17:00", 6 * Hour, "2026-11-30 10:00 +01:00")] // half a Saturday
    [InlineData("B", "2026-11-24 12:00", 2 * Hour, "2026-11-24 15:30 +01:00")] // over lunch
    [InlineData("B", "2026-11-24 13:00", 1 * Hour, "2026-11-24 15:00 +01:00")] // begun while closed
    [InlineData("A", "2026-11-24 14:00", 4 * Hour, "2026-11-24 18:00 +01:00")] // exactly at closing
    [InlineData("A", "2026-04-04 12:30", 2 * Hour, "2026-04-07 10:30 +02:00")] // Easter and Easter Monday
    [InlineData("B", "2028-06-12 17:30", 1 * Hour, "2028-06-14 09:00 +02:00")] // the patron saint
    [InlineData("A", "2026-12-24 17:00", 8 * Hour, "2026-12-28 16:00 +01:00")] // Christmas
    [InlineData("A", "2026-12-07 17:00", 3 * Hour, "2026-12-09 11:00 +01:00")] // 8 December
    [InlineData("C", "2026-03-28 20:00 +01:00", 12 * Hour, "2026-03-29 09:00 +02:00")] // clocks go forward
    [InlineData("C", "2026-10-24 20:00 +02:00", 12 * Hour, "2026-10-25 07:00 +01:00")] // clocks go back
    [InlineData("N", "2026-03-28 23:00 +01:00", 8 * Hour, "2026-03-30 00:00 +02:00")] // a night of seven hours
    [InlineData("N", "2026-10-24 23:00 +02:00", 8 * Hour, "2026-10-25 06:00 +01:00")] // a night of nine
    [InlineData("N", "2026-11-10 23:00", 8 * Hour, "2026-11-11 23:00 +01:00")] // over midnight
    [InlineData("C", "2026-10-25 02:30 +02:00", 2 * Hour, "2026-10-25 03:30 +01:00")] // the first 02:30
    [InlineData("C", "2026-10-25 02:30 +01:00", 2 * Hour, "2026-10-25 04:30 +01:00")] // the second
    [InlineData("N", "2026-03-29 02:30", 1 * Hour, "2026-03-29 04:30 +02:00")] // no such time: 03:30
    [InlineData("S", "2027-03-27 18:00 +01:00", 4 * Hour, "2027-03-30 12:00 +02:00")] // Easter on the day the clocks change
    [InlineData("S", "2026-10-03 19:00", 3 * Hour, "2026-10-05 12:00 +02:00")] // 4 October, a holiday again
    [InlineData("S", "2025-10-03 19:00", 12 * Hour, "2025-10-05 11:00 +02:00")] // and not yet
    [InlineData("A", "2026-04-30 17:30", 3 * Hour, "2026-05-02 11:30 +02:00")] // 1 May
    [InlineData("E", "2026-11-24 21:00", 1 * Hour, "2026-11-25 09:00 +01:00")] // a late desk
    [InlineData("A", "2026-11-24 07:00", Hour / 2, "2026-11-24 09:30 +01:00")] // before opening
    [InlineData("A", "2026-11-28 15:00", 16 * Hour, "2026-12-01 16:00 +01:00")] // after closing on Saturday
    [InlineData("A", "2026-11-28 15:00", 0, "2026-11-28 15:00 +01:00")] // no time at all
    public void Time_runs_while_the_desk_is_open(string calendar, string start, int seconds, string due) =>
        Assert.Equal(At(due), Named(calendar).Add(At(start), TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("A", "2026-12-24 10:00", "2026-12-28 10:00", 9)]
    [InlineData("A", "2026-11-27 13:00", "2026-11-30 11:00", 11)]
    [InlineData("C", "2026-10-25 00:00", "2026-10-26 00:00", 25)]
    [InlineData("C", "2026-03-29 00:00", "2026-03-30 00:00", 23)]
    [InlineData("A", "2026-11-30 11:00", "2026-11-27 13:00", 0)]
    public void Open_time_between_two_instants_is_time_that_passes(string calendar, string from, string until, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Named(calendar).Between(At(from), At(until)));

    [Theory]
    [InlineData("2026-11-24 11:30", "2026-11-24 14:30")] // 5.5 open hours of pause move the end by as much
    [InlineData("2026-11-24 22:00", "2026-11-25 12:00")]
    public void Clock_that_was_paused_goes_on_with_what_it_had_left(string resumed, string due)
    {
        var calendar = Named("A");
        var left = TimeSpan.FromHours(8) - calendar.Between(At("2026-11-23 10:00"), At("2026-11-23 15:00"));

        Assert.Equal(At(due), calendar.Add(At(resumed), left));
        Assert.Equal(At(due), calendar.Add(At("2026-11-23 10:00"), TimeSpan.FromHours(8) + calendar.Between(At("2026-11-23 15:00"), At(resumed))));
    }

    [Theory]
    [InlineData(0.50, "2026-11-27 10:00")]
    [InlineData(0.75, "2026-11-27 12:00")]
    [InlineData(0.90, "2026-11-27 13:12")]
    [InlineData(1.00, "2026-11-27 14:00")]
    [InlineData(1.25, "2026-11-27 16:00")]
    public void Share_of_a_target_is_a_share_of_open_time(double share, string due) =>
        Assert.Equal(At(due), Named("A").Add(At("2026-11-26 15:00"), TimeSpan.FromHours(8) * share));

    [Theory]
    [InlineData("A", "2026-11-24 08:59", false)]
    [InlineData("A", "2026-11-24 09:00", true)]
    [InlineData("A", "2026-11-24 18:00", false)]
    [InlineData("B", "2026-11-24 13:00", false)]
    [InlineData("B", "2028-06-13 10:00", false)]
    [InlineData("N", "2026-11-25 05:59", true)]
    [InlineData("N", "2026-11-25 06:00", false)]
    [InlineData("S", "2026-10-04 12:00", false)]
    [InlineData("C", "2026-12-25 03:00", true)]
    public void Opening_is_included_and_closing_is_not(string calendar, string at, bool open) =>
        Assert.Equal(open, Named(calendar).IsOpen(At(at)));

    [Theory]
    [InlineData("A", "2026-11-24 10:00", "2026-11-24 10:00")]
    [InlineData("A", "2026-11-28 13:00", "2026-11-30 09:00")]
    [InlineData("B", "2026-11-24 12:30", "2026-11-24 14:00")]
    [InlineData("A", "2026-12-24 18:00", "2026-12-28 09:00")]
    public void Desk_that_is_closed_tells_when_it_opens(string calendar, string at, string opens) =>
        Assert.Equal(At(opens), Named(calendar).NextOpen(At(at)));

    [Fact]
    public void Special_day_goes_before_holiday_and_week()
    {
        var calendar = Named("A") with
        {
            SpecialDays = ImmutableDictionary<DateOnly, IReadOnlyList<OpenHours>>.Empty
                .Add(Day("2026-12-08"), Hours("10:00-12:00"))
                .Add(Day("2026-12-09"), []),
        };

        Assert.True(calendar.IsOpen(At("2026-12-08 11:00")));
        Assert.False(calendar.IsWorkingDay(Day("2026-12-09")));
        Assert.Equal(At("2026-12-10 10:00"), calendar.Add(At("2026-12-08 11:00"), TimeSpan.FromHours(2)));
    }

    [Fact]
    public void Day_closed_once_is_open_the_year_after()
    {
        var calendar = Named("A") with { LocalClosures = [ClosedDay.FromText("2026-08-14")!.Value] };

        Assert.False(calendar.IsWorkingDay(Day("2026-08-14")));
        Assert.True(calendar.IsWorkingDay(Day("2028-08-14")));
    }

    [Fact]
    public void Hours_written_twice_are_worked_once()
    {
        var calendar = Named("A") with { Weekly = Named("A").Weekly.SetItem(DayOfWeek.Monday, Hours("11:00-13:00", "09:00-12:00")) };

        Assert.Equal(TimeSpan.FromHours(4), calendar.Between(At("2026-11-23 00:00"), At("2026-11-24 00:00")));
    }

    [Theory]
    [InlineData("02:15-02:45", 0)] // the clocks skip all of it
    [InlineData("02:30-04:00", 60)] // begins when they change
    [InlineData("01:00-02:30", 60)] // ends when they change
    public void Shift_that_begins_or_ends_in_an_hour_that_the_clocks_skip_does_so_when_they_change(string hours, int minutes)
    {
        var calendar = Named("N") with { Weekly = Named("N").Weekly.SetItem(DayOfWeek.Sunday, Hours(hours)).SetItem(DayOfWeek.Saturday, []) };

        Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.Between(At("2026-03-29 00:00"), At("2026-03-29 12:00")));
    }

    [Fact]
    public void Shift_in_the_hour_that_comes_twice_begins_with_the_first_and_ends_with_the_second()
    {
        var calendar = Named("N") with { Weekly = Named("N").Weekly.SetItem(DayOfWeek.Sunday, Hours("02:00-02:30")).SetItem(DayOfWeek.Saturday, []) };

        Assert.Equal(TimeSpan.FromMinutes(90), calendar.Between(At("2026-10-25 00:00"), At("2026-10-25 12:00")));
    }

    [Fact]
    public void Calendar_that_never_opens_says_so()
    {
        var never = new BusinessCalendar { Zone = Named("A").Zone };

        Assert.Null(never.NextOpen(At("2026-11-24 10:00")));
        Assert.Throws<InvalidOperationException>(() => never.Add(At("2026-11-24 10:00"), TimeSpan.FromHours(1)));
        Assert.Throws<InvalidOperationException>(() => never.EndOfBusinessDay(Day("2026-11-24"), 1));
    }

    [Theory]
    [InlineData("2026-12-11", "14cd", "2026-12-28")] // Christmas, St Stephen, Sunday
    [InlineData("2026-11-24", "14cd", "2026-12-09")] // 8 December
    [InlineData("2026-11-14", "14cd", "2026-11-30")] // a Saturday
    [InlineData("2027-03-15", "14cd", "2027-03-30")] // Easter Monday
    [InlineData("2026-09-20", "14cd", "2026-10-05")] // 4 October
    [InlineData("2027-01-31", "1mo", "2027-03-01")] // the last of February is a Sunday
    public void Legal_term_that_ends_on_a_day_off_ends_on_the_next_working_day(string from, string term, string due) =>
        Assert.Equal(Day(due), BusinessCalendar.LegalDue(Day(from), Amount(term), roll: true));

    [Theory]
    [InlineData("2026-12-11", "14cd", "2026-12-25")]
    [InlineData("2027-01-31", "1mo", "2027-02-28")]
    [InlineData("2026-11-30", "3mo", "2027-02-28")]
    [InlineData("2024-02-29", "24mo", "2026-02-28")]
    [InlineData("2024-12-31", "26mo", "2027-02-28")]
    public void Own_duty_is_planned_without_the_days_that_the_law_would_add(string from, string term, string due) =>
        Assert.Equal(Day(due), BusinessCalendar.LegalDue(Day(from), Amount(term), roll: false));

    [Theory]
    [InlineData("B", "2026-12-23", 5, "2026-12-31 18:00")]
    [InlineData("E", "2026-04-30", 2, "2026-05-05 21:30")]
    [InlineData("B", "2026-12-18", 10, "2027-01-05 18:00")]
    [InlineData("A", "2026-11-27", 1, "2026-11-28 13:00")] // Saturday, which is worked here
    [InlineData("N", "2026-11-24", 1, "2026-11-26 06:00")] // a night ends on the next morning
    [InlineData("C", "2026-11-24", 1, "2026-11-26 00:00")]
    public void Business_day_ends_when_the_desk_closes(string calendar, string from, int days, string due)
    {
        Assert.Equal(At(due), Named(calendar).EndOfBusinessDay(Day(from), days));
        Assert.Equal(At(due), Named(calendar).Due(At($"{from} 23:30"), new(days, TimeUnit.BusinessDays)));
    }

    [Theory]
    [InlineData("8h", "2026-11-30 12:00")]
    [InlineData("30m", "2026-11-27 17:30")]
    [InlineData("24h!", "2026-11-28 17:00")]
    [InlineData("90m!", "2026-11-27 18:30")]
    [InlineData("2d!", "2026-11-29 17:00")]
    [InlineData("3bd", "2026-12-01 18:00")]
    public void Amount_is_due_by_the_desk_or_by_the_clock(string amount, string due) =>
        Assert.Equal(At(due), Named("A").Due(At("2026-11-27 17:00"), Amount(amount)));

    [Theory]
    [InlineData("14cd", true, "2026-12-28")]
    [InlineData("14cd", false, "2026-12-25")]
    [InlineData("1mo", true, "2027-01-11")]
    public void Legal_term_is_due_with_the_last_second_of_its_day(string amount, bool roll, string day) => Assert.Equal(
        DateTimeOffset.Parse($"{day}T23:59:59+01:00", CultureInfo.InvariantCulture),
        Named("A").Due(At("2026-12-11 10:00"), Amount(amount), roll));

    [Fact]
    public void Day_of_a_term_is_the_one_at_the_desk_not_the_one_in_Greenwich() => Assert.Equal(
        DateTimeOffset.Parse("2026-11-17T23:59:59+01:00", CultureInfo.InvariantCulture),
        Named("A").Due(DateTimeOffset.Parse("2026-11-02T23:30:00Z", CultureInfo.InvariantCulture), Amount("14cd")));

    [Property(MaxTest = 300)]
    public Property Open_time_until_what_is_due_is_what_was_added() => Holds((calendar, start, one, _) =>
        Assert.Equal(one, calendar.Between(start, calendar.Add(start, one))));

    [Property(MaxTest = 300)]
    public Property Adding_twice_is_adding_the_sum() => Holds((calendar, start, one, other) =>
        Assert.Equal(calendar.Add(start, one + other), calendar.Add(calendar.Add(start, one), other)));

    [Property(MaxTest = 300)]
    public Property Who_begins_later_or_needs_longer_is_not_due_earlier() => Holds((calendar, start, one, other) =>
    {
        Assert.True(calendar.Add(start, one) <= calendar.Add(start, one + other));
        Assert.True(calendar.Add(start, one) <= calendar.Add(start + other, one));
    });

    [Property(MaxTest = 300)]
    public Property Open_times_of_two_stretches_add_up() => Holds((calendar, start, one, other) => Assert.Equal(
        calendar.Between(start, start + one + other),
        calendar.Between(start, start + one) + calendar.Between(start + one, start + one + other)));

    private static Property Holds(Action<BusinessCalendar, DateTimeOffset, TimeSpan, TimeSpan> check) => Prop.ForAll(
        (from calendar in Gen.Elements("A", "B", "C", "N", "E", "S")
         from start in Gen.Choose(0, 5 * 366 * 24 * 60)
         from one in Gen.Choose(0, 60 * Hour)
         from other in Gen.Choose(0, 60 * Hour)
         select (calendar, start, one, other)).ToArbitrary(),
        drawn => check(
            Named(drawn.calendar), At("2025-01-01 00:00").AddMinutes(drawn.start), TimeSpan.FromSeconds(drawn.one), TimeSpan.FromSeconds(drawn.other)));

    private static TimeAmount Amount(string text)
    {
        Assert.True(TimeAmount.TryParse(text, out var amount), text);
        return amount;
    }
}
