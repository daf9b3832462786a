using System.Globalization;
using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds counts, in figures or written out.</summary>
internal static partial class WholeNumbers
{
    /// <summary>The words beyond which "uno" and "sei" are rather an article and a verb than numbers.</summary>
    private const int BareWordsMax = 3;

    public static SlotReading Read(SlotText text, SlotType.WholeNumber type)
    {
        if (Broken().IsMatch(text.Folded))
        {
            return new SlotReading.Invalid(SlotFault.NotWhole);
        }

        var found = Words().Matches(text.Folded)
            .Select(match => (match.Index, Number: Of(match.Value, text.Words <= BareWordsMax)))
            .Where(one => one.Number is not null)
            .Select(one => (one.Index, (Value)new Value.Number(one.Number!.Value)));
        return SlotText.OneOf(found, text.Folded) is SlotReading.Filled { Value: Value.Number number } filled
            ? number.Amount < type.Min || number.Amount > type.Max ? new SlotReading.Invalid(SlotFault.NumberOutOfRange) : filled
            : SlotText.OneOf(found, text.Folded);
    }

    private static decimal? Of(string word, bool isBare) => word switch
    {
        "un" or "una" or "uno" or "one" or "a" => isBare && word != "a" ? 1 : null,
        "sei" or "non" => isBare && word == "sei" ? 6 : null,
        "nessuno" or "nessuna" or "none" => 0,
        "paio" or "couple" => 2,
        _ when char.IsAsciiDigit(word[0]) => decimal.Parse(word.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
        _ => NumberWords.Count(word),
    };

    /// <summary>Figures, also with marks between thousands, or a word: English tens and units are two, with or without a hyphen.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d.,/-])\d{1,3}(?:[.,]\d{3}){1,3}(?![\p{L}\d]|[.,/-]\d)|(?<![\p{L}\d.,/-])\d{1,9}(?![\p{L}\d]|[.,/-]\d)"
        + @"|(?<!\p{L})(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:one|two|three|four|five|six|seven|eight|nine)|\p{L}+)(?!\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])\d{1,9}[.,]\d{1,2}(?![\d.,/])|(?<!\p{L})(?:e mezz[oa]|and a half)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();
}
