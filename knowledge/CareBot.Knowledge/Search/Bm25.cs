using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace CareBot.Knowledge.Search;

/// <summary>Lucene's BM25, of which the parts of a score can be had as well.</summary>
/// <param name="lengthShare">How far the length of a text counts, 0 to 1.</param>
internal sealed class Bm25(float lengthShare) : BM25Similarity(Saturation, lengthShare)
{
    /// <summary>How soon a term that occurs again adds nothing.</summary>
    private const float Saturation = 1.2f;

    /// <summary>What a term of the question counts.</summary>
    /// <param name="count">How often the question has it.</param>
    /// <param name="holders">How many articles have it.</param>
    /// <param name="collection">How much there is in the field.</param>
    public float TermWeight(float count, int holders, CollectionStatistics collection) =>
        Idf(holders, collection.MaxDoc) * count * (K1 + 1);

    /// <summary>What the length of an article takes off, by the byte that its length is kept in.</summary>
    public float[] LengthWeights(CollectionStatistics collection)
    {
        var average = AvgFieldLength(collection);
        var weights = new float[byte.MaxValue + 1];
        for (var norm = 0; norm < weights.Length; norm++)
        {
            weights[norm] = K1 * (1 - B + (B * DecodeNormValue((byte)norm) / average));
        }

        return weights;
    }
}
