using CareBot.Answers;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace CareBot.Knowledge.Search;

/// <summary>An article as the full-text index takes it.</summary>
/// <param name="Shelf">The language and kind it is searched under.</param>
/// <param name="Ordinal">Its place on that shelf.</param>
/// <param name="Words">What is in it.</param>
internal sealed record IndexedArticle((Language Language, ArticleKind Kind) Shelf, int Ordinal, ArticleWords Words);

/// <summary>The Lucene index: several BM25 views of each article.</summary>
/// <remarks>It lies in memory whole, so its folder may be deleted or replaced while it is searched.</remarks>
internal sealed class FullText : IDisposable
{
    /// <summary>Counts up whenever fields or analysis change, so that an index written by another version is built anew.</summary>
    public const int FormatVersion = 4;

    /// <summary>The different terms of a question that are looked for.</summary>
    private const int TermsMax = 1024;

    /// <summary>What is gathered in memory before it is written: a thousand articles whole. Written in pieces they have to be merged,
    /// which takes half as long again.</summary>
    private const int BufferSizeMB = 64;

    private const string OrdinalField = "ordinal";
    private const string FingerprintKey = "fingerprint";
    private const string FormatKey = "format";

    private readonly RAMDirectory directory;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    /// <summary>The place on its shelf of each document.</summary>
    private readonly int[] ordinals;

    /// <summary>By part of the index and field.</summary>
    private readonly Dictionary<(int Leaf, string Field), FrequentTerms> frequent = [];

