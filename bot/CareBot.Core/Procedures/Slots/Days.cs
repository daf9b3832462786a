using System.Globalization;
using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds days: in figures, with the month's name, by the day of the week, or by how far off they are.</summary>
/// <remarks>Figures put the day first, as Italians and Britons do; an American order is taken only where the other is impossible.</remarks>
internal static partial class Days
{
    /// <summary>The earliest year in which anything a customer asks about has happened.</summary>
    private const int YearMin = 1_900;

    /// <summary>The last year that is no slip of the fingers.</summary>
    private const int YearMax = 2_100;

    /// <summary>The weeks and days off that are counted at most.</summary>
    private const int OffMax = 366;

    public static SlotReading Read(SlotText text, SlotContext context, DateSense sense)
    {
        var found = Find(text.Folded, context.Today, sense);
        var exist = found.Where(one => one.Day is not null).Select(one => (one.At, (Value)new Value.Date(one.Day!.Value))).ToList();
        return exist.Count == 0 && found.Count > 0
            ? new SlotReading.Invalid(SlotFault.NoSuchDay)
            : SlotText.OneOf(exist, text.Folded).Unless(value =>
                value is not Value.Date date ? null
                : sense == DateSense.Past && date.Day > context.Today ? SlotFault.DayInFuture
                : sense == DateSense.Future && date.Day < context.Today ? SlotFault.DayInPast
                : null);
    }

    /// <summary>The days that a text names; null for one that no calendar has. "lunedì 30 novembre" is one day.</summary>
    public static List<(int At, DateOnly? Day)> Find(string folded, DateOnly today, DateSense sense)
    {
        List<(int, DateOnly?)> dated =
        [
            .. Iso().Matches(folded).Select(match => (match.Index, Exact(Number(match, "year"), Number(match, "month"), Number(match, "day")))),
            .. Figures().Matches(folded).Where(IsDay).Select(match => (match.Index, InFigures(match, today, sense))),
            .. DayFirst().Matches(folded).Concat(MonthFirst().Matches(folded))
                .Where(match => Ordinal(match) is not null)
                .Concat(Shared().Matches(folded))
                .Select(match => (match.Index, Of(match.Groups["year"].Value, DayWords.Month(match.Groups["month"].Value), Ordinal(match)!.Value, today, sense))),
        ];
        return dated.Count > 0 ? dated : Relative(folded, today, sense);
    }

    private static List<(int, DateOnly?)> Relative(string folded, DateOnly today, DateSense sense)
    {
        List<(int, DateOnly?)> found =
        [
            .. Near().Matches(folded).Select(match => (match.Index, (DateOnly?)today.AddDays(DaysOff(match)))),
            .. Off().Matches(folded).Where(match => Count(match) is not null).Select(match => (match.Index, (DateOnly?)Away(match, today))),
        ];
        if (found.Count == 0)
        {
            found =
            [
                .. Weekday().Matches(folded).Select(match => (match.Index, (DateOnly?)InWeek(match, today, sense))),
                .. Bare().Matches(folded).Select(match => (match.Index, InMonth(Number(match, "day"), today, sense))),
            ];
        }

        // Of what has happened a rough day is day enough.
        return found.Count > 0 || sense != DateSense.Past ? found
            : [.. Rough().Matches(folded).Select(match => (match.Index, (DateOnly?)(match.Groups["month"].Success ? today.AddMonths(-1) : today.AddDays(-7))))];
    }

    /// <summary>Two numbers without a year may be a price or an hour: with a point or a hyphen they must be able to be a day.</summary>
    private static bool IsDay(Match match) =>
        match.Groups["year"].Success || match.Groups["mark"].Value == "/" || (Number(match, "day") is >= 1 and <= 31 && Number(match, "month") is >= 1 and <= 12);

    private static DateOnly? InFigures(Match match, DateOnly today, DateSense sense)
    {
        var (day, month, year) = (Number(match, "day"), Number(match, "month"), match.Groups["year"].Value);
        return month > 12 && day <= 12 ? Of(year, day, month, today, sense) : Of(year, month, day, today, sense);
    }

    private static DateOnly? Of(string year, int month, int day, DateOnly today, DateSense sense)
    {
        var figures = year.TrimStart('\'');
        return figures.Length > 0
            ? Exact(int.Parse(figures, CultureInfo.InvariantCulture) + (figures.Length == 2 ? 2_000 : 0), month, day)
            : Nearest([Exact(today.Year - 1, month, day), Exact(today.Year, month, day), Exact(today.Year + 1, month, day)], today, sense);
    }

    private static DateOnly? Exact(int year, int month, int day) =>
        year is >= YearMin and <= YearMax && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static DateOnly? InMonth(int day, DateOnly today, DateSense sense) => Nearest(
        [.. Enumerable.Range(-1, 3).Select(today.AddMonths).Select(month => Exact(month.Year, month.Month, day))], today, sense);

    private static DateOnly? Nearest(DateOnly?[] days, DateOnly today, DateSense sense)
    {
        var exist = days.Where(day => day is not null).ToList();
        return sense switch
        {
            DateSense.Past => exist.LastOrDefault(day => day <= today),
            DateSense.Future => exist.Find(day => day >= today),
            _ => exist.MinBy(day => Math.Abs(day!.Value.DayNumber - today.DayNumber)),
        };
    }

