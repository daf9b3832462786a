using System.Globalization;
using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds counts, in figures or written out.</summary>
internal static partial class WholeNumbers
{
    public static SlotReading Read(SlotText text, SlotType.WholeNumber type)
    {
        var written = text.WithoutTimes;
        if (Broken().IsMatch(written))
        {
            return new SlotReading.Invalid(SlotFault.NotWhole);
        }

        var isBare = Bare().IsMatch(text.Plain);
        var found = Words().Matches(written)
            .Select(match => (match.Index, Number: Of(match.Value, isBare)))
            .Where(one => one.Number is not null)
            .Select(one => (one.Index, (Value)new Value.Number(one.Number!.Value)));
        return SlotText.OneOf(found, written).Unless(value =>
            value is Value.Number number && (number.Amount < type.Min || number.Amount > type.Max) ? SlotFault.NumberOutOfRange : null);
    }

    private static decimal? Of(string word, bool isBare) => word switch
    {
        "un" or "una" or "uno" or "one" => isBare ? 1 : null,
        "sei" => isBare ? 6 : null,
        "nessuno" or "nessuna" or "none" => 0,
        "paio" or "couple" => 2,
        _ when char.IsAsciiDigit(word[0]) => decimal.Parse(word.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
        _ => NumberWords.Count(word),
    };

    /// <summary>Figures, also with marks between thousands, or a word: English tens and units are two, with or without a hyphen.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d.,/-])\d{1,3}(?:[.,]\d{3}){1,3}(?![\p{L}\d]|[.,/-]\d| ?€| euro?\b)|(?<![\p{L}\d.,/€-])(?<!€ )\d{1,9}(?![\p{L}\d]|[.,/-]\d| ?€| euro?\b)"
        + @"|(?<!\p{L})(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:one|two|three|four|five|six|seven|eight|nine)|\p{L}+)(?!\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    /// <summary>One word and what may stand around it: elsewhere "uno" and "sei" are rather an article and a verb than numbers.</summary>
    [GeneratedRegex(@"^(?:solo |soltanto |just |only |ne vorrei |ne voglio |sono )?(?:un|una|uno|one|sei)(?: sol[oa]| soltanto| pezzo| pezzi| only| piece| grazie| please| thanks)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])\d{1,9}[.,]\d{1,2}(?![\d.,/])|(?<!\p{L})(?:e mezz[oa]|and a half)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();
}
