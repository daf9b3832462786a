using System.Diagnostics;
using CareBot.Answers;
using CareBot.Knowledge.Evaluation;
using CareBot.Knowledge.Reading;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CareBot.Benchmarks;

/// <summary>What Lucene.Net does with a library as it comes: one text for each article, its stock analyzer of the language, BM25.</summary>
internal sealed class PlainLucene : IDisposable
{
    private const int FoundMax = 5;

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly Analyzer analyzer;
    private readonly IReadOnlyList<Article> articles;

    public PlainLucene(Library library, Language language)
    {
        articles = [.. library.Articles.Where(article => article.Language == language && article.Kind == ArticleKind.Faq)];
        analyzer = language == Language.Italian ? new ItalianAnalyzer(LuceneVersion.LUCENE_48) : new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var (place, article) in articles.Index())
            {
                var text = string.Join('\n', [article.Title, .. article.Questions, .. article.Keywords, article.Body]);
                writer.AddDocument([new StoredField("place", place), new TextField("text", text, Field.Store.NO)]);
            }
        }

        reader = DirectoryReader.Open(directory);
        searcher = new(reader) { Similarity = new BM25Similarity() };
    }

    public IReadOnlyList<Asked> Ask(IEnumerable<TestQuestion> questions) => [.. questions.Select(Ask)];

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }

    private Asked Ask(TestQuestion question)
    {
        var started = Stopwatch.GetTimestamp();
        var hits = searcher.Search(QueryOf(question.Text), FoundMax).ScoreDocs;
        var took = Stopwatch.GetElapsedTime(started);
        return new(question, [.. hits.Select(Passage)], took);
    }

    /// <summary>Any of the words, as a search box takes them.</summary>
    private BooleanQuery QueryOf(string text)
    {
        var query = new BooleanQuery();
        using var words = analyzer.GetTokenStream("text", text);
        var term = words.GetAttribute<ICharTermAttribute>();
        words.Reset();
        while (words.IncrementToken())
        {
            query.Add(new TermQuery(new Term("text", term.ToString())), Occur.SHOULD);
        }

        words.End();
        return query;
    }

    /// <summary>A score is no probability, but it ranks: it is brought between 0 and 1 and keeps its order.</summary>
    private Passage Passage(ScoreDoc hit)
    {
        var article = articles[searcher.Doc(hit.Doc).GetField("place").GetInt32Value()!.Value];
        return new()
        {
            Article = article.Id,
            Language = article.Language,
            Title = article.Title,
            Text = "",
            Confidence = hit.Score / (1 + hit.Score),
        };
    }
}
