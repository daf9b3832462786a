using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>A message that names a subject and asks nothing of it: "consegna".</summary>
internal static class BareSubject
{
    /// <summary>The words, stop words included, beyond which a message says more than its subject.</summary>
    private const int WordsMax = 2;

    /// <summary>The articles that the one word of a message may mean: those headed by it in the topic that is about it, and after
    /// them those of other topics that have it in their title.</summary>
    /// <param name="text">The message.</param>
    /// <param name="words">Its language.</param>
    /// <param name="found">What was found for it, the most likely first.</param>
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
            .Select(article => (article, isTitle: Has(article.Title)))
            .Where(each => each.isTitle || each.article.Keywords.Any(Has))
            .ToList();
        var topic = headed
            .GroupBy(each => each.article.Topic)
            .OrderByDescending(articles => articles.Count(each => each.isTitle))
            .ThenByDescending(articles => articles.Count())
            .FirstOrDefault()?.Key;
        var meant = headed
            .Where(each => each.isTitle || each.article.Topic == topic)
            .Select(each => each.article)
            .OrderByDescending(article => article.Topic == topic)
            .ToList();
        return meant.Count > 1 ? meant : [];

        bool Has(string heading) => words.In(heading).Any(word => word.Stem == subject.Stem);
    }
}
