namespace CareBot.Knowledge.Search;

/// <summary>A text as the features it has, each with its weight; the length of all together is 1, or 0 for a text without any.</summary>
/// <param name="Ids">Ascending.</param>
/// <param name="Weights">One for each id.</param>
internal sealed record SparseVector(int[] Ids, float[] Weights)
{
    public static SparseVector Empty { get; } = new([], []);

    /// <summary>How like another it is, 0 to 1: the cosine of the angle between them.</summary>
    public float Dot(SparseVector other)
    {
        var sum = 0f;
        for (int at = 0, there = 0; at < Ids.Length && there < other.Ids.Length;)
        {
            var order = Ids[at].CompareTo(other.Ids[there]);
            sum += order == 0 ? Weights[at] * other.Weights[there] : 0;
            at += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }

        return sum;
    }
}
