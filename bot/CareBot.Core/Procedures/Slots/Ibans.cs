using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Finds IBANs and checks them by their length, their form and their check digits (ISO 13616, ISO 7064 MOD 97-10).</summary>
internal static partial class Ibans
{
    /// <summary>The signs from which something is meant as an IBAN: "al 20 dicembre" begins like an Albanian one.</summary>
    private const int SignsMin = 12;

    /// <summary>The signs of the longest there can be.</summary>
    private const int SignsMax = 34;

    public static SlotReading Read(SlotText text)
    {
        var found = new List<(int, Value)>();
        SlotFault? fault = null;
        foreach (Match begin in Begin().Matches(text.Typed))
        {
            switch (At(text.Typed, begin))
            {
                case SlotReading.Filled filled:
                    found.Add((begin.Index, filled.Value));
                    break;
                case SlotReading.Invalid invalid:
                    fault ??= invalid.Fault;
                    break;
            }
        }

        return found.Count == 0 && fault is { } why ? new SlotReading.Invalid(why) : SlotText.OneOf(found, text.Typed);
    }

    private static SlotReading At(string text, Match begin)
    {
        var iban = "";
        var length = IbanLengths.Of(begin.Groups["country"].Value.ToUpperInvariant());
        var reached = false;
        for (var piece = begin; piece.Success && iban.Length < (length ?? SignsMax) && (piece == begin || Continues(piece, iban.Length)); piece = Piece().Match(text, piece.Index + piece.Length))
        {
            iban += Signs(piece.Value);
            reached |= iban.Length == length;
            if (reached && PassesCheck(iban))
            {
                return new SlotReading.Filled(new Value.Text(iban));
            }

            if (reached)
            {
                break;
            }
        }

        // "il 3331234567" begins like an Israeli one: with a blank after small letters only one that comes out is meant.
        return iban.Length < SignsMin || Word().IsMatch(begin.Value) ? SlotReading.Nowhere
            : length is null ? (iban.Length >= IbanLengths.Least ? new SlotReading.Invalid(SlotFault.IbanCountry) : SlotReading.Nowhere)
            : new SlotReading.Invalid(reached ? SlotFault.IbanCheck : SlotFault.IbanLength);
    }

    /// <summary>Words end an IBAN: it goes on with digits, a single letter, or the four letters of a bank right after the check digits.</summary>
    private static bool Continues(Match piece, int read) =>
        piece.Value.Any(char.IsAsciiDigit) || Signs(piece.Value).Length == 1 || (read == 4 && Signs(piece.Value).Length == 4);

    private static string Signs(string piece) => string.Concat(piece.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    internal static bool PassesCheck(string iban)
    {
        var rest = 0;
        foreach (var sign in iban[4..] + iban[..4])
        {
            rest = char.IsAsciiDigit(sign)
                ? ((rest * 10) + sign - '0') % 97
                : ((rest * 100) + sign - 'A' + 10) % 97;
        }

        return rest == 1 && (iban[..2] is not ("IT" or "SM") || Italian().IsMatch(iban));
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?<country>[A-Za-z]{2})[ .:-]{0,2}\d{2}[A-Za-z\d]*(?![\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex Begin();

    [GeneratedRegex(@"^(?!it)[a-z]{2} ", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\G[ .\-]{1,2}[A-Za-z\d]+(?![\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    /// <summary>A letter that checks the account, five digits of the bank, five of its branch, twelve signs of the account.</summary>
    [GeneratedRegex(@"^[A-Z]{2}\d{2}[A-Z]\d{10}[A-Z\d]{12}$")]
    private static partial Regex Italian();
}
