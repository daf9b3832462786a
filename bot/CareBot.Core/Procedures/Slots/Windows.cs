using System.Globalization;
using System.Text.RegularExpressions;
using CareBot.Desk;

namespace CareBot.Procedures.Slots;

/// <summary>Finds when a customer can be reached: "domani pomeriggio", "tra le 9 e le 12", "after 3pm".</summary>
internal static partial class Windows
{
    private static readonly TimeSpan DayBegins = TimeSpan.FromHours(8);
    private static readonly TimeSpan AfternoonBegins = TimeSpan.FromHours(14);
    private static readonly TimeSpan EveningBegins = TimeSpan.FromHours(18);
    private static readonly TimeSpan DayEnds = TimeSpan.FromHours(20);

    /// <summary>How long around a single hour the customer is taken to be there.</summary>
    private static readonly TimeSpan AroundAnHour = TimeSpan.FromHours(1);

    /// <summary>Nobody means an hour before this one by a bare number: "tra le 2 e le 4" is in the afternoon.</summary>
    private const int MorningFrom = 8;

    /// <summary>The days ahead for which one makes an appointment; "il 12 novembre", said on the 26th, is a slip and not next year's.</summary>
    private const int DaysAheadMax = 92;

    public static SlotReading Read(SlotText text, SlotContext context)
    {
        var hours = Hours(text.Folded, out var rest, out var fault);
        var days = Days.Find(rest, context.Today, DateSense.Future);
        var day = days.Count == 0 ? null : days[0].Day;
        if ((hours is null && fault is null && days.Count == 0) || Excepted().IsMatch(text.Folded))
        {
            return SlotReading.Nowhere;
        }

        var (from, to) = hours ?? (DayBegins, DayEnds);
        return fault is { } wrong ? new SlotReading.Invalid(wrong)
            : days.Exists(one => one.Day is null) ? new SlotReading.Invalid(SlotFault.NoSuchDay)
            : days.DistinctBy(one => one.Day).Count() > 1 ? new SlotReading.Invalid(SlotFault.SeveralMeant)
            : day < context.Today ? new SlotReading.Invalid(SlotFault.DayInPast)
            : day > context.Today.AddDays(DaysAheadMax) ? new SlotReading.Invalid(SlotFault.DayTooFar)
            : from >= to ? new SlotReading.Invalid(SlotFault.WindowEndsFirst)
            : day == context.Today && to <= context.Time ? new SlotReading.Invalid(SlotFault.WindowPast)
            : new SlotReading.Filled(Of(day, from, to));
    }

    /// <summary>When a time window that was read is over: without a day, the first time that it is.</summary>
    /// <returns>Null where the value is no time window.</returns>
    public static DateTimeOffset? EndOf(Value value, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (value is not Value.Fields window || window["to"] is not Value.Text { Words: var written } || Clock().Match(written) is not { Success: true } to)
        {
            return null;
        }

        var time = TimeSpan.FromHours(int.Parse(to.Groups[1].Value, CultureInfo.InvariantCulture))
            + TimeSpan.FromMinutes(int.Parse(to.Groups[2].Value, CultureInfo.InvariantCulture));
        var today = calendar.LocalDay(now);
        return window["day"] is Value.Date date ? On(date.Day) : On(today) > now ? On(today) : On(today.AddDays(1));

        DateTimeOffset On(DateOnly day) => WallTime.Ends(day.ToDateTime(default) + time, calendar.Zone);
    }

    private static Value.Fields Of(DateOnly? day, TimeSpan from, TimeSpan to)
    {
        var hours = Value.Fields.Of(("from", new Value.Text(Text(from))), ("to", new Value.Text(Text(to))));
        return day is { } known ? new(hours.Named.Add("day", new Value.Date(known))) : hours;
    }

    /// <summary>The hours, and the text without them: "9-12" is no day once it is known to be hours.</summary>
    private static (TimeSpan From, TimeSpan To)? Hours(string folded, out string rest, out SlotFault? fault)
    {
        fault = null;
        var part = PartOfDay().Match(folded);
        var isLate = part.Groups["afternoon"].Success || part.Groups["evening"].Success;
        foreach (var (pattern, span) in Forms)
        {
            if (pattern.Match(folded) is not { Success: true } match)
            {
                continue;
            }

            rest = folded.Remove(match.Index, match.Length);
            var (one, other) = (Time(match, "1", isLate, match.Groups["half2"].Value), Time(match, "2", isLate, ""));
            if (one is null || (match.Groups["hour2"].Success && other is null))
            {
                fault = SlotFault.NoSuchHour;
                return null;
            }

            // "11 to 1pm" begins in the morning.
            return span(one < other ? one.Value : Time(match, "1", isLate, "") ?? one.Value, other ?? one.Value);
        }

        rest = folded;
        return !part.Success ? null
            : part.Groups["morning"].Success ? (DayBegins, TimeSpan.FromHours(12))
            : part.Groups["noon"].Success ? (TimeSpan.FromHours(12), AfternoonBegins)
            : part.Groups["afternoon"].Success ? (AfternoonBegins, EveningBegins)
            : part.Groups["evening"].Success ? (EveningBegins, DayEnds)
            : (DayBegins, DayEnds);
    }

