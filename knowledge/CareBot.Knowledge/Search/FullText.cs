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

    private const string OrdinalField = "ordinal";
    private const string FingerprintKey = "fingerprint";
    private const string FormatKey = "format";

    private readonly RAMDirectory directory;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    private FullText(RAMDirectory directory)
    {
        this.directory = directory;
        reader = DirectoryReader.Open(directory);
        searcher = new(reader) { Similarity = ViewSimilarity.Instance };
    }

    public static FullText InMemory(IReadOnlyList<IndexedArticle> articles, string fingerprint)
    {
        var directory = new RAMDirectory();
        Write(directory, articles, fingerprint);
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

    /// <summary>Finds the articles of a shelf that one view scores best.</summary>
    /// <returns>Ordinals with their BM25 scores, the best first.</returns>
    public (int Ordinal, float Score)[] Top((Language Language, ArticleKind Kind) shelf, TextView view, IReadOnlyList<Word> question, int max)
    {
        var query = Query(view.Field(shelf), view.Terms(question));
        if (query.Clauses.Count == 0 || !reader.TryIncRef())
        {
            ObjectDisposedException.ThrowIf(query.Clauses.Count > 0, this);
            return [];
        }

        try
        {
            var found = searcher.Search(query, max).ScoreDocs;
            return [.. found.Select(hit => (OrdinalOf(hit.Doc), hit.Score))];
        }
        finally
        {
            reader.DecRef();
        }
    }

    /// <summary>Lets go of the index. Searches under way end well.</summary>
    public void Dispose() => reader.Dispose();

    private static string Format => $"{FormatVersion}";

    private int OrdinalOf(int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        return (int)leaf.AtomicReader.GetNumericDocValues(OrdinalField).Get(document - leaf.DocBase);
    }

    private static BooleanQuery Query(string field, IEnumerable<(string Term, float Weight)> terms)
    {
        // Built out of terms only: nothing that a customer types is ever read as query syntax.
        var query = new BooleanQuery();
        foreach (var (term, weight) in terms
            .AggregateBy(each => each.Term, 0f, (sum, each) => sum + each.Weight, StringComparer.Ordinal)
            .Take(BooleanQuery.MaxClauseCount))
        {
            query.Add(new TermQuery(new(field, term)) { Boost = weight }, Occur.SHOULD);
        }

        return query;
    }

    private static void Write(Directory directory, IReadOnlyList<IndexedArticle> articles, string fingerprint)
    {
        using var analyzer = new KeywordAnalyzer();
        using var writer = new IndexWriter(directory, new(LuceneVersion.LUCENE_48, analyzer) { Similarity = ViewSimilarity.Instance });
        foreach (var article in articles)
        {
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
