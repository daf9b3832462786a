using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>The shelves of a library: one for each language and kind.</summary>
internal sealed class Shelves
{
    private readonly Dictionary<(Language, ArticleKind), Shelf> shelves = [];

    public Shelves(IReadOnlyList<Article> articles)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var kind in Enum.GetValues<ArticleKind>())
            {
                shelves.Add((language, kind), Shelf.Build(language, [.. Of(articles, language, kind)]));
            }
        }
    }

    public Shelf this[Language language, ArticleKind kind] => shelves[(language, kind)];

    /// <summary>Every article that can be found, with its place on its shelf.</summary>
    public static IEnumerable<(Article Article, int Ordinal)> Ordinals(IReadOnlyList<Article> articles) =>
        from language in Enum.GetValues<Language>()
        from kind in Enum.GetValues<ArticleKind>()
        from placed in Of(articles, language, kind).Select((article, ordinal) => (article, ordinal))
        select placed;

    // What is not published is found by nobody.
    private static IEnumerable<Article> Of(IReadOnlyList<Article> articles, Language language, ArticleKind kind) =>
        articles.Where(article =>
            article.Status == ArticleStatus.Published && article.Language == language && article.Kind == kind);
}