    private static DateOnly InWeek(Match match, DateOnly today, DateSense sense)
    {
        var ahead = ((int)DayWords.Weekday(match.Groups["name"].Value) - (int)today.DayOfWeek + 7) % 7;
        var (next, last) = (today.AddDays(ahead == 0 ? 7 : ahead), today.AddDays(ahead - 7));
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return match.Groups["week"].Success ? monday.AddDays(7 + (((int)DayWords.Weekday(match.Groups["name"].Value) + 6) % 7))
            : match.Groups["last"].Success ? last
            : match.Groups["next"].Success ? next
            : sense == DateSense.Past ? last
            : sense == DateSense.Future ? next
            : ahead == 0 ? today
            : ahead <= 3 ? next : last;
    }

    private static int DaysOff(Match match) =>
        match.Groups["before"].Success ? -2
        : match.Groups["yesterday"].Success ? -1
        : match.Groups["after"].Success ? 2
        : match.Groups["tomorrow"].Success ? 1
        : 0;

    private static DateOnly Away(Match match, DateOnly today)
    {
        var count = Count(match)!.Value * (match.Groups["ago"].Success ? -1 : 1);
        return match.Groups["months"].Success ? today.AddMonths(count) : today.AddDays(count * (match.Groups["weeks"].Success ? 7 : 1));
    }

    private static int? Count(Match match) => match.Groups["count"].Value switch
    {
        "un" or "una" or "a" or "one" => 1,
        "un paio di" or "a couple of" => 2,
        var word => NumberWords.Count(word) is { } count && count <= OffMax ? count : null,
    };

    private static int? Ordinal(Match match) => NumberWords.Place(match.Groups["day"].Value);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\p{L}\d-])(?<year>\d{4})[-/](?<month>\d{2})[-/](?<day>\d{2})(?![\d/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"(?<![\p{L}\d.,/€-])(?<!€ )(?<day>\d{1,2}) ?(?<mark>[/.-]) ?(?<month>\d{1,2})(?: ?\k<mark> ?(?<year>\d{4}|\d{2}))?(?![\p{L}\d/-]|[.,]\d| ?(?:€|eur|:\d))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(
        @"(?<![\p{L}\d/.,])(?<day>\d{1,2}|(?:(?:twenty|thirty)[ -])?\p{L}{3,})(?:st|nd|rd|th|º|°|o)?(?: of| di)?[ -](?<month>" + DayWords.Months
        + @")(?!\p{L})\.?(?:,? (?:del )?(?<year>\d{4}|'?\d{2}(?= ?(?:$|[.,;!?)])))(?!\d))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    /// <summary>The first of two days that share a month: "dal 3 al 5 dicembre".</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d/.,])(?<day>\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|al|all'|e|o|oppure|to|and|or)(?: il| l'| al| the)? ?(?=\d{1,2}(?:st|nd|rd|th)?(?: of| di)? (?<month>" + DayWords.Months
        + @")(?!\p{L})(?:,? (?:del )?(?<year>\d{4})(?!\d))?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shared();

    [GeneratedRegex(
        @"(?<!\p{L})(?<!\d(?:st|nd|rd|th)?(?: of)? )(?<month>" + DayWords.EnglishMonths
        + @")\.? (?:the )?(?<day>\d{1,2}|(?:(?:twenty|thirty)[ -])?\p{L}{3,})(?:st|nd|rd|th)?(?![\d:])(?:,? (?<year>\d{4})(?!\d))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(
        @"(?<!\p{L})(?:(?<before>l'altro ?ieri|altro ?ieri|ieri l'altro|avantieri|(?:the )?day before yesterday)|(?<yesterday>ieri|iersera|yesterday|last night)"
        + @"|(?<after>dopo ?domani|domani l'altro|(?:the )?day after tomorrow|overmorrow)|(?<tomorrow>domani|domattina|tomorrow|tmrw)"
        + @"|oggi|stamattina|stamani|stamane|stasera|stanotte|oggigiorno|today|tonight|this (?:morning|afternoon|evening))(?!\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Near();

    [GeneratedRegex(
        @"(?<!\p{L})(?<count>\d{1,3}|un paio di|a couple of|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -])?\p{L}{1,12}) (?:giorn[oi]|days?|(?<weeks>settiman[ae]|weeks?)|(?<months>mes[ei]|months?)) (?<ago>fa|or sono|ago)(?!\p{L})"
        + @"|(?<!\p{L})(?:tra|fra|in) (?<count>\d{1,3}|un paio di|a couple of|\p{L}{1,12}) (?:giorn[oi]|days?|(?<weeks>settiman[ae]|weeks?))(?! lavorativ| time off|\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Off();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:la )?settimana (?:scorsa|passata)|(?:la )?scorsa settimana|last week|(?<month>(?:il )?mese (?:scorso|passato)|(?:lo )?scorso mese|last month))(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Rough();

    [GeneratedRegex(
        @"(?<!\p{L})(?:(?<last>scors[oa]|passat[oa]|last|past)|(?<next>prossim[oa]|next|coming))? ?(?<name>(?:" + DayWords.Weekdays
        + ")(?!\\p{L})|(?:" + DayWords.ShortWeekdays
        + @")(?=\.|$| (?:mattina|pomeriggio|sera|alle|dopo|prima|dalle|tra|morning|afternoon|evening|at|after|before|between|from|\d)))'?(?: (?:(?<week>della settimana prossima|della prossima settimana|of next week|next week)|(?<last>scors[oa]|passat[oa])|(?<next>prossim[oa]|che viene)))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    /// <summary>"il 3" and "the 3rd", where it is all that is said.</summary>
    [GeneratedRegex(@"^(?:(?:per |e stato |e arrivato |era )?(?:il|dal|del|al)(?: giorno)? (?<day>\d{1,2})|(?:on |it was )?the (?<day>\d{1,2})(?:st|nd|rd|th)|(?<day>\d{1,2})(?:st|nd|rd|th))(?: grazie| thanks)?[.!?]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
