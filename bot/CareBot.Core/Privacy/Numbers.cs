using System.Text;
using System.Text.RegularExpressions;

namespace CareBot.Privacy;

/// <summary>Masks telephone numbers, payment cards, and numbers of orders, parcels and the like.</summary>
internal static partial class Numbers
{
    /// <summary>The digits in one piece from which a number is no quantity.</summary>
    private const int LongFrom = 5;

    /// <summary>The digits in several pieces from which they are one number.</summary>
    private const int LongInPiecesFrom = 7;

    /// <summary>The digits after "order", "ticket" and the like from which they are its number.</summary>
    private const int AnnouncedFrom = 4;

    /// <summary>The characters before a number in which a word such as "tel." tells what it is.</summary>
    private const int CueMax = 32;

    public static string Mask(string text)
    {
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (Match kept in Kept.Pattern().Matches(text))
        {
            masked.Append(MaskBetween(text[at..kept.Index])).Append(kept.ValueSpan);
            at = kept.Index + kept.Length;
        }

        return masked.Append(MaskBetween(text[at..])).ToString();
    }

    private static string MaskBetween(string text)
    {
        text = Announced().Replace(text, match => Digits(match.Groups["code"].ValueSpan) >= AnnouncedFrom
            ? match.Groups["cue"].Value + Placeholder.Code
            : match.Value);
        text = Mixed().Replace(text, match => Digits(match.ValueSpan) >= LongFrom && match.ValueSpan.ContainsAnyInRange('A', 'z')
            ? Placeholder.Code
            : match.Value);
        return Run().Replace(text, match => Of(match.Value, text[Math.Max(0, match.Index - CueMax)..match.Index]));
    }

    private static string Of(string run, string before)
    {
        var digits = string.Concat(run.Where(char.IsDigit));
        var longest = Piece().Matches(run).Max(piece => piece.Length);
        var isPhone = run[0] == '+' ? digits.Length >= LongInPiecesFrom
            : PhoneCue().IsMatch(before) ? digits.Length > LongFrom
            : digits[0] switch
            {
                '0' => digits.Length >= (digits.StartsWith("00", StringComparison.Ordinal) ? 11 : 9) && digits.Length <= 14,
                '3' => digits.Length is 9 or 10,
                _ => false,
            };

        return isPhone ? Placeholder.Phone
            : digits.Length is >= 13 and <= 19 && (longest == 4 || PassesLuhn(digits)) ? Placeholder.Card
            : longest >= LongFrom || (digits.Length >= LongInPiecesFrom && longest >= 3) ? Placeholder.Code
            : run;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var sign in text)
        {
            count += char.IsDigit(sign) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The check digit of payment cards (ISO/IEC 7812).</summary>
    private static bool PassesLuhn(string digits) => digits
        .Reverse()
        .Select((digit, place) => (int)char.GetNumericValue(digit) * (1 + (place % 2)))
        .Sum(value => value > 9 ? value - 9 : value) % 10 == 0;

    [GeneratedRegex(
        @"(?<cue>(?<![\p{L}\d])(?:ordine|pratica|reso|spedizione|pacco|fattura|cliente|codice|seriale|matricola|contratto|riferimento|rif|numero"
        + @"|order|ticket|return|tracking|shipment|parcel|invoice|rma|customer|code|serial|contract|reference|ref|number|id)"
        + @"(?:[\s.:#°-]{1,3}(?:d['’]ordine|di\s\p{L}{4,12}|nr?|num|no|numero|number|id|code|codice|cliente|is|è)(?!\p{L})){0,3}[\s.:#°-]{1,4})"
        + @"(?<code>(?>[A-Za-z\d]+(?:[-_/][A-Za-z\d]+)*))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    /// <summary>Letters and digits in one: <c>1Z999AA10123456784</c>, <c>BL-2026-00123</c>.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?>[A-Za-z\d]+(?:[-_][A-Za-z\d]+){0,8})")]
    private static partial Regex Mixed();

    /// <summary>Digits, and what people put between them.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?:\+\s?)?\d(?>(?:[\s./()–-]{0,3}\d)*)")]
    internal static partial Regex Run();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Piece();

    [GeneratedRegex(
        @"(?<!\p{L})(?:tel|telefono|telefonico|cell|cellulare|mobile|phone|telephone|whatsapp|chiamatemi|chiamami|call me|ring me)(?!\p{L})"
        + @"[\s.:]{0,3}(?:(?:al|il|è|is|on|at|number|numero|mio|my|no?|nr)[\s.:]{1,3}){0,3}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhoneCue();
}
