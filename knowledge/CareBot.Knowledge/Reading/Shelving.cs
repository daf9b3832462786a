using CareBot.Answers;

namespace CareBot.Knowledge.Reading;

/// <summary>Puts files together to a library: decides which version of each serves, and refuses what only the whole can tell.</summary>
internal static class Shelving
{
    public static (IReadOnlyList<ArticleFile> Files, IReadOnlyList<Problem> Problems) Arrange(
        string folder, IReadOnlyList<ArticleFile> read)
    {
        var problems = new List<Problem>();
        var taken = new Dictionary<(ArticleId, Language), string>();
        var files = new List<ArticleFile>(read.Count);
        foreach (var file in read)
        {
            var found = Wrong(folder, file);
            var serves = found.Count == 0 ? new(file.Present.Article!, file.Hash) : file.Good;
            problems.AddRange(found);
            if (serves is { Article: var article } && !taken.TryAdd((article.Id, article.Language), file.Path))
            {
                problems.Add(Problems.DuplicateId(file.Present.IdAt, article.Id.Value, taken[(article.Id, article.Language)]));
                serves = null;
            }

            files.Add(file with { Good = serves });
        }

        return (files, problems);
    }

    private static List<Problem> Wrong(string folder, ArticleFile file) =>
    [
        .. file.Present.Problems,
        .. file.Present.Links
            .Where(link => !Path.Exists(Path.Combine(folder, link.Path)))
            .Select(link => Problems.LinkBroken(link.At, link.Target)),
    ];
}
