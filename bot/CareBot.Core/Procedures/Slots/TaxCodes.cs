using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds the tax codes of persons and checks their last letter (D.M. 23 December 1976).</summary>
internal static partial class TaxCodes
{
    private const int Length = 16;

    /// <summary>What the signs in odd places count, from 0 to 9 and from A to Z: 0 counts as A, and so on.</summary>
    private static readonly int[] Odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    public static SlotReading Read(SlotText text)
    {
        var codes = Shaped().Matches(text.Typed).Select(match => (match.Index, Code: Signs(match.Value))).ToList();
        var right = codes.Where(one => Exact().IsMatch(one.Code) && one.Code[^1] == CheckLetter(one.Code)).ToList();
        return right.Count > 0 ? SlotText.OneOf(right.Select(one => (one.Index, (Value)new Value.Text(one.Code))), text.Typed)
            : codes.Exists(one => Exact().IsMatch(one.Code)) ? new SlotReading.Invalid(SlotFault.TaxCodeCheck)
            : codes.Count > 0 || Begun().IsMatch(text.Typed) ? new SlotReading.Invalid(SlotFault.TaxCodeShape)
            : SlotReading.Nowhere;
    }

    internal static char CheckLetter(string code)
    {
        var sum = 0;
        for (var at = 0; at < Length - 1; at++)
        {
            var worth = char.IsAsciiDigit(code[at]) ? code[at] - '0' : code[at] - 'A';
            sum += at % 2 == 0 ? Odd[worth] : worth;
        }

        return (char)('A' + (sum % 26));
    }

    private static string Signs(string written) => string.Concat(written.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>Sixteen signs in four or five groups or in one, the first six of them letters.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d])[A-Z]{3}[ .-]?[A-Z]{3}[ .-]?(?=[A-Z ]{0,2}\d|\d|[LMNPQRSTUV]{2})[A-Z\d]{2}[ .-]?[A-Z][ .-]?[A-Z\d]{2}[ .-]?[A-Z][ .-]?[A-Z\d]{3}[ .-]?[A-Z\d](?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shaped();

    /// <summary>Digits may be letters where two people would share a code; women are born on days from 41 on.</summary>
    [GeneratedRegex(@"^[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]$")]
    private static partial Regex Exact();

    /// <summary>Begun as tax codes begin, with too few or too many signs.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])[A-Z]{3}[ .-]?[A-Z]{3}[ .-]?\d{2}[ .-]?[A-Z][ .-]?\d{2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begun();
}
