using System.Collections.Immutable;
using System.Diagnostics;

namespace CareBot.Desk;

/// <summary>When a desk is staffed, and the time that is counted by it.</summary>
/// <remarks>
/// Hours are those of the clock on the desk's wall; what comes back is UTC. Days in <see cref="SpecialDays"/> go before holidays and
/// closures, and these before the week. Time is counted as it passes, so a day on which the clocks change is an hour shorter or longer.
/// </remarks>
public sealed record BusinessCalendar
{
    /// <summary>How far ahead a calendar is searched for hours: one that gives too few in ten years is none.</summary>
    private const int DaysAheadMax = 3_660;

    /// <summary>The days before an instant on which a shift may have begun that is not over.</summary>
    private const int DaysBack = (OpenHours.HoursMax / 24) + 1;

    /// <summary>Where its clock hangs.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The hours of an ordinary week. Days not listed are closed.</summary>
    public ImmutableDictionary<DayOfWeek, IReadOnlyList<OpenHours>> Weekly { get; init; } =
        ImmutableDictionary<DayOfWeek, IReadOnlyList<OpenHours>>.Empty;

    /// <summary>Whether it is closed on <see cref="ItalianHolidays"/>.</summary>
    public bool KeepsItalianHolidays { get; init; }

    /// <summary>Days on which it is closed beside, such as the patron saint's.</summary>
    public IReadOnlyList<ClosedDay> LocalClosures { get; init; } = [];

    /// <summary>Days with hours of their own, or with none.</summary>
    public ImmutableDictionary<DateOnly, IReadOnlyList<OpenHours>> SpecialDays { get; init; } =
        ImmutableDictionary<DateOnly, IReadOnlyList<OpenHours>>.Empty;

    /// <summary>Whether it never closes, whatever else it says.</summary>
    public bool AlwaysOpen { get; init; }

    /// <summary>The earliest instant by which the desk has been open for so long; the start itself for no time at all.</summary>
    /// <remarks>Time that is used up at closing ends at closing, not when the desk opens again.</remarks>
    /// <exception cref="InvalidOperationException">The calendar has not so many hours in ten years: see <see cref="NextOpen"/>.</exception>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan business)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(business, TimeSpan.Zero);
        if (business == TimeSpan.Zero || AlwaysOpen)
        {
            return start.ToUniversalTime() + business;
        }

        var left = business;
        foreach (var (from, to) in OpenFrom(start))
        {
            if (left <= to - from)
            {
                return from + left;
            }

            left -= to - from;
        }

