using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>Something leads to every published article besides chance: a phrasing, a keyword, or another article.</summary>
/// <remarks>A title that is a question is a phrasing: a library of questions and answers needs no more.</remarks>
internal static class LedTo
{
    public static IEnumerable<Problem> Check(IReadOnlyList<Manuscript> published)
    {
        var related = published.SelectMany(manuscript => manuscript.Article.Related.Where(id => id != manuscript.Article.Id)).ToHashSet();
        var linked = published
            .SelectMany(manuscript => manuscript.Read.Links.Select(link => link.Path).Where(path => path != manuscript.Article.Path))
            .ToHashSet(StringComparer.Ordinal);
        return
            from manuscript in published
            let article = manuscript.Article
            where article.Questions.Count == 0 && article.Keywords.Count == 0 && !article.Title.EndsWith('?')
            where !related.Contains(article.Id) && !linked.Contains(article.Path)
            select Problems.Orphan(manuscript.Read.IdAt);
    }
}
