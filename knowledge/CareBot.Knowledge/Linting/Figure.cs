using System.Globalization;
using System.Text.RegularExpressions;

namespace CareBot.Knowledge.Linting;

/// <summary>An amount, a percentage, a length of time, an hour or a day that a text states.</summary>
/// <param name="Unit">What is counted, the same in every language: <c>€</c>, <c>%</c>, <c>day</c>, <c>workday</c>, <c>time</c>, <c>date</c> …</param>
/// <param name="Value">How many, the same in every language: <c>4.9</c>, <c>3–5</c>, <c>9:30</c>, <c>11-24</c>, <c>2026-11-24</c>.</param>
/// <param name="Index">Where it begins in the text.</param>
/// <param name="Length">How long it is there.</param>
internal sealed partial record Figure(string Unit, string Value, int Index, int Length)
{
    private const string Number = @"(?<![\w.,])\d+(?:[.,]\d+)*";

    private const string ItalianNumber = Number + "|\\b(?:uno?|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quattordici|quindici|venti|trenta|sessanta|novanta)\\b";

    private const string EnglishNumber = Number + "|\\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety)\\b";

    private const string ItalianMonths = "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre";

    private const string EnglishMonths = "january|february|march|april|may|june|july|august|september|october|november|december";

    private const string Time = @"(?<hour>\b\d{1,2}):(?<minute>\d{2})\b";

    private const string Iso = @"(?<date>\b\d{4}-\d{2}-\d{2}\b)";

    private const string Amount = $@"(?:€ ?(?<money>{Number})|(?<money>{Number}) ?(?:€|eur\b|euros?\b))";

    private static readonly Dictionary<string, string> Units = new Dictionary<string, string[]>
    {
        ["day"] = ["giorno", "giorni", "day", "days"],
        ["week"] = ["settimana", "settimane", "week", "weeks"],
        ["month"] = ["mese", "mesi", "month", "months"],
        ["year"] = ["anno", "anni", "year", "years"],
        ["hour"] = ["ora", "ore", "hour", "hours"],
        ["minute"] = ["minuto", "minuti", "minute", "minutes"],
    }.SelectMany(unit => unit.Value.Select(word => (word, unit.Key))).ToDictionary(StringComparer.Ordinal);

    private static readonly string[][] Written =
    [
        ["un", "uno", "una", "a", "an", "one"], ["due", "two"], ["tre", "three"], ["quattro", "four"], ["cinque", "five"], ["sei", "six"],
        ["sette", "seven"], ["otto", "eight"], ["nove", "nine"], ["dieci", "ten"], ["dodici", "twelve"], ["quattordici", "fourteen"],
        ["quindici", "fifteen"], ["venti", "twenty"], ["trenta", "thirty"], ["sessanta", "sixty"], ["novanta", "ninety"],
    ];

    private static readonly int[] WrittenValues = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 20, 30, 60, 90];

    /// <summary>The figures of a text that has been folded.</summary>
    public static IReadOnlyList<Figure> In(string folded, Language language)
    {
        if (!folded.AsSpan().ContainsAnyInRange('0', '9') && !HasUnit(folded))
        {
            return [];
        }

        var pattern = language == Language.Italian ? Italian() : English();
        return [.. pattern.Matches(folded).Select(match => Of(match, language)).OfType<Figure>()];
    }

    private static bool HasUnit(string folded) => Units.Keys.Any(unit => folded.Contains(unit, StringComparison.Ordinal));

    private static Figure? Of(Match match, Language language)
    {
        var groups = match.Groups;
        Figure Is(string unit, string value) => new(unit, value, match.Index, match.Length);
        return match switch
        {
            _ when groups["date"].Success => Is("date", groups["date"].Value),
            _ when groups["month"].Success => Is("date", Day(groups, Month(groups["month"].Value))),
            _ when groups["monthNumber"].Success => Is("date", Day(groups, int.Parse(groups["monthNumber"].Value, CultureInfo.InvariantCulture))),
            _ when groups["hour"].Success => Is("time", $"{groups["hour"].Value.TrimStart('0')}:{groups["minute"].Value}"),
            _ when groups["money"].Success => Is("€", Plain(groups["money"].Value, language)),
            _ when groups["percent"].Success => Is("%", Plain(groups["percent"].Value, language)),
            _ => Is(
                (groups["work"].Success ? "work" : "") + Units[groups["unit"].Value],
                (groups["from"].Success ? $"{Plain(groups["from"].Value, language)}–" : "") + Plain(groups["count"].Value, language)),
        };
    }

    private static string Day(GroupCollection groups, int month) =>
        (groups["year"].Success ? $"{groups["year"].Value}-" : "")
        + string.Create(CultureInfo.InvariantCulture, $"{month:00}-{int.Parse(groups["day"].Value, CultureInfo.InvariantCulture):00}");

    private static int Month(string name)
    {
        var italian = Array.IndexOf(ItalianMonths.Split('|'), name);
        return 1 + (italian >= 0 ? italian : Array.IndexOf(EnglishMonths.Split('|'), name));
    }

    // 1.200,50 and 1,200.50 are the same; a number in words is its digits.
    private static string Plain(string number, Language language)
    {
        if (Array.FindIndex(Written, names => names.Contains(number)) is >= 0 and var known)
        {
            return WrittenValues[known].ToString(CultureInfo.InvariantCulture);
        }

        var (thousands, point) = language == Language.Italian ? ('.', ',') : (',', '.');
        var digits = number.Replace($"{thousands}", "", StringComparison.Ordinal).Replace(point, '.');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.####", CultureInfo.InvariantCulture)
            : number;
    }

    [GeneratedRegex(
        $@"{Iso}|{Time}|(?<day>\b\d{{1,2}})[°º]?\s(?<month>{ItalianMonths})\b(?:\s(?<year>\d{{4}}))?|(?<day>\b\d{{1,2}})/(?<monthNumber>\d{{1,2}})/(?<year>\d{{4}})\b"
        + $@"|{Amount}|(?<percent>{Number}) ?(?:%|per cento\b)"
        + $@"|(?:(?<from>{ItalianNumber})\s?(?:[–-]|a|o|e)\s?)?(?<count>{ItalianNumber})\s(?<unit>giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|or[ae]|minut[oi])\b(?<work>\slavorativ[oi]\b)?")]
    private static partial Regex Italian();

    [GeneratedRegex(
        $@"{Iso}|{Time}|(?<day>\b\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?<month>{EnglishMonths})\b(?:\s(?<year>\d{{4}}))?|(?<month>{EnglishMonths})\s(?<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?<year>\d{{4}}))?|(?<day>\b\d{{1,2}})/(?<monthNumber>\d{{1,2}})/(?<year>\d{{4}})\b"
        + $@"|{Amount}|(?<percent>{Number}) ?(?:%|per\s?cent\b)"
        + $@"|(?:(?<from>{EnglishNumber})\s?(?:[–-]|to|or|and)\s?)?(?<count>{EnglishNumber})[\s-](?<work>(?:working|business)[\s-])?(?<unit>(?:day|week|month|year|hour|minute)s?)\b")]
    private static partial Regex English();
}
