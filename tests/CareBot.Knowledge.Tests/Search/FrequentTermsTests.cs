using CareBot.Knowledge.Search;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CareBot.Knowledge.Tests.Search;

/// <summary>Terms that many articles have, and are scored without Lucene.</summary>
public sealed class FrequentTermsTests : IDisposable
{
    private const string Text = "text";
    private const int Articles = 300;

    private readonly RAMDirectory directory = new();
    private readonly Bm25 similarity = new(0.75f);
    private readonly DirectoryReader reader;

    public FrequentTermsTests()
    {
        using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        using (var writer = new IndexWriter(directory, new(LuceneVersion.LUCENE_48, analyzer) { Similarity = similarity }))
        {
            for (var article = 0; article < Articles; article++)
            {
                writer.AddDocument([new TextField(Text, TextOf(article), Field.Store.NO)]);
            }

            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
    }

    [Fact]
    public void Frequent_term_scores_every_article_to_the_last_bit_as_Lucene_does()
    {
        var searcher = new IndexSearcher(reader) { Similarity = similarity };
        var expected = new float[Articles];
        foreach (var hit in searcher.Search(new TermQuery(new Term(Text, "common")), Articles).ScoreDocs)
        {
            // Read the other way round, as on a shelf whose order is not the index's.
            expected[Articles - 1 - hit.Doc] = hit.Score;
        }

        var frequent = Frequent(searcher);
        Assert.True(frequent.TryFind("common", out var places));
        var scores = new float[Articles];
        frequent.Score(places, similarity.TermWeight(1, places.Length, searcher.CollectionStatistics(Text)), scores);

        Assert.Equal(expected, scores);
        Assert.True(expected.Distinct().Count() > 10);
    }

    [Theory]
    [InlineData("rare")]
    [InlineData("stuffed")]
    [InlineData("nowhere")]
    public void Term_that_few_articles_have_or_one_has_too_often_to_count_is_left_to_Lucene(string term) =>
        Assert.False(Frequent(new IndexSearcher(reader)).TryFind(term, out _));

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private FrequentTerms Frequent(IndexSearcher searcher) =>
        new(reader.Leaves.Single().AtomicReader, Text, similarity, searcher.CollectionStatistics(Text),
            [.. Enumerable.Range(0, Articles).Select(article => Articles - 1 - article)]);

    /// <summary>Two of three have the common word, each another number of times and in a text of another length.</summary>
    private static string TextOf(int article) => string.Join(' ',
    [
        .. Enumerable.Repeat("common", article % 3 == 0 ? 0 : article % 7 + 1),
        .. Enumerable.Repeat("stuffed", article == 5 ? 300 : 1),
        .. Enumerable.Range(0, article % 40).Select(word => $"w{word}"),
        .. article < 3 ? ["rare"] : Array.Empty<string>(),
    ]);
}
