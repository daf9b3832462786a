using System.Text.RegularExpressions;

namespace CareBot.Privacy;

/// <summary>Masks what has a form of its own wherever it stands: e-mail addresses, accounts' names, IBANs, Italian tax codes.</summary>
internal static partial class Letters
{
    public static string Mask(string text)
    {
        text = Email().Replace(text, Placeholder.Email);
        text = Account().Replace(text, Placeholder.Name);
        text = Iban().Replace(text, Placeholder.Iban);
        return TaxCode().Replace(text, Placeholder.TaxCode);
    }

    /// <summary>Also as people write it to escape collectors: <c>anna (at) example.com</c>, <c>anna chiocciola example.com</c>.</summary>
    [GeneratedRegex(
        @"(?>[\p{L}\p{N}._%+'-]{1,64})(?:\s{0,2}(?:@|\(at\)|\[at\])\s{0,2}|\s{1,2}chiocciola\s{1,2})(?>[\p{L}\p{N}-]{1,63})(?:\.[\p{L}\p{N}-]{1,63}){1,8}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Email();

    /// <summary><c>@anna.rossi</c>, and what is left of an address that was cut or misspelt.</summary>
    [GeneratedRegex(@"(?>[\p{L}\p{N}._%+'-]{0,64})@[\p{L}\p{N}][\p{L}\p{N}._-]{1,62}")]
    private static partial Regex Account();

    /// <summary>In one piece, in fours, or as Italian banks print it. A mistyped one is as private as a right one: the check digits
    /// are not looked at.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:[A-Z]{2}[ -]?\d{2}(?:[ -]?(?=[A-Z]{0,3}\d)[A-Z0-9]{4}){2,7}"
        + @"(?:[ -]?(?=[A-Z]{0,2}\d)[A-Z0-9]{3}|(?<=(?:[A-Z0-9]{4}[ -]?){4})(?:[ -]?(?=[A-Z]?\d)[A-Z0-9]{1,2})?)"
        + @"|IT ?\d{2} ?[A-Z] ?\d{5} ?\d{5} ?[A-Z0-9]{12})(?![\p{L}\p{N}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Iban();

    /// <summary>Digits may be letters where two people would share a code (omocodia).</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?=[A-Z ]{6,18}\d)[A-Z]{3} ?[A-Z]{3} ?[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2} ?[A-Z][0-9LMNPQRSTUV]{3}[A-Z](?![\p{L}\p{N}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TaxCode();
}
