using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>A message that names a subject and asks nothing of it: "consegna".</summary>
internal static class BareSubject
{
    /// <summary>The words, stop words included, beyond which a message says more than its subject.</summary>
    private const int WordsMax = 2;

    /// <summary>The articles that the one word of a message may mean, in the order they were found: those with it in their title,
    /// and those of the first one's topic with it among their keywords.</summary>
    /// <returns>Two or more; none where the message says more, or one article alone has the word.</returns>
    public static IReadOnlyList<Article> Of(string text, Words words, IEnumerable<Ranked> found)
    {
        var all = words.In(text);
        if (all.Count > WordsMax || all.Where(word => !word.IsStop).ToList() is not [var subject])
        {
            return [];
        }

        var headed = found
            .Select(each => each.Article)
            .Select(article => (article, isTitle: Has(article.Title), isKeyword: article.Keywords.Any(Has)))
            .Where(each => each.isTitle || each.isKeyword)
            .ToList();
        var meant = headed
            .Where(each => each.isTitle || each.article.Topic == headed[0].article.Topic)
            .Select(each => each.article)
            .ToList();
        return meant.Count > 1 ? meant : [];

        bool Has(string heading) => words.In(heading).Any(word => word.Stem == subject.Stem);
    }
}
