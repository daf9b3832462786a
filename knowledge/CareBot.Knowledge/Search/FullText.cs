using CareBot.Answers;
using CareBot.Knowledge.Reading;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace CareBot.Knowledge.Search;

/// <summary>The Lucene index over headings (titles, phrasings, keywords) and texts.</summary>
/// <remarks>It lies in memory whole, so its folder may be deleted or replaced while it is searched.</remarks>
internal sealed class FullText : IDisposable
{
    /// <summary>Counts up whenever fields or analysis change, so that an index written by another version is built anew.</summary>
    public const int FormatVersion = 2;

    /// <summary>The articles that a search scores; all others get nothing from it.</summary>
    private const int CandidatesMax = 20;

    private const string OrdinalField = "ordinal";
    private const string FingerprintKey = "fingerprint";
    private const string FormatKey = "format";

    private static readonly (string Name, float Boost)[] Fields = [("heading", 2), ("body", 1)];

    private readonly RAMDirectory directory;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    private FullText(RAMDirectory directory)
    {
        this.directory = directory;
        reader = DirectoryReader.Open(directory);
        searcher = new(reader) { Similarity = Similarity };
    }

    // Articles are short and customers' words are few: length says little, so it counts little.
    private static BM25Similarity Similarity { get; } = new(1.2f, 0.4f);

    public static FullText InMemory(IReadOnlyList<Article> articles, string fingerprint)
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

    /// <summary>Scores articles against stems, relative to the best of them.</summary>
    /// <param name="language">Which shelf.</param>
    /// <param name="kind">Which shelf.</param>
    /// <param name="question">The stems that say what is looked for.</param>
    /// <param name="scores">Receives for each article, at its ordinal in its shelf, a score from 0 to 1.</param>
    public void Score(Language language, ArticleKind kind, ReadOnlySpan<(string Stem, float Share)> question, Span<float> scores)
    {
        if (question.IsEmpty || !reader.TryIncRef())
        {
            ObjectDisposedException.ThrowIf(!question.IsEmpty, this);
            return;
        }

        try
        {
            var found = searcher.Search(Query(Prefix(language, kind), question), CandidatesMax).ScoreDocs;
            foreach (var hit in found)
            {
                var leaf = reader.Leaves[ReaderUtil.SubIndex(hit.Doc, reader.Leaves)];
                var ordinal = leaf.AtomicReader.GetNumericDocValues(OrdinalField).Get(hit.Doc - leaf.DocBase);
                scores[(int)ordinal] = hit.Score / found[0].Score;
            }
        }
        finally
        {
            reader.DecRef();
        }
    }

    /// <summary>Lets go of the index. Searches under way end well.</summary>
    public void Dispose() => reader.Dispose();

    private static string Format => $"{FormatVersion}";

    private static string Prefix(Language language, ArticleKind kind) => $"{language.Tag()}.{kind}.";

    private static BooleanQuery Query(string prefix, ReadOnlySpan<(string Stem, float Share)> question)
    {
        // Built out of terms only: nothing that a customer types is ever read as query syntax.
        var query = new BooleanQuery();
        foreach (var (stem, share) in question)
        {
            var anywhere = new DisjunctionMaxQuery(0.2f);
            foreach (var (name, boost) in Fields)
            {
                anywhere.Add(new TermQuery(new(prefix + name, stem)) { Boost = boost * share });
            }

            query.Add(anywhere, Occur.SHOULD);
        }

        return query;
    }

    private static void Write(Directory directory, IReadOnlyList<Article> articles, string fingerprint)
    {
        using var analyzer = new KeywordAnalyzer();
        using var writer = new IndexWriter(directory, new(LuceneVersion.LUCENE_48, analyzer) { Similarity = Similarity });
        var documents = Shelves.Ordinals(articles).ToList().AsParallel().AsOrdered().Select(each => Document(each.Article, each.Ordinal));
        foreach (var document in documents)
        {
            writer.AddDocument(document);
        }

        writer.ForceMerge(1);
        writer.SetCommitData(new Dictionary<string, string> { [FingerprintKey] = fingerprint, [FormatKey] = Format });
        writer.Commit();
    }

    private static Document Document(Article article, int ordinal)
    {
        var words = Words.Of(article.Language);
        var prefix = Prefix(article.Language, article.Kind);
        return new()
        {
            new NumericDocValuesField(OrdinalField, ordinal),
            new TextField(prefix + "heading", Stems(words, [article.Title, .. article.Questions, .. article.Keywords])),
            new TextField(prefix + "body", Stems(words, ArticleText.Words(article))),
        };
    }

    private static StemStream Stems(Words words, params string[] texts) =>
        new([.. texts.SelectMany(words.In).Where(word => !word.IsStop).Select(word => word.Stem)]);

    /// <summary>Stems that have been made already, as Lucene takes them.</summary>
    private sealed class StemStream : TokenStream
    {
        private readonly IReadOnlyList<string> stems;
        private readonly ICharTermAttribute term;
        private int next;

        public StemStream(IReadOnlyList<string> stems)
        {
            this.stems = stems;
            term = AddAttribute<ICharTermAttribute>();
        }

        public override bool IncrementToken()
        {
            ClearAttributes();
            if (next == stems.Count)
            {
                return false;
            }

            term.SetEmpty().Append(stems[next++]);
            return true;
        }
    }
}
