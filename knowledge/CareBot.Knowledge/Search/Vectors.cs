using System.Runtime.InteropServices;

namespace CareBot.Knowledge.Search;

/// <summary>Texts as lists of weighted features, compared by the angle between them: rare features count most.</summary>
/// <remarks>Built once from all texts; then any number of threads may compare.</remarks>
internal sealed class Vectors<TFeature>
    where TFeature : notnull
{
    private readonly Dictionary<TFeature, int> features;
    private readonly Posting[][] postings;
    private readonly float[] rarity;
    private readonly float rarest;

    private Vectors(Dictionary<TFeature, int> features, Posting[][] postings, float[] rarity, float rarest, int count)
    {
        this.features = features;
        this.postings = postings;
        this.rarity = rarity;
        this.rarest = rarest;
        Count = count;
    }

    /// <summary>How many texts there are.</summary>
    public int Count { get; }

    public static Vectors<TFeature> Build(IReadOnlyList<IReadOnlyList<TFeature>> texts)
    {
        var features = new Dictionary<TFeature, int>();
        var holders = new List<List<(int Text, int Times)>>();
        for (var text = 0; text < texts.Count; text++)
        {
            foreach (var feature in texts[text])
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(features, feature, out var known);
                if (!known)
                {
                    id = holders.Count;
                    holders.Add([]);
                }

                var list = holders[id];
                if (list.Count > 0 && list[^1].Text == text)
                {
                    list[^1] = (text, list[^1].Times + 1);
                }
                else
                {
                    list.Add((text, 1));
                }
            }
        }

        var rarity = holders.Select(list => Rarity(list.Count, texts.Count)).ToArray();
        var lengths = new float[texts.Count];
        for (var id = 0; id < holders.Count; id++)
        {
            foreach (var (text, times) in holders[id])
            {
                lengths[text] += Squared(Weight(times, rarity[id]));
            }
        }

        var postings = holders
            .Select((list, id) => list
                .Select(held => new Posting(held.Text, Weight(held.Times, rarity[id]) / MathF.Sqrt(lengths[held.Text])))
                .ToArray())
            .ToArray();
        return new(features, postings, rarity, Rarity(1, texts.Count), texts.Count);
    }

    /// <summary>How much a feature tells: the more, the fewer texts have it. One that no text has counts as the rarest.</summary>
    public float RarityOf(TFeature feature) => features.TryGetValue(feature, out var id) ? rarity[id] : rarest;

    public bool Knows(TFeature feature) => features.ContainsKey(feature);

    /// <summary>Adds to every known text how like it another text is, from 0 to 1.</summary>
    public void Compare(ReadOnlySpan<(TFeature Feature, float Share)> text, Span<float> likeness)
    {
        var length = 0f;
        foreach (var (feature, share) in text)
        {
            length += Squared(share * RarityOf(feature));
        }

        if (length == 0)
        {
            return;
        }

        var scale = 1 / MathF.Sqrt(length);
        foreach (var (feature, share) in text)
        {
            if (features.TryGetValue(feature, out var id))
            {
                var weight = share * rarity[id] * scale;
                foreach (var posting in postings[id])
                {
                    likeness[posting.Text] += weight * posting.Weight;
                }
            }
        }
    }

    private static float Rarity(int holders, int texts) => MathF.Log(1 + ((texts - holders + 0.5f) / (holders + 0.5f)));

    private static float Weight(int times, float rarity) => (1 + MathF.Log(times)) * rarity;

    private static float Squared(float value) => value * value;

    private readonly record struct Posting(int Text, float Weight);
}
