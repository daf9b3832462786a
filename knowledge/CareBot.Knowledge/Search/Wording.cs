namespace CareBot.Knowledge.Search;

/// <summary>A customer's words made ready for comparing with one shelf.</summary>
/// <param name="Stems">Every stem, with what it counts; misspelt ones as the words they may be.</param>
/// <param name="Matter">Those that say what the question is about.</param>
/// <param name="Grams">The letter runs of the words that say what it is about.</param>
internal sealed record Wording(
    (string Stem, float Share)[] Stems, (string Stem, float Share)[] Matter, (ulong Gram, float Share)[] Grams)
{
    /// <summary>What a stop word counts beside any other: it tells `when` from `where` and little else.</summary>
    private const float StopShare = 0.5f;

    /// <summary>What a word counts that stands for a misspelt one.</summary>
    private const float RepairedShare = 0.8f;

    /// <summary>The words of one question that are looked at.</summary>
    private const int WordsMax = 64;

    public static Wording Of(IEnumerable<Word> words, Func<string, bool> isKnown, Spelling spelling)
    {
        var stems = new Dictionary<string, float>(StringComparer.Ordinal);
        var matter = new Dictionary<string, float>(StringComparer.Ordinal);
        var grams = new List<ulong>();
        foreach (var word in words.Take(WordsMax))
        {
            if (word.IsStop)
            {
                stems.TryAdd(word.Stem, StopShare);
                continue;
            }

            LetterRuns.Add(word.Plain, grams);
            var near = isKnown(word.Stem) ? [] : spelling.Near(word.Plain);
            if (near.Count == 0)
            {
                stems[word.Stem] = 1;
                matter[word.Stem] = 1;
            }

            foreach (var repaired in near)
            {
                stems.TryAdd(repaired, RepairedShare / near.Count);
                matter.TryAdd(repaired, RepairedShare / near.Count);
            }
        }

        return new(
            [.. stems.Select(stem => (stem.Key, stem.Value))],
            [.. matter.Select(stem => (stem.Key, stem.Value))],
            [.. grams.Distinct().Select(gram => (gram, 1f))]);
    }
}
