using System.Text.RegularExpressions;

namespace CareBot.Knowledge.Search;

/// <summary>A place in a text where every sign is meant: an address of mail or web, or a code of letters and digits.</summary>
/// <param name="Start">The place of its first character.</param>
/// <param name="End">The place after its last.</param>
/// <param name="Whole">A code in small letters without what joins its parts, so that <c>MX-200</c> is <c>mx200</c>; null for an address.</param>
internal readonly partial record struct Code(int Start, int End, string? Whole)
{
    /// <summary>The codes and addresses of a text in their order.</summary>
    public static IReadOnlyList<Code> In(string text)
    {
        var codes = new List<Code>();
        foreach (var match in Pattern().EnumerateMatches(text))
        {
            var written = text.AsSpan(match.Index, match.Length);
            var isAddress = written.Contains('@') || written.Contains("www.", StringComparison.OrdinalIgnoreCase) || written.Contains("://", StringComparison.Ordinal);
            if (isAddress || (Has(written, char.IsDigit) && Has(written, char.IsLetter)))
            {
                codes.Add(new(match.Index, match.Index + match.Length, isAddress ? null : WholeOf(written)));
            }
        }

        return codes;
    }

    private static bool Has(ReadOnlySpan<char> written, Func<char, bool> kind)
    {
        foreach (var sign in written)
        {
            if (kind(sign))
            {
                return true;
            }
        }

        return false;
    }

    private static string WholeOf(ReadOnlySpan<char> written)
    {
        var whole = new char[written.Length];
        var length = 0;
        foreach (var sign in written)
        {
            if (char.IsLetterOrDigit(sign))
            {
                whole[length++] = char.ToLowerInvariant(sign);
            }
        }

        return new(whole, 0, length);
    }

    // Atomic groups: no text makes it try twice.
    [GeneratedRegex(@"\b(?>https?://\S+|www\.\S+|[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|[\p{L}\d]+(?:[-_/.][\p{L}\d]+)+)", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
