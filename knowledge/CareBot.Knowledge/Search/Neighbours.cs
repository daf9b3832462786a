namespace CareBot.Knowledge.Search;

/// <summary>Finds the phrasings nearest to a question.</summary>
internal sealed class Neighbours
{
    /// <summary>What sums of rounded numbers may be off.</summary>
    private const float Rounding = 0.001f;

    private readonly int[] starts;
    private readonly int[] phrasings;
    private readonly float[] weights;
    private readonly IReadOnlyList<SparseVector> vectors;

    public Neighbours(IReadOnlyList<SparseVector> vectors, int features)
    {
        this.vectors = vectors;
        starts = new int[features + 1];
        foreach (var vector in vectors)
        {
            foreach (var id in vector.Ids)
            {
                starts[id + 1]++;
            }
        }

        for (var id = 0; id < features; id++)
        {
            starts[id + 1] += starts[id];
        }

        phrasings = new int[starts[features]];
        weights = new float[starts[features]];
        var next = starts.AsSpan(0, features).ToArray();
        for (var phrasing = 0; phrasing < vectors.Count; phrasing++)
        {
            var (ids, values) = vectors[phrasing];
            for (var at = 0; at < ids.Length; at++)
            {
                var place = next[ids[at]]++;
                phrasings[place] = phrasing;
                weights[place] = values[at];
            }
        }
    }

    /// <summary>Gives each phrasing how like the question it is, 0 to 1.</summary>
    public void Compare(SparseVector question, Span<float> likeness)
    {
        likeness[..vectors.Count].Clear();
        for (var at = 0; at < question.Ids.Length; at++)
        {
            var weight = question.Weights[at];
            var (from, to) = (starts[question.Ids[at]], starts[question.Ids[at] + 1]);
            var whose = phrasings.AsSpan(from, to - from);
            var values = weights.AsSpan(from, to - from);
            for (var place = 0; place < whose.Length; place++)
            {
                likeness[whose[place]] += weight * values[place];
            }
        }
    }

    /// <summary>The phrasings that are at least so like the question, as <see cref="Compare"/> has it.</summary>
    /// <remarks>Only those that share one of its rarest features are compared: without these, too little of it is left to be as like.</remarks>
    public IEnumerable<int> From(SparseVector question, float likenessMin)
    {
        var left = question.Dot(question);
        var near = new SortedSet<int>();
        foreach (var at in Enumerable.Range(0, question.Ids.Length).OrderBy(at => starts[question.Ids[at] + 1] - starts[question.Ids[at]]))
        {
            if (left < (likenessMin - Rounding) * (likenessMin - Rounding))
            {
                break;
            }

            left -= question.Weights[at] * question.Weights[at];
            var (from, to) = (starts[question.Ids[at]], starts[question.Ids[at] + 1]);
            near.UnionWith(phrasings.AsSpan(from, to - from).ToArray());
        }

        return near.Where(phrasing => question.Dot(vectors[phrasing]) >= likenessMin);
    }
}
