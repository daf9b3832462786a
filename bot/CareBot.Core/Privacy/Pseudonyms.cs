using System.Text.RegularExpressions;

namespace CareBot.Privacy;

/// <summary>Takes out of a customer's words what points at a person, and leaves the question.</summary>
/// <remarks>
/// Masked by a typed placeholder: names, e-mail addresses, telephone numbers, IBANs, payment cards, Italian tax codes, numbers of
/// orders, parcels and the like, street addresses. Prices, quantities, days, hours, dates and references to laws stay.
/// It works by form, not by understanding: a name that nothing announces and that is in no list is not seen.
/// </remarks>
public static partial class Pseudonyms
{
    /// <summary>How many times as long as the text a masked text can be: the shortest name, of two letters, becomes <c>[name]</c>.</summary>
    public const int GrowthMax = 3;

    /// <summary>Masks a text in Italian or English. Masking what is masked changes nothing. No text makes it throw.</summary>
    /// <param name="text">The customer's words as they came.</param>
    /// <param name="customer">The customer's own name where the channel gives one; it is masked wherever it stands.</param>
    public static string Mask(string text, string? customer)
    {
        // A placeholder can lay bare what stood beside it. Each round has fewer letters left to mask, so this comes to an end.
        for (var known = new CustomerName(customer); ;)
        {
            var masked = MaskOnce(text, known);
            if (masked == text)
            {
                return masked;
            }

            text = masked;
        }
    }

    /// <summary>A masked text without its placeholders and the words that announced a name: what is left to search by.</summary>
    public static string WithoutPlaceholders(string masked) => Blanks().Replace(Placeholders().Replace(masked, " "), " ").Trim(' ', ',', ';', ':', '-');

    private static string MaskOnce(string text, CustomerName customer)
    {
        text = Letters.Mask(text);
        text = Streets.Mask(text);
        text = Numbers.Mask(text);
        text = customer.Mask(text);
        text = Names.Mask(text);
        return NamesInARow().Replace(text, Placeholder.Name);
    }

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?:mi\s+chiamo|sono|il\s+mio\s+nome\s+è|my\s+name\s+is|i\s+am|i['’]?m|this\s+is)\s+)?\[name\]|" + Placeholder.Any,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholders();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\[name\](?:\s+\[name\])+")]
    private static partial Regex NamesInARow();
}
