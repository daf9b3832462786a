using System.Globalization;
using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds Italian postcodes.</summary>
internal static partial class Postcodes
{
    /// <summary>The first one that is in use, in the province of Rome.</summary>
    private const int First = 10;

    /// <summary>The last one that is in use, in Messina.</summary>
    private const int Last = 98_168;

    public static bool IsKnown(string digits) =>
        int.Parse(digits, CultureInfo.InvariantCulture) is >= First and <= Last;

    public static SlotReading Read(SlotText text)
    {
        var announced = Announced().Matches(text.Typed).ToList();
        var found = announced.Count > 0 ? announced : Digits().Matches(text.Typed).ToList();
        var five = found.Where(match => match.Groups["digits"].Length == 5)
            .Select(match => (match.Groups["digits"].Index, (Value)new Value.Text(match.Groups["digits"].Value))).ToList();
        // Four digits in a sentence are rather a year.
        return five.Count == 0 && found.Count > 0 && (announced.Count > 0 || !text.Plain.Any(char.IsLetter))
            ? new SlotReading.Invalid(SlotFault.PostcodeShape)
            : SlotText.OneOf(five, text.Typed).Unless(value => IsKnown(value.ToString()) ? null : SlotFault.PostcodeUnknown);
    }

    [GeneratedRegex(@"(?<!\p{L})(?:cap|c\.a\.p\.|postcode|post code|zip|zip code|codice postale)(?:\s(?:è|is|:))?[\s:.]{0,3}(?<digits>\d{3,8})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    /// <summary>Three digits or less are the number of a house.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d/.,+-])(?<digits>\d{4,7})(?![\p{L}\d/]|[.,-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
