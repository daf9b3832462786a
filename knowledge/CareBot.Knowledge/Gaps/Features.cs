using System.Globalization;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Gaps;

/// <summary>What a text is compared by: the stems of its words, and the runs of letters in them, which misspelt words still share.</summary>
/// <remarks>Both are sorted, so that sums over them are the same in every process.</remarks>
internal sealed class Features
{
    private Features(IReadOnlyList<string> stems, IReadOnlyList<string> runs)
    {
        Stems = stems;
        Runs = runs;
    }

    public IReadOnlyList<string> Stems { get; }

    public IReadOnlyList<string> Runs { get; }

    /// <summary>Words that say little about the subject count only where there are no others.</summary>
    /// <returns>Null for a text without words.</returns>
    public static Features? Of(string text, Language language)
    {
        var words = Words.Of(language).In(text);
        var matter = words.Where(word => !word.IsStop).ToList();
        var used = matter.Count > 0 ? matter : words;
        return used.Count == 0 ? null : new(
            Sorted(used.Select(word => word.Stem)),
            Sorted(LetterRuns.Of(used).Select(each => each.Run.ToString("X16", CultureInfo.InvariantCulture))));
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> features) =>
        [.. features.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
