using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>The shelves of a library: one for each language and kind.</summary>
internal sealed class Shelves
{
    private readonly Dictionary<(Language, ArticleKind), Shelf> shelves;

    /// <summary>What each shelf found of what it had not seen; empty before training.</summary>
    private readonly ILookup<(Language, ArticleKind), KnownFind> examined;

    private Shelves(IEnumerable<Shelf> shelves, ILookup<(Language, ArticleKind), KnownFind>? examined = null)
    {
        this.shelves = shelves.ToDictionary(shelf => shelf.Key);
        this.examined = examined ?? Array.Empty<KnownFind>().ToLookup(_ => default((Language, ArticleKind)));
    }

    public Shelf this[Language language, ArticleKind kind] => shelves[(language, kind)];

    /// <summary>Every article that can be found, with its place on its shelf.</summary>
    public static IReadOnlyList<IndexedArticle> Sort(IReadOnlyList<Article> articles) =>
    [
        .. Keys.SelectMany(key => Of(articles, key).Select((article, ordinal) => (key, article, ordinal)))
            .ToList().AsParallel().AsOrdered()
            .Select(placed => new IndexedArticle(placed.key, placed.ordinal, ArticleWords.Of(placed.article))),
    ];

    public static Shelves Build(
        IReadOnlyList<Article> articles, IReadOnlyList<IndexedArticle> sorted, IReadOnlyList<Synonym> synonyms)
    {
        var contents = sorted.ToLookup(each => each.Shelf, each => each.Words);
        return new(Keys.Select(key => new Shelf(key, [.. Of(articles, key)], [.. contents[key]], synonyms)));
    }

    /// <summary>These shelves with models of their phrasings, and examined on what was hidden from them.</summary>
    public Shelves Trained(CancellationToken cancellation)
    {
        var finds = shelves.Values
            .SelectMany(shelf => CrossValidation.Finds(shelf, cancellation), (shelf, find) => (shelf.Key, find))
            .ToLookup(each => each.Key, each => each.find);
        return new(shelves.Values.Select(shelf => shelf.Trained(cancellation)).ToList(), finds);
    }

    /// <summary>These shelves calibrated on their examination, and the customers' on what customers made of their finds.</summary>
    public Shelves Calibrated(IReadOnlyList<Feedback> feedback, FullText fullText) => new(
        shelves.Values.Select(shelf => shelf.Calibrated(
        [
            .. examined[shelf.Key],
            .. shelf.Key.Kind == ArticleKind.Faq ? CustomersFinds.Of(shelf, feedback, fullText) : [],
        ])).ToList(),
        examined);

    private static IEnumerable<(Language Language, ArticleKind Kind)> Keys =>
        from language in Enum.GetValues<Language>()
        from kind in Enum.GetValues<ArticleKind>()
        select (language, kind);

    // What is not published is found by nobody.
    private static IEnumerable<Article> Of(IReadOnlyList<Article> articles, (Language Language, ArticleKind Kind) key) =>
        articles.Where(article =>
            article.Status == ArticleStatus.Published && article.Language == key.Language && article.Kind == key.Kind);
}
