using System.Buffers;

namespace CareBot.Knowledge.Search;

/// <summary>What the comparisons say of every article of a shelf, each from 0 to 1, at the article's place.</summary>
/// <remarks>The arrays are borrowed: dispose when the ranking is made.</remarks>
internal readonly struct Signals(int count) : IDisposable
{
    private const int Kinds = 6;

    private readonly float[] values = Cleared(ArrayPool<float>.Shared.Rent(Kinds * count));

    /// <summary>Words in common with the nearest phrasing.</summary>
    public Span<float> Phrasing => values.AsSpan(0, count);

    /// <summary>Runs of letters in common with the nearest phrasing.</summary>
    public Span<float> PhrasingLetters => values.AsSpan(count, count);

    /// <summary>Words in common with title, phrasings and keywords together.</summary>
    public Span<float> Heading => values.AsSpan(2 * count, count);

    /// <summary>Runs of letters in common with title, phrasings and keywords together.</summary>
    public Span<float> HeadingLetters => values.AsSpan(3 * count, count);

    /// <summary>The share of the question's matter that occurs anywhere.</summary>
    public Span<float> Coverage => values.AsSpan(4 * count, count);

    /// <summary>What the full-text search makes of it, beside its best find.</summary>
    public Span<float> Text => values.AsSpan(5 * count, count);

    public void Dispose() => ArrayPool<float>.Shared.Return(values);

    private static float[] Cleared(float[] rented)
    {
        Array.Clear(rented);
        return rented;
    }
}
