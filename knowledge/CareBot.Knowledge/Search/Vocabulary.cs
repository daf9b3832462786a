using System.Runtime.InteropServices;

namespace CareBot.Knowledge.Search;

/// <summary>The words that a question may be made of: those of the library by how often it has them, and those that everybody uses.</summary>
internal sealed class Vocabulary
{
    /// <summary>How often a word counts that the library lacks: as if it had it once.</summary>
    private const int CountOfOther = 1;

    private readonly Dictionary<string, (Word Word, int Count)> known = new(StringComparer.Ordinal);

    /// <param name="library">Every word of the library, as often as it has it.</param>
    /// <param name="others">Those that it may lack.</param>
    /// <param name="hasty">How some are typed in haste.</param>
    public Vocabulary(IEnumerable<Word> library, IEnumerable<Word> others, IReadOnlyDictionary<string, Word> hasty)
    {
        foreach (var word in library.Where(word => !word.IsCode))
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(known, word.Plain, out var exists);
            entry = exists ? (entry.Word, entry.Count + 1) : (word, 1);
        }

        foreach (var word in others)
        {
            known.TryAdd(word.Plain, (word, CountOfOther));
        }

        foreach (var (typed, word) in hasty)
        {
            known.TryAdd(typed, (word, CountOfOther));
        }

        Total = known.Values.Sum(entry => (long)entry.Count);
    }

    /// <summary>How many words there are, each as often as it counts.</summary>
    public long Total { get; }

    public IEnumerable<(Word Word, int Count)> All => known.Values;

    /// <summary>The word that is written so; null where none is.</summary>
    public (Word Word, int Count)? Find(ReadOnlySpan<char> plain) =>
        known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(plain, out var entry) ? entry : null;
}
