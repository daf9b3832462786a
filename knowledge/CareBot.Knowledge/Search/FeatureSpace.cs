using System.Runtime.InteropServices;

namespace CareBot.Knowledge.Search;

/// <summary>The features that the phrasings of a shelf have, and how much each tells: stems, words as written, pairs of
/// neighbouring stems, and runs of letters.</summary>
/// <remarks>Each kind makes a vector of its own of length 1; together they are one. Built once; then any number of threads may use it.</remarks>
internal sealed class FeatureSpace
{
    /// <summary>What the kinds count beside each other.</summary>
    private const float StemShare = 1f;
    private const float PlainShare = 0.5f;
    private const float GramShare = 1f;
    private const float PairShare = 1f;

    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> plains = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> grams = [];
    private readonly Dictionary<(string, string), int> pairs = [];
    private readonly List<int> holders = [];
    private readonly float[] rarity;
    private readonly float rarest;

    private FeatureSpace(IReadOnlyList<IReadOnlyList<Word>> texts)
    {
        var last = new List<int>();
        for (var text = 0; text < texts.Count; text++)
        {
            foreach (var word in texts[text])
            {
                Tally(stems, word.Stem, text, last);
                Tally(plains, word.Plain, text, last);
            }

            foreach (var (pair, _) in WordPairs.Of(texts[text]))
            {
                Tally(pairs, pair, text, last);
            }

            foreach (var (gram, _) in LetterRuns.Of(texts[text]))
            {
                Tally(grams, gram, text, last);
            }
        }

        rarity = [.. holders.Select(count => Rarity(count, texts.Count))];
        rarest = Rarity(0, texts.Count);
    }

    public int Count => rarity.Length;

    public static FeatureSpace Of(IReadOnlyList<IReadOnlyList<Word>> texts) => new(texts);

    /// <summary>Makes a text a vector. What no text of the space has is no part of it, but makes the rest count less.</summary>
    public SparseVector Vector(IReadOnlyList<Word> words)
    {
        var found = new Dictionary<int, float>();
        var parts = new Part[4];
        Add(stems, words.Select(word => (word.Stem, word.Weight)), StemShare, found, ref parts[0]);
        Add(plains, words.Select(word => (word.Plain, word.Weight)), PlainShare, found, ref parts[1]);
        Add(grams, LetterRuns.Of(words), GramShare, found, ref parts[2]);
        Add(pairs, WordPairs.Of(words), PairShare, found, ref parts[3]);

        var present = parts.Where(part => part.Squares > 0).Sum(part => part.Share * part.Share);
        if (present == 0)
        {
            return SparseVector.Empty;
        }

        var ids = found.Keys.ToArray();
        Array.Sort(ids);
        var scale = 1 / MathF.Sqrt(present);
        var weights = new float[ids.Length];
        for (var at = 0; at < ids.Length; at++)
        {
            weights[at] = found[ids[at]] * scale;
        }

        return new(ids, weights);
    }

    private void Add<T>(Dictionary<T, int> known, IEnumerable<(T Feature, float Weight)> features, float share, Dictionary<int, float> found, ref Part part)
        where T : notnull
    {
        var counts = new Dictionary<T, float>();
        foreach (var (feature, count) in features)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _) += count;
        }

        var squares = 0f;
        var own = new List<int>();
        foreach (var (feature, count) in counts)
        {
            var id = known.GetValueOrDefault(feature, -1);
            var weight = (count < 1 ? count : 1 + MathF.Log(count)) * (id < 0 ? rarest : rarity[id]);
            squares += weight * weight;
            if (id >= 0)
            {
                found[id] = weight;
                own.Add(id);
            }
        }

        var scale = squares == 0 ? 0 : share / MathF.Sqrt(squares);
        foreach (var id in own)
        {
            found[id] *= scale;
        }

        part = new(share, squares);
    }

    private void Tally<T>(Dictionary<T, int> known, T feature, int text, List<int> last)
        where T : notnull
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(known, feature, out var exists);
        if (!exists)
        {
            id = holders.Count;
            holders.Add(0);
            last.Add(-1);
        }

        if (last[id] != text)
        {
            last[id] = text;
            holders[id]++;
        }
    }

    private static float Rarity(int holders, int texts) => 1 + MathF.Log((1f + texts) / (1f + holders));

    private readonly record struct Part(float Share, float Squares);
}
