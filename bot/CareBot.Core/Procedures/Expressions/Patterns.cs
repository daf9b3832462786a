using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CareBot.Procedures.Expressions;

/// <summary>Patterns that editors write, matched in a time that grows with the text and no faster.</summary>
internal static class Patterns
{
    /// <summary>The compiled patterns kept; a library has far fewer.</summary>
    private const int KeptMax = 1_000;

    private static readonly ConcurrentDictionary<string, Regex> Kept = new(StringComparer.Ordinal);

    /// <exception cref="RegexParseException">It is no pattern.</exception>
    /// <exception cref="NotSupportedException">It wants what only a search that goes back and forth can do.</exception>
    public static Regex Compiled(string pattern)
    {
        if (Kept.TryGetValue(pattern, out var known))
        {
            return known;
        }

        var made = new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        if (Kept.Count < KeptMax)
        {
            Kept[pattern] = made;
        }

        return made;
    }
}
