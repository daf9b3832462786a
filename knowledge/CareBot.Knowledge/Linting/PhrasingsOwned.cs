using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>A question that customers put leads to one article: no two claim the same title or phrasing.</summary>
internal static class PhrasingsOwned
{
    public static IEnumerable<Problem> Check(IEnumerable<Manuscript> published)
    {
        var owners = new Dictionary<(Language, ArticleKind, string), Manuscript>();
        foreach (var manuscript in published)
        {
            foreach (var (phrasing, at) in manuscript.Phrasings())
            {
                var key = (manuscript.Language, manuscript.Article.Kind, string.Join(' ', Folding.Words(Folding.Fold(phrasing))));
                if (!owners.TryAdd(key, manuscript) && owners[key] != manuscript)
                {
                    yield return Problems.PhrasingTaken(at, phrasing, owners[key].Article.Path);
                }
            }
        }
    }
}