    private FullText(RAMDirectory directory)
    {
        this.directory = directory;
        reader = DirectoryReader.Open(directory);
        searcher = new(reader);
        ordinals = new int[reader.MaxDoc];
        foreach (var leaf in reader.Leaves)
        {
            var values = leaf.AtomicReader.GetNumericDocValues(OrdinalField);
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                ordinals[leaf.DocBase + document] = (int)values.Get(document);
            }

            foreach (var field in leaf.AtomicReader.Fields)
            {
                frequent[(leaf.Ord, field)] = new(
                    leaf.AtomicReader, field, TextView.OfField(field).Similarity, searcher.CollectionStatistics(field),
                    ordinals.AsSpan(leaf.DocBase, leaf.AtomicReader.MaxDoc));
            }
        }
    }

    /// <summary>Builds an index.</summary>
    /// <param name="articles">What is in it.</param>
    /// <param name="fingerprint">Of which library it is.</param>
    /// <param name="cancellation">Gives it up between two articles.</param>
    public static FullText InMemory(IReadOnlyList<IndexedArticle> articles, string fingerprint, CancellationToken cancellation = default)
    {
        var directory = new RAMDirectory();
        Write(directory, articles, fingerprint, cancellation);
        return new(directory);
    }

    /// <summary>Loads an index out of a folder.</summary>
    /// <returns>Null where it holds another library or was written by another version.</returns>
    /// <remarks>Throws whatever Lucene throws where the folder is damaged: every file's checksum is compared.</remarks>
    public static FullText? Load(string folder, string fingerprint)
    {
        using var onDisk = FSDirectory.Open(folder);
        using (var reader = DirectoryReader.Open(onDisk))
        {
            var written = reader.IndexCommit.UserData;
            if (!written.TryGetValue(FingerprintKey, out var of) || of != fingerprint
                || !written.TryGetValue(FormatKey, out var format) || format != Format)
            {
                return null;
            }

            foreach (var leaf in reader.Leaves)
            {
                leaf.AtomicReader.CheckIntegrity();
            }
        }

        return new(new RAMDirectory(onDisk, IOContext.READ_ONCE));
    }

    /// <summary>Writes the index into a folder. Nothing is flushed: a file that a power cut spoils fails its checksum at the next load.</summary>
    public void CopyTo(string folder)
    {
        using var onDisk = FSDirectory.Open(folder);
        foreach (var file in directory.ListAll())
        {
            directory.Copy(onDisk, file, file, IOContext.READ_ONCE);
        }
    }

    /// <summary>Scores the articles of a shelf by one view: the sum of BM25 over the question's terms.</summary>
    /// <param name="shelf">The shelf.</param>
    /// <param name="view">The view.</param>
    /// <param name="question">The question's words.</param>
    /// <param name="scores">Room for one score for each article of the shelf, all 0: what has no term of the question stays so.</param>
    /// <remarks>Term by term through Lucene's postings, one cursor for all of them. A query of as many clauses makes cursors for
    /// each, and took three to five times as long and eight times the memory.</remarks>
    public void Score((Language Language, ArticleKind Kind) shelf, TextView view, IReadOnlyList<Word> question, Span<float> scores)
    {
        ObjectDisposedException.ThrowIf(!reader.TryIncRef(), this);
        try
        {
            var field = view.Field(shelf);
            var counts = view.Terms(question)
                .AggregateBy(each => each.Term, 0f, (sum, each) => sum + each.Weight, StringComparer.Ordinal)
                .Take(TermsMax).ToList();
            foreach (var leaf in reader.Leaves)
            {
                if (leaf.AtomicReader.GetTerms(field) is { } terms)
                {
                    Score(leaf, terms, frequent[(leaf.Ord, field)], view.Similarity, searcher.CollectionStatistics(field), counts, scores);
                }
            }
        }
        finally
        {
            reader.DecRef();
        }
    }

    private void Score(
        AtomicReaderContext leaf,
        Terms terms,
        FrequentTerms frequentTerms,
        Bm25 similarity,
        CollectionStatistics collection,
        List<KeyValuePair<string, float>> counts,
        Span<float> scores)
    {
        var cursor = terms.GetEnumerator();
        DocsEnum? documents = null;
        foreach (var (text, count) in counts)
        {
            if (frequentTerms.TryFind(text, out var places))
            {
                frequentTerms.Score(places, similarity.TermWeight(count, places.Length, collection), scores);
                continue;
            }

            // Terms only: nothing that a customer types is ever read as query syntax.
            var term = new BytesRef(text);
            if (!cursor.SeekExact(term))
            {
                continue;
            }

            var weight = similarity.ComputeWeight(count, collection, new TermStatistics(term, cursor.DocFreq, cursor.TotalTermFreq));
            weight.Normalize(1, 1);
            var scorer = similarity.GetSimScorer(weight, leaf);
            documents = cursor.Docs(leaf.AtomicReader.LiveDocs, documents);
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                scores[ordinals[leaf.DocBase + document]] += scorer.Score(document, documents.Freq);
            }
        }
    }

    /// <summary>Lets go of the index. Searches under way end well.</summary>
    public void Dispose() => reader.Dispose();

    private static string Format => $"{FormatVersion}";

    private static void Write(Directory directory, IReadOnlyList<IndexedArticle> articles, string fingerprint, CancellationToken cancellation)
    {
        using var analyzer = new KeywordAnalyzer();
        using var writer = new IndexWriter(directory, new(LuceneVersion.LUCENE_48, analyzer)
        {
            Similarity = ViewSimilarity.Instance,
            RAMBufferSizeMB = BufferSizeMB,
        });
        foreach (var article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            var document = new Document { new NumericDocValuesField(OrdinalField, article.Ordinal) };
            foreach (var view in TextView.All)
            {
                document.Add(new Field(view.Field(article.Shelf), new TermStream(view.Terms(article.Words)), FieldOfTerms));
            }

            writer.AddDocument(document);
        }

        writer.ForceMerge(1);
        writer.SetCommitData(new Dictionary<string, string> { [FingerprintKey] = fingerprint, [FormatKey] = Format });
        writer.Commit();
    }

    // Where a term stands is never asked.
    private static FieldType FieldOfTerms { get; } = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    };

    /// <summary>How far the length of a text counts is a matter of the view.</summary>
    private sealed class ViewSimilarity : PerFieldSimilarityWrapper
    {
        public static ViewSimilarity Instance { get; } = new();

        public override Similarity Get(string field) => TextView.OfField(field).Similarity;
    }
}
