using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds addresses to which a parcel can go, Italian and British ones, and says what is missing.</summary>
internal static partial class Addresses
{
    public static SlotReading Read(SlotText text)
    {
        if (British().Match(text.Typed) is { Success: true } british)
        {
            return Complete(british.Groups["street"].Value, british.Groups["code"].Value.ToUpperInvariant(), british.Groups["town"].Value, "");
        }

        var street = Street().Match(text.Typed);
        var code = PostcodeAndTown().Match(text.Typed);
        if (!street.Success || (Word().IsMatch(street.Groups["kind"].Value) && !code.Success))
        {
            return code.Success && code.Groups["town"].Success ? new SlotReading.Invalid(SlotFault.StreetMissing) : SlotReading.Nowhere;
        }

        if (!street.Groups["house"].Success)
        {
            return new SlotReading.Invalid(SlotFault.HouseMissing);
        }

        if (!code.Success)
        {
            return new SlotReading.Invalid(SlotFault.PostcodeMissing);
        }

        // "via Roma 5, Padova 35121" has its town before the postcode, "via Roma 5, 35121 Padova" behind it.
        var end = street.Index + street.Length;
        var between = code.Index > end ? Town().Match(text.Typed[end..code.Index]).Groups["town"].Value : "";
        return !Postcodes.IsKnown(code.Groups["code"].Value)
            ? new SlotReading.Invalid(SlotFault.PostcodeUnknown)
            : Complete(
                $"{street.Groups["kind"].Value}{street.Groups["name"].Value} {House().Replace(street.Groups["house"].Value, "")}",
                code.Groups["code"].Value,
                code.Groups["town"].Success ? code.Groups["town"].Value : between,
                code.Groups["province"].Value);
    }

    private static SlotReading Complete(string street, string postcode, string town, string province) => town.Length == 0
        ? new SlotReading.Invalid(SlotFault.TownMissing)
        : new SlotReading.Filled(Value.Fields.Of(
            [
                ("street", new Value.Text(street)),
                ("postcode", new Value.Text(postcode)),
                ("town", new Value.Text(Name(town))),
                .. province.Length == 0 ? [] : new[] { ("province", (Value)new Value.Text(province.ToUpperInvariant())) },
            ]));

    /// <summary>A town that was typed in small letters gets its capital: it goes on a label.</summary>
    private static string Name(string town) => string.Concat(town[..1].ToUpperInvariant(), town[1..]);

    private const string TownName = @"(?<town>(?!(?:grazie|per|thanks|please|scala|interno|int|citofono|piano|e|ma|che|è|italia|italy)\b)\p{L}[\p{L}'.]*(?:[ -](?!(?:grazie|per|thanks|please|scala|interno|int|citofono|piano|e|ma|che|è|italia|italy|[A-Z]{2}\b(?!\p{L}))\b)\p{L}[\p{L}'.]*){0,4})";

    /// <summary>Up to the first number that can be a house: "via 4 novembre 12" has two.</summary>
    private const string StreetName = @"(?<name> (?:[\p{L}\d'.]{1,20} ){0,5}?\p{L}[\p{L}'.]{1,24})";

    /// <summary>The words that are streets on their own, and those that are often something else.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(?:(?<kind>via(?! (?:e-?mail|mail|posta|pec|sms|chat|fax|whatsapp|telefono|corriere|web|internet|dal?)(?!\p{L}))|viale|v\.le|piazza|p\.? ?zza|piazzale|p\.?le|vicolo|lungotevere|lungomare|lungarno|localit[aà]|loc\.|fraz\.|frazione|c\.so|corso|largo|strada|borgo|calle|salita|contrada|fondamenta|campo)"
        + @"(?:" + StreetName + @"[ ,]{1,3}(?<house>(?:n\.? ?|nr\.? ?|n° ?|civico |numero )?\d{1,4}(?!\d)(?: ?[/-] ?[\p{L}\d]{1,3}(?![\p{L}\d])| ?[A-Za-z](?!\p{L})|,? snc(?!\p{L}))?|snc(?!\p{L}))|" + StreetName + "))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    [GeneratedRegex(@"^(?:corso|largo|strada|borgo|calle|salita|contrada|fondamenta|campo)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[ ,]*(?:n\.? ?|nr\.? ?|n° ?|civico |numero )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex House();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:I-)?(?<code>\d{5})(?!\d)(?:[ ,-]{1,3}" + TownName + @")?(?: ?[(,-]? ?(?<province>[A-Za-z]{2})(?!\p{L})\)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex PostcodeAndTown();

    [GeneratedRegex(@"^[ ,-]*(?:a |in )?" + TownName, RegexOptions.CultureInvariant)]
    private static partial Regex Town();

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?<street>\d{1,5}[a-z]?,? (?:[\p{L}'.]{2,20} ){1,3}(?:street|road|avenue|lane|square|boulevard|terrace|crescent|gardens|close|drive|st|rd|ave))(?!\p{L})[ ,]{1,3}(?:(?<town>\p{L}[\p{L}' -]{1,30}?)[ ,]{1,3})?(?<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex British();
}