    private static (Regex Pattern, Func<TimeSpan, TimeSpan, (TimeSpan, TimeSpan)> Span)[] Forms =>
    [
        (Between(), (from, to) => (from, to)),
        (After(), (from, _) => (from, from < DayEnds ? DayEnds : TimeSpan.FromHours(24))),
        (Before(), (to, _) => (to > DayBegins ? DayBegins : TimeSpan.Zero, to)),
        (At(), (from, _) => (from, from + AroundAnHour)),
    ];

    /// <summary>"2 to 4 pm": what is said of the second hour holds for the first, where it has nothing of its own.</summary>
    private static TimeSpan? Time(Match match, string which, bool isLate, string halfOfOther)
    {
        var hours = match.Groups["hour" + which].Value;
        int hour;
        if (hours.Length == 0)
        {
            return null;
        }

        if (hours is "mezzogiorno" or "noon" or "midday")
        {
            hour = 12;
        }
        else if (!int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out hour))
        {
            hour = hours == "una" ? 1 : NumberWords.Count(hours) ?? 0;
        }

        var minutes = match.Groups["minute" + which] is { Success: true } figures ? int.Parse(figures.Value, CultureInfo.InvariantCulture)
            : match.Groups["and" + which].Success ? 30 : 0;
        var half = match.Groups["half" + which].Value is { Length: > 0 } own ? own : halfOfOther;
        if (hour > 24 || minutes > 59 || (half.Length > 0 && hour is 0 or > 12 && match.Groups["half" + which].Success))
        {
            return null;
        }

        hour = half.StartsWith('p') ? (hour < 12 ? hour + 12 : hour)
            : half.StartsWith('a') ? (hour == 12 && halfOfOther.Length > 0 ? hour : hour % 12)
            : Late(hour, isLate);
        return new TimeSpan(hour, minutes, 0);
    }

    private static int Late(int hour, bool isLate) => (isLate && hour < 12) || hour is > 0 and < MorningFrom ? hour + 12 : hour;

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");

    private const string Written =
        "mezzogiorno|noon|midday|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

    private const string First =
        @"(?<hour1>\d{1,2}|" + Written + @")(?:[:.](?<minute1>\d{2})|(?<and1> e (?:mezz[ao]|trenta)))? ?(?<half1>am|pm|a\.m\.|p\.m\.)?";

    private const string Second =
        @"(?<hour2>\d{1,2}|" + Written + @")(?:[:.](?<minute2>\d{2})|(?<and2> e (?:mezz[ao]|trenta)))? ?(?<half2>am|pm|a\.m\.|p\.m\.)?";

    private const string End = @"(?![\p{L}\d]|[/.,:]\d)";

    [GeneratedRegex(
        @"(?<!\p{L})(?:tra|fra|dalle|dall'|da|between|from)(?=[ \d])(?: le| l'| ore| le ore)? ?" + First + @" ?(?:e|alle|all'|a|fino alle|and|to|till|until|-|–)(?: le| l'| ore| le ore)? ?" + Second + End
        + @"|(?<![\p{L}\d/.,:-])(?<hour1>\d{1,2})(?:[:.](?<minute1>\d{2}))? ?(?<half1>am|pm)? ?(?:-|–|to) ?(?<hour2>\d{1,2})(?:[:.](?<minute2>\d{2}))? ?(?<half2>am|pm)?(?![\p{L}\d/-]|[.,:]\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<!\p{L})(?<!non |not |half )(?:dopo|non prima del(?:le|l')|not before|dalle|dall'|a partire dalle|after|from|past)(?=[ \d])(?: le| l'| ore| le ore)? ?" + First + End + "(?: in poi| onwards)?", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(@"(?<!\p{L})(?<!non |not )(?:non dopo(?: le| l')|not after|prima del(?:le|l')|entro(?: le| l')?|fino a(?:lle|ll')|non oltre le|before|by|until|till)(?=[ \d])(?: ore)? ?" + First + End, RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(
        @"(?<!\p{L})(?:alle|all'|verso|intorno alle|ore|h\.?|at|around|about)(?=[ \d])(?: le| l'| ore)? ?" + First + End
        + @"|(?<![\p{L}\d/.,:-])(?<hour1>\d{1,2})(?:[:.](?<minute1>\d{2}))? ?(?<half1>am|pm|a\.m\.|p\.m\.)(?!\p{L})"
        + @"|half past (?<hour1>\d{1,2}|" + Written + @")(?<and1>)(?!\p{L})"
        + @"|^(?<hour1>\d{1,2}):(?<minute1>\d{2})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex At();

    [GeneratedRegex(@"^(\d\d):(\d\d)$")]
    private static partial Regex Clock();

    /// <summary>Who says when not to call has not said when to.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:mai|tranne|eccetto|non (?!prima|dopo|oltre)|never|except|not (?!before|after)|can't|won't)", RegexOptions.CultureInvariant)]
    private static partial Regex Excepted();

    [GeneratedRegex(
        @"(?<!\p{L})(?:(?<morning>mattin[ao]|mattinata|stamattina|stamani|domattina|morning)|(?<noon>ora di pranzo|pausa pranzo|pranzo|lunch ?time|lunch)"
        + @"|(?<afternoon>pomeriggio|dopo pranzo|afternoon)|(?<evening>sera|serata|stasera|evening|tonight)|tutto il giorno|tutta la giornata|a qualsiasi ora|quando volete|quando vuole|any ?time|all day|whenever)(?!\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex PartOfDay();
}
