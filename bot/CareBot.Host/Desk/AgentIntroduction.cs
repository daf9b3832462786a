using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareBot.Desk;

namespace CareBot.Host.Desk;

/// <summary>Makes an agent of a name that somebody gives, until people can sign in and the company says who they are.</summary>
internal static class AgentIntroduction
{
    /// <summary>The characters of a name.</summary>
    public const int NameMax = 40;

    private const int SuffixBytes = 3;

    /// <summary>A new agent of this name; null when it is no name: nothing readable, or too long.</summary>
    public static Agent? Of(string? name)
    {
        var readable = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return readable.Length is 0 or > NameMax || readable.Any(char.IsControl) || !readable.Any(char.IsLetterOrDigit)
            ? null
            : new Agent(new($"{Slug(readable)}-{RandomNumberGenerator.GetHexString(2 * SuffixBytes, lowercase: true)}"), readable);
    }

    private static string Slug(string name)
    {
        var signs = name.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        var slug = string.Join('-', new string([.. signs]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "agent" : slug;
    }
}
