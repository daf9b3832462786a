using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CareBot.Knowledge.Search;

/// <summary>The places of those terms of a field that many articles have, read out of the full-text index once.</summary>
/// <remarks>They are few, nearly every question has some, and at thousands of articles most of a search went into walking through
/// their postings: Lucene's cursor takes six times as long for a place as an array. It never changes; any number of threads may ask
/// it at once.</remarks>
internal sealed class FrequentTerms
{
    /// <summary>The articles from which a term is frequent: below, the cursor is quick enough.</summary>
    private const int HoldersMin = 64;

    /// <summary>The most articles and occurrences in one that a place has room for. A term beyond it is left to the cursor.</summary>
    private const int OrdinalMax = (1 << (32 - CountBits)) - 1;
    private const int CountMax = (1 << CountBits) - 1;
    private const int CountBits = 8;

    /// <summary>For each term the article and how often it has the term, in one number.</summary>
    private readonly Dictionary<string, uint[]> places = new(StringComparer.Ordinal);

    /// <summary>What the length of each article takes off.</summary>
    private readonly float[] lengths = [];

    /// <param name="reader">The part of the index.</param>
    /// <param name="field">The field.</param>
    /// <param name="similarity">What its scores are made by.</param>
    /// <param name="collection">How much there is in the field.</param>
    /// <param name="ordinals">The place on its shelf of each document of the part.</param>
    public FrequentTerms(AtomicReader reader, string field, Bm25 similarity, CollectionStatistics collection, ReadOnlySpan<int> ordinals)
    {
        var cursor = reader.GetTerms(field).GetEnumerator();
        DocsEnum? documents = null;
        while (cursor.MoveNext())
        {
            if (cursor.DocFreq >= HoldersMin)
            {
                documents = cursor.Docs(reader.LiveDocs, documents, DocsFlags.FREQS);
                if (PlacesOf(documents, cursor.DocFreq, ordinals) is { } found)
                {
                    places.Add(cursor.Term.Utf8ToString(), found);
                }
            }
        }

        if (places.Count > 0)
        {
            lengths = LengthsOf(reader.GetNormValues(field), similarity.LengthWeights(collection), ordinals);
        }
    }

    /// <summary>Whether the term is one of them.</summary>
    public bool TryFind(string term, [NotNullWhen(true)] out uint[]? found) => places.TryGetValue(term, out found);

    /// <summary>Adds to the score of each article what a term at those places makes of it, to the last bit what Lucene's scorer would.</summary>
    public void Score(uint[] found, float weight, Span<float> scores)
    {
        foreach (var place in found)
        {
            var article = (int)(place >> CountBits);
            float count = place & CountMax;
            scores[article] += weight * count / (count + lengths[article]);
        }
    }

    private static uint[]? PlacesOf(DocsEnum documents, int holders, ReadOnlySpan<int> ordinals)
    {
        var found = new uint[holders];
        for (var at = 0; documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS; at++)
        {
            var ordinal = ordinals[documents.DocID];
            if (ordinal > OrdinalMax || documents.Freq > CountMax)
            {
                return null;
            }

            found[at] = ((uint)ordinal << CountBits) | (uint)documents.Freq;
        }

        return found;
    }

    private static float[] LengthsOf(NumericDocValues norms, float[] weights, ReadOnlySpan<int> ordinals)
    {
        var lengths = new float[TensorPrimitives.Max(ordinals) + 1];
        for (var document = 0; document < ordinals.Length; document++)
        {
            // A document of another shelf has nothing in the field, and must not be taken for the one of the same ordinal.
            if ((byte)norms.Get(document) is not 0 and var norm)
            {
                lengths[ordinals[document]] = weights[norm];
            }
        }

        return lengths;
    }
}
