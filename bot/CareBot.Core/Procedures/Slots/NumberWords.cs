using System.Globalization;

namespace CareBot.Procedures.Slots;

/// <summary>Numbers from nought to a hundred as people write them out, and days of the month as they are called.</summary>
internal static class NumberWords
{
    private static readonly string[] Italian =
    [
        "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
        "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
    ];

    private static readonly string[] ItalianTens =
        ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];

    private static readonly string[] English =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] EnglishTens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] ItalianOrdinals =
        ["prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim"];

    private static readonly string[] EnglishOrdinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    private static readonly Dictionary<string, int> Cardinals = new([.. Written(Italian, ItalianTens, ItalianTen), .. Written(English, EnglishTens, EnglishTen)]);

    private static readonly Dictionary<string, int> Ordinals = new(WrittenOrdinals());

    /// <summary>A count in figures or written out, accents and capitals taken away: "12", "ventuno", "twenty-one".</summary>
    public static int? Count(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var figures) ? figures
        : Cardinals.TryGetValue(word.Replace('-', ' '), out var written) ? written : null;

    /// <summary>A place in a row: "prima", "second", or whatever <see cref="Count"/> reads.</summary>
    public static int? Place(string word) => Ordinals.TryGetValue(word.Replace('-', ' '), out var place) ? place : Count(word);

    /// <summary>Twice written out, zero is the same word in both languages.</summary>
    private static IEnumerable<KeyValuePair<string, int>> Written(string[] units, string[] tens, Func<string, string, int, string> compound)
    {
        var first = units[1] == "uno" ? 0 : 1;
        for (var unit = first; unit < units.Length; unit++)
        {
            yield return new(units[unit], unit);
        }

        for (var ten = 0; ten < tens.Length; ten++)
        {
            yield return new(tens[ten], (ten + 2) * 10);
            for (var unit = 1; unit <= 9; unit++)
            {
                yield return new(compound(tens[ten], units[unit], unit), ((ten + 2) * 10) + unit);
            }
        }

        yield return first == 0 ? new("cento", 100) : new("a hundred", 100);
    }

    private static string ItalianTen(string ten, string unit, int value) => (value is 1 or 8 ? ten[..^1] : ten) + unit;

    private static string EnglishTen(string ten, string unit, int value) => $"{ten} {unit}";

    private static IEnumerable<KeyValuePair<string, int>> WrittenOrdinals()
    {
        for (var at = 0; at < ItalianOrdinals.Length; at++)
        {
            // "non" alone is the negation; "second" is both languages' stem and the English word.
            yield return new(ItalianOrdinals[at] + "o", at + 1);
            yield return new(ItalianOrdinals[at] + "a", at + 1);
        }

        for (var at = 0; at < EnglishOrdinals.Length; at++)
        {
            yield return new(EnglishOrdinals[at], at + 1);
        }

        for (var unit = 1; unit <= 9; unit++)
        {
            yield return new($"twenty {EnglishOrdinals[unit - 1]}", 20 + unit);
        }

        yield return new("thirtieth", 30);
        yield return new("thirty first", 31);
    }
}
