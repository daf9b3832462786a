using System.Text.RegularExpressions;

namespace CareBot.Privacy;

/// <summary>Masks street addresses where both the street and the number of the house are there.</summary>
internal static partial class Streets
{
    public static string Mask(string text)
    {
        text = Italian().Replace(text, Placeholder.Address);
        text = ItalianCapital().Replace(text, Placeholder.Address);
        text = English().Replace(text, Placeholder.Address);
        return PostCode().Replace(text, Placeholder.Address);
    }

    /// <summary>A number that counts something is no house: "andate via da 2 giorni".</summary>
    private const string House =
        @"[\s,]{1,3}(?:n\.?\s?|nr\.?\s?|num\.?\s?|numero\s|n°\s?|civico\s)?\d{1,4}(?:\s?[/-]?\s?[a-z](?!\p{L})|/\d{1,3})?(?![\p{L}\d])(?!\s?(?:€|%|euro|giorn|or[ae]\b|minut|settiman|mes[ei]|ann[oi]|volt|person|pezz|articol|ordin|pacc))";

    private const string PostCodeAndTown = @"(?:[\s,-]{1,3}\d{5}(?!\d)(?:[\s,]{1,2}\p{Lu}[\p{L}'’]+(?:\s\p{Lu}[\p{L}'’]+){0,2})?)?";

    [GeneratedRegex(
        @"(?<!\p{L})(?:via|viale|v\.le|piazza|piazzale|p\.?\s?zza|p\.?le|vicolo|lungotevere|lungomare|c\.so)\s+(?!mail|e-?mail|posta|pec|sms|chat|fax|whats|telefono|corriere|web|internet)(?:[\p{L}\d'’.]{1,20}\s+){0,4}[\p{L}'’.]{2,20}"
        + House + PostCodeAndTown,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Italian();

    /// <summary>Words that are streets only with a capital: "in corso da ieri" is none.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(?:[Cc]orso|[Ll]argo|[Ss]trada|[Bb]orgo|[Cc]alle|[Ss]alita|[Cc]ontrada|[Ff]ondamenta|[Cc]ampo)\s+(?:\p{L}{1,6}\s+){0,2}\p{Lu}[\p{L}'’.]{1,20}(?:\s+\p{Lu}[\p{L}'’.]{1,20}){0,3}"
        + House + PostCodeAndTown,
        RegexOptions.CultureInvariant)]
    private static partial Regex ItalianCapital();

    [GeneratedRegex(
        @"(?<![\p{L}\d])\d{1,5}[a-z]?,?\s+(?:(?!(?:the|on|in|a|an|my|your|our|this|that|to|from|of|for|with|is|are|days?|weeks?|hours?|minutes?|items?|orders?)\b)[\p{L}'’.]{2,20}\s+){1,3}(?:street|road|avenue|lane|square|boulevard|terrace|crescent|gardens|rd|ave|blvd)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    /// <summary>British ones; the five digits of other countries are masked as numbers.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])")]
    private static partial Regex PostCode();
}
