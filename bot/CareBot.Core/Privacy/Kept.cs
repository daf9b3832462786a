using System.Text.RegularExpressions;

namespace CareBot.Privacy;

/// <summary>Finds the numbers that are part of the question and stay: dates, hours, years, laws, prices, quantities, codes of errors.</summary>
internal static partial class Kept
{
    private const string NotInANumber = @"(?<![\d\p{L}]|\d[\s./-])";

    private const string NumberEnds = @"(?!\d|[./-]\d|\s\d)";

    private const string Amount = @"(?:\d{1,3}(?:[.,']\d{3}){1,2}|\d{1,6})(?:[.,]\d{1,2})?";

    private const string Date =
        NotInANumber + @"(?:(?:0?[1-9]|[12]\d|3[01])(\s?[./-]\s?)(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-\d{2})" + NumberEnds;

    private const string Hours =
        NotInANumber + @"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[–-]\s?(?:[01]?\d|2[0-3])[.:][0-5]\d)?" + NumberEnds;

    private const string Years = NotInANumber + @"(?:19|20)\d{2}\s?[–/-]\s?(?:19|20)?\d{2}" + NumberEnds;

    private const string Law =
        @"(?<!\p{L})(?:art|artt|articol[oi]|articles?|d\.?\s?lgs|d\.?p\.?r|legge|law|act|section|reg|regolamento|regulation|direttiva|directive|comma|iso)"
        + @"(?!\p{L})[\s.]{0,3}(?:n\.?\s?)?(?:\(?(?:ue|eu|ce|ec)\)?\s?)?(?:n\.?\s?)?\d{1,5}(?:[-/]\d{1,4}){0,2}(?!\d)"
        + "|" + NotInANumber + @"(?:\d{1,4}/(?:19|20)\d{2}|(?:19|20)\d{2}/\d{1,4})" + NumberEnds;

    private const string Price =
        @"(?:[€$£]|(?<!\p{L})euro?)\s?" + Amount + @"(?![\d.,]?\d)"
        + "|" + NotInANumber + Amount + @"\s?(?:[€$£%]|(?:euro?|dollars?|pounds?|usd|gbp|chf|rs|lumen|mah|km|kwh|watt|giorn[oi]|or[ae]|volte|days?|hours?|times)(?!\p{L}))";

    private const string ErrorCode = @"(?<!\p{L})error[ei]?\s(?:code\s)?[A-Z]{0,8}\d{1,8}(?:-\d{1,5})?(?![\d\p{L}])";

    /// <summary>Placeholders are kept too: nothing in them is looked at twice.</summary>
    [GeneratedRegex(
        Placeholder.Any + "|" + Date + "|" + Hours + "|" + Years + "|" + Law + "|" + ErrorCode + "|" + Price,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Pattern();
}