        throw new InvalidOperationException($"The calendar has not {business.TotalHours:0.##} open hours in the ten years from {start:u}.");
    }

    /// <summary>How long the desk is open from an instant on until another; zero where that is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        if (until <= from)
        {
            return TimeSpan.Zero;
        }

        return AlwaysOpen
            ? until - from
            : OpenFrom(from, until).Aggregate(TimeSpan.Zero, (sum, open) => sum + (Earlier(open.To, until) - open.From));
    }

    /// <summary>Whether the desk is open. Opening is included and closing is not.</summary>
    public bool IsOpen(DateTimeOffset at) => NextOpen(at) == at;

    /// <summary>The first instant from now on at which the desk is open; null where it does not open in ten years.</summary>
    public DateTimeOffset? NextOpen(DateTimeOffset at)
    {
        if (AlwaysOpen)
        {
            return at.ToUniversalTime();
        }

        foreach (var (from, _) in OpenFrom(at))
        {
            return from;
        }

        return null;
    }

    /// <summary>Whether the desk opens at all on a day. A shift belongs to the day on which it begins.</summary>
    public bool IsWorkingDay(DateOnly day) => On(day).Count > 0;

    /// <summary>When the desk closes on the n-th working day after a day, which itself does not count.</summary>
    /// <exception cref="InvalidOperationException">The calendar has not so many working days in ten years.</exception>
    public DateTimeOffset EndOfBusinessDay(DateOnly day, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var workingDays = Enumerable.Range(1, DaysAheadMax).Select(day.AddDays).Where(IsWorkingDay);
        return workingDays.Skip(n - 1).Select(working => (DateOnly?)working).FirstOrDefault() is { } last
            ? On(last).Max(hours => Span(last, hours).To)
            : throw new InvalidOperationException($"The calendar has not {n} working days in the ten years from {day:yyyy-MM-dd}.");
    }

    /// <summary>The last day of a term of calendar days or months that the law gives; the day on which it begins does not count.</summary>
    /// <remarks>
    /// The law's days off count, not the desk's: Saturdays, Sundays and national holidays, whenever the desk is open.
    /// </remarks>
    /// <param name="day">When the term begins.</param>
    /// <param name="term">Calendar days or months.</param>
    /// <param name="roll">
    /// Whether a term that would end on a day off ends on the next working day. It only ever gives the customer more time: the company's own
    /// duties are planned without.
    /// </param>
    public static DateOnly LegalDue(DateOnly day, TimeAmount term, bool roll)
    {
        var due = term.Unit switch
        {
            TimeUnit.CalendarDays => day.AddDays(term.Count),
            TimeUnit.Months => day.AddMonths(term.Count),
            _ => throw new ArgumentException($"Laws count in calendar days and months, not in {term}.", nameof(term)),
        };
        while (roll && !ItalianHolidays.TermsEndOn(due))
        {
            due = due.AddDays(1);
        }

        return due;
    }

    /// <summary>The instant at which something is due that may take so long from now on.</summary>
    /// <remarks>
    /// Business days end when the desk closes. Calendar days and months end with the last second of the local day, 23:59:59: it can be said
    /// to customers as that day, and what comes at midnight is late.
    /// </remarks>
    /// <param name="from">Now.</param>
    /// <param name="amount">How long.</param>
    /// <param name="roll">As in <see cref="LegalDue"/>; of no weight to other amounts.</param>
    public DateTimeOffset Due(DateTimeOffset from, TimeAmount amount, bool roll = true) => amount.Unit switch
    {
        TimeUnit.BusinessMinutes or TimeUnit.BusinessHours => Add(from, amount.Elapsed!.Value),
        TimeUnit.Minutes or TimeUnit.Hours or TimeUnit.Days => from.ToUniversalTime() + amount.Elapsed!.Value,
        TimeUnit.BusinessDays => EndOfBusinessDay(LocalDay(from), amount.Count),
        TimeUnit.CalendarDays or TimeUnit.Months => LastSecondOf(LegalDue(LocalDay(from), amount, roll)),
        _ => throw new UnreachableException(),
    };

    /// <summary>The day that it is at the desk.</summary>
    public DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>What the clock says where the desk is.</summary>
    public TimeSpan LocalTime(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).TimeOfDay;

    /// <summary>The last second of a day at the desk.</summary>
    public DateTimeOffset LastSecondOf(DateOnly day) => WallTime.Ends(day.AddDays(1).ToDateTime(default), Zone).AddSeconds(-1);

    private IReadOnlyList<OpenHours> On(DateOnly day) =>
        AlwaysOpen ? [OpenHours.AllDay]
        : SpecialDays.TryGetValue(day, out var special) ? special
        : (KeepsItalianHolidays && ItalianHolidays.Contains(day)) || LocalClosures.Any(closed => closed.Is(day)) ? []
        : Weekly.GetValueOrDefault(day.DayOfWeek, []);

    /// <summary>What is left of the open times from an instant on, in order and without overlaps.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OpenFrom(DateTimeOffset at, DateTimeOffset? until = null)
    {
        // Shifts may overlap by a writer's mistake, or across midnight: nobody works the same hour twice.
        var counted = at.ToUniversalTime();
        var first = LocalDay(at).AddDays(-DaysBack);
        for (var ahead = 0; ahead < DaysAheadMax; ahead++)
        {
            var day = first.AddDays(ahead);
            foreach (var (from, to) in On(day).Select(hours => Span(day, hours)).OrderBy(span => span.From))
            {
                if (from >= until)
                {
                    yield break;
                }

                // Hours that the clocks skip altogether last no time.
                if (Later(from, counted) is var begins && begins < to)
                {
                    yield return (begins, to);
                    counted = to;
                }
            }
        }
    }

    private (DateTimeOffset From, DateTimeOffset To) Span(DateOnly day, OpenHours hours)
    {
        var midnight = day.ToDateTime(default);
        return (WallTime.Begins(midnight + hours.Opens, Zone), WallTime.Ends(midnight + hours.Closes, Zone));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
