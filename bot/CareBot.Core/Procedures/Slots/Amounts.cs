using System.Globalization;
using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds amounts of money, as people type them in Italian and in English.</summary>
/// <remarks>A mark with three figures behind stands between thousands, with one or two it is the decimal one, whichever mark it is.</remarks>
internal static partial class Amounts
{
    /// <summary>The largest amount that is read where a slot names none: nobody buys for more in a chat.</summary>
    private const decimal AmountMax = 1_000_000;

    public static SlotReading Read(SlotText text, SlotType.Money type)
    {
        if (OtherCurrency().IsMatch(text.Folded))
        {
            return new SlotReading.Invalid(SlotFault.CurrencyNotEuro);
        }

        // "2 pezzi a 12,50 euro": who names the currency says which number is the amount.
        var named = Named().Matches(text.Folded).Select(Found).OfType<(int, Value)>().ToList();
        var found = named.Count > 0 ? named : [.. Figures().Matches(text.WithoutTimes).Select(Found).OfType<(int, Value)>()];
        return SlotText.OneOf(found, text.Folded).Unless(value =>
            value is Value.Number number && number.Amount > (type.Max ?? AmountMax) ? SlotFault.NumberOutOfRange : null);
    }

    private static (int At, Value Value)? Found(Match match) =>
        Of(match.Groups["whole"].Value, match.Groups["part"].Value, match.Groups["cents"].Value) is { } amount
            ? (match.Index, new Value.Number(amount))
            : null;

    private static decimal? Of(string whole, string part, string cents)
    {
        if (cents.Length > 0)
        {
            return NumberWords.Count(cents) is { } only ? only / 100m : null;
        }

        var amount = char.IsAsciiDigit(whole[0])
            ? (decimal?)decimal.Parse(whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : whole is "un" or "uno" or "one" ? 1 : NumberWords.Count(whole);
        return part.Length == 0 ? amount
            : !char.IsAsciiDigit(part[0]) ? amount + (NumberWords.Count(part) / 100m)
            : amount + (decimal.Parse(part, CultureInfo.InvariantCulture) / (part.Length == 1 ? 10 : 100));
    }

    private const string Whole = @"(?<whole>\d{1,3}(?:[.,']\d{3}){1,3}|\d{1,9})";

    private const string Part = @"(?:[.,](?<part>\d{1,2}))?(?![\d]|[.,/-]\d)";

    private const string Euro = @"(?:€|euro\b|eur\b|euros\b)";

    private const string Written = @"(?<!\p{L})(?<whole>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:one|two|three|four|five|six|seven|eight|nine)|\p{L}{2,14})";

    [GeneratedRegex(
        // € 12,50 · 12,50 € · 12 euro e 50 · dodici euro e cinquanta · 50 centesimi
        Euro + @"\s?" + Whole + Part
        + @"|(?<![\p{L}\d.,/-])" + Whole + @"(?:[.,](?<part>\d{1,2}))?\s?" + Euro + @"(?:\s(?:e|and)\s(?<part>\d{2}|\p{L}{4,14})(?!\p{L})(?:\s?(?:cent|cents|centesimi)\b)?)?"
        + @"|" + Written + @"\s(?:euro|euros|eur)\b(?:\s(?:e|and)\s(?<part>\d{2}|\p{L}{4,14})(?!\p{L}))?"
        + @"|(?<![\p{L}\d.,/-])(?<cents>\d{1,2}|\p{L}{3,14})\s(?:cent|cents|centesimi)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\p{L}\d.,/#-])" + Whole + @"(?:[.,](?<part>\d{1,2})|\s(?:e|and)\s(?<part>\d{2}))?(?![\d\p{L}]|[.,/-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"[$£¥]|\d\s?(?:dollar[oi]?s?|sterlin[ae]|pounds?|gbp|usd|chf|franchi)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OtherCurrency();
}
