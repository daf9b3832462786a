using System.Text.RegularExpressions;
using CareBot.Privacy;

namespace CareBot.Procedures.Slots;

/// <summary>Finds Italian telephone numbers: mobiles begin with 3, fixed lines with 0, which is dialled from abroad too.</summary>
internal static partial class Phones
{
    /// <summary>The digits from which a number may be a telephone number.</summary>
    private const int DigitsMin = 6;

    /// <summary>The digits from which one that begins as no telephone number does is meant as one all the same, where it is all there is.</summary>
    private const int MeantMin = 7;

    public static SlotReading Read(SlotText text)
    {
        var runs = Numbers.Run().Matches(text.Typed).Where(run => !Day().IsMatch(run.Value))
            .Select(run => (run.Index, Number: Digits(run.Value)))
            .Where(run => run.Number.TrimStart('+').Length >= DigitsMin)
            .ToList();
        var italian = runs.Where(run => Italian().IsMatch(run.Number))
            .Select(run => (run.Index, (Value)new Value.Text("+39" + Italian().Match(run.Number).Groups["national"].Value))).ToList();
        return italian.Count > 0 ? SlotText.OneOf(italian, text.Typed)
            : runs.Exists(run => Foreign().IsMatch(run.Number)) ? new SlotReading.Invalid(SlotFault.PhoneForeign)
            : runs.Exists(run => Begun().IsMatch(run.Number) || (run.Number.Length >= MeantMin && !text.Plain.Any(char.IsLetter))) ? new SlotReading.Invalid(SlotFault.PhoneShape)
            : SlotReading.Nowhere;
    }

    /// <summary>The British write the zero of their own numbers in brackets after the country: it is not dialled.</summary>
    private static string Digits(string run)
    {
        var digits = string.Concat(run.Where(char.IsAsciiDigit));
        return run[0] == '+' ? $"+{digits}" : digits.StartsWith("00", StringComparison.Ordinal) ? $"+{digits[2..]}" : digits;
    }

    /// <summary>Two digits of the country before ten of a mobile are the country's, with a plus or without.</summary>
    [GeneratedRegex(@"^(?:\+39|39(?=3\d{9}$))?(?<national>3\d{8,9}|0\d{5,10})$")]
    private static partial Regex Italian();

    [GeneratedRegex(@"^(?:\+|0|3\d{2})\d{5,}$")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^\+(?!39)\d{7,15}$")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})")]
    private static partial Regex Day();
}
