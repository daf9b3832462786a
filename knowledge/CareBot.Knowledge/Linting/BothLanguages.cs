using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>What is published is published in both languages, once the library has both.</summary>
internal static class BothLanguages
{
    public static IEnumerable<Problem> Check(Library library)
    {
        var published = library.Articles.Where(article => article.Status == ArticleStatus.Published).ToList();
        var languages = published.Select(article => article.Language).Distinct().ToList();
        var unusable = library.Unusable;
        return
            from file in library.Files
            let article = file.Good?.Article
            where article is { Status: ArticleStatus.Published }
            where !unusable.Contains(article.Id.Value)
            from language in languages
            where library.Find(article.Id, language) is not { Status: ArticleStatus.Published }
            select Problems.LanguageMissing(file.Present.IdAt, article.Id.Value, language);
    }
}
