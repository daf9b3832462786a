using CareBot.Answers;

namespace CareBot.Knowledge.Reading;

/// <summary>Puts files together to a library: decides which version of each serves, and refuses what only the whole can tell.</summary>
internal static class Shelving
{
    /// <param name="folder">The library's.</param>
    /// <param name="read">In order of path, with the versions that served until now.</param>
    /// <param name="kept">The versions that served before this process; null when they are of no interest any more.</param>
    public static (IReadOnlyList<ArticleFile> Files, IReadOnlyList<Problem> Problems) Arrange(
        string folder, IReadOnlyList<ArticleFile> read, KeptArticles? kept)
    {
        var problems = new List<Problem>();
        var claims = new List<Claim>(read.Count);
        foreach (var file in read)
        {
            var found = Wrong(folder, file);
            problems.AddRange(found);
            var before = new Lazy<GoodVersion?>(() => file.Good ?? kept?.Find(file.Path));
            claims.Add(new(file, before, found.Count == 0 ? new(file.Present.Article!, file.Hash) : before.Value));
        }

        var owners = claims
            .Where(claim => claim.Wanted is not null)
            .GroupBy(claim => KeyOf(claim.Wanted!))
            .ToDictionary(rivals => rivals.Key, Owner);
        return ([.. claims.Select(claim => claim.File with { Good = Served(claim, owners, problems) })], problems);
    }

    private static GoodVersion? Served(Claim claim, Dictionary<(ArticleId, Language), Claim> owners, List<Problem> problems)
    {
        if (claim.Wanted is null || owners[KeyOf(claim.Wanted)] is var owner && owner == claim)
        {
            return claim.Wanted;
        }

        problems.Add(Problems.DuplicateId(claim.File.Present.IdAt, claim.Wanted.Article.Id.Value, owner.File.Path));
        return claim.Before.Value is { } before && !owners.ContainsKey(KeyOf(before)) ? before : null;
    }

    // Who serves an id goes on serving it, whoever else has been given it since; of two newcomers it is the first by path.
    private static Claim Owner(IGrouping<(ArticleId, Language), Claim> rivals) => rivals.Skip(1).Any()
        ? rivals.FirstOrDefault(rival => rival.Before.Value is { } before && KeyOf(before) == rivals.Key) ?? rivals.First()
        : rivals.First();

    private static (ArticleId, Language) KeyOf(GoodVersion version) => (version.Article.Id, version.Article.Language);

    private static List<Problem> Wrong(string folder, ArticleFile file) =>
    [
        .. file.Present.Problems,
        .. file.Present.Links
            .Where(link => !Path.Exists(Path.Combine(folder, link.Path)))
            .Select(link => Problems.LinkBroken(link.At, link.Target)),
    ];

    /// <summary>A file that would have one of two versions serve.</summary>
    /// <param name="File">As it was read.</param>
    /// <param name="Before">What served until now; looked for only where it matters, as it may lie on disk.</param>
    /// <param name="Wanted">The present version if it is good, else the one before; null when there is neither.</param>
    private sealed record Claim(ArticleFile File, Lazy<GoodVersion?> Before, GoodVersion? Wanted);
}
