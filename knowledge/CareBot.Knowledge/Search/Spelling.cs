using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>Finds the known words that are one slip of the finger away from an unknown one.</summary>
/// <remarks>Two words within one edit share a form that lacks at most one letter of each: those forms are looked up by their
/// hashes, and what is found is compared letter by letter.</remarks>
internal sealed class Spelling
{
    /// <summary>The letters below which a word is too short to tell a slip from another word.</summary>
    private const int LettersMin = 4;

    /// <summary>The letters above which a word is no word.</summary>
    private const int LettersMax = 40;

    private readonly Word[] words;
    private readonly int[] hashes;
    private readonly int[] owners;

    public Spelling(IReadOnlyCollection<Word> known)
    {
        words = [.. known.Where(word => word.Plain.Length is >= LettersMin - 1 and <= LettersMax)];
        var forms = words.SelectMany((word, owner) => Forms(word.Plain).Select(hash => (hash, owner))).ToArray();
        hashes = [.. forms.Select(form => form.hash)];
        owners = [.. forms.Select(form => form.owner)];
        Array.Sort(hashes, owners);
    }

    /// <summary>The known words that a word as it is typed may be meant for; of those with one stem, one.</summary>
    public IReadOnlyList<Word> Near(string word)
    {
        if (word.Length is < LettersMin or > LettersMax)
        {
            return [];
        }

        var near = new List<Word>();
        foreach (var hash in Forms(word))
        {
            for (var at = FirstOf(hash); at < hashes.Length && hashes[at] == hash; at++)
            {
                var candidate = words[owners[at]];
                if (!near.Exists(word => word.Stem == candidate.Stem) && EditDistance.Between(word, candidate.Plain) == 1)
                {
                    near.Add(candidate);
                }
            }
        }

        // Hashes differ from start to start; what is found must not.
        near.Sort((one, other) => string.CompareOrdinal(one.Plain, other.Plain));
        return near;
    }

    private int FirstOf(int hash)
    {
        var (low, high) = (0, hashes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = hashes[middle] < hash ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static List<int> Forms(string word)
    {
        Span<char> shorter = stackalloc char[word.Length - 1];
        var forms = new List<int>(word.Length + 1) { string.GetHashCode(word) };
        for (var dropped = 0; dropped < word.Length; dropped++)
        {
            word.AsSpan(0, dropped).CopyTo(shorter);
            word.AsSpan(dropped + 1).CopyTo(shorter[dropped..]);
            forms.Add(string.GetHashCode(shorter));
        }

        return forms;
    }
}
