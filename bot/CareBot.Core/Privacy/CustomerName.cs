using System.Text.RegularExpressions;

namespace CareBot.Privacy;

/// <summary>Masks the name that the channel gives for a customer.</summary>
internal sealed partial class CustomerName(string? name)
{
    /// <summary>The letters below which a part of a name ("De", "Li") is masked beside another part only.</summary>
    private const int AloneFrom = 3;

    private readonly HashSet<string> parts = NameWords.Word().Matches(name ?? "")
        .Select(word => word.Value).Where(word => word.Length > 1).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public string Mask(string text) => parts.Count == 0 ? text : Words().Replace(text, MaskParts);

    private string MaskParts(Match run)
    {
        var words = NameWords.Word().Matches(run.Value);
        var masked = run.Value;

        // From the back, so that places further to the front stay right.
        for (var last = words.Count - 1; last >= 0; last--)
        {
            var first = last + 1;
            while (first > 0 && parts.Contains(words[first - 1].Value))
            {
                first--;
            }

            if (first < last || (first == last && StandsAlone(words[first].Value)))
            {
                var (from, to) = (words[first].Index, words[last].Index + words[last].Length);
                masked = masked[..from] + Placeholder.Name + masked[to..];
            }

            last = Math.Min(first, last);
        }

        return masked;
    }

    /// <summary>One part alone is a name with a capital; small, "costa" is more often a verb than Mr Costa.</summary>
    private static bool StandsAlone(string word) =>
        word.Length >= AloneFrom && (char.IsUpper(word[0]) || FirstNames.Contains(word));

    [GeneratedRegex(@"(?<![\[\p{L}])\p{L}[\p{L}'’-]*(?:[ \t\u00A0]+\p{L}[\p{L}'’-]*)*(?!\])")]
    private static partial Regex Words();
}
