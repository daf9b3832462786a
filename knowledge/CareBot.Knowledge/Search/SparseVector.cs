namespace CareBot.Knowledge.Search;

/// <summary>A text as the features it has, each with its weight; the length of all together is 1, or 0 for a text without any.</summary>
/// <param name="Ids">Ascending.</param>
/// <param name="Weights">One for each id.</param>
internal sealed record SparseVector(int[] Ids, float[] Weights)
{
    public static SparseVector Empty { get; } = new([], []);
}
