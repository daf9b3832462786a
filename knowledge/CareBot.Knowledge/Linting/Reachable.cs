using System.Collections.Concurrent;
using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Linting;

/// <summary>Every title and phrasing of what customers may see finds its own article first, surely enough to be the answer.</summary>
internal static class Reachable
{
    /// <summary>Where an article that names no channel is asked for.</summary>
    private const string Everywhere = "web";

    private static readonly AnswerPolicy Policy = new();

    public static IReadOnlyList<Problem> Check(
        Library library, IReadOnlyList<Manuscript> published, DateOnly today, CancellationToken cancellation)
    {
        var askable = published.Where(manuscript => manuscript.Article.IsForCustomers(Channel(manuscript.Article), today)).ToList();
        if (askable.Count == 0)
        {
            return [];
        }

        // Trained, as the one that customers ask.
        using var index = KnowledgeIndex.Open(library, folder: null).Train([], Pace.Full(cancellation));
        var found = new ConcurrentBag<Problem>();
        Parallel.ForEach(askable, new ParallelOptions { CancellationToken = cancellation }, manuscript =>
        {
            foreach (var (phrasing, at) in manuscript.Phrasings())
            {
                if (Ask(library, index, manuscript.Article, phrasing, at, today) is { } problem)
                {
                    found.Add(problem);
                }
            }
        });
        return [.. found];
    }

    private static Problem? Ask(Library library, KnowledgeIndex index, Article article, string phrasing, Spot at, DateOnly today)
    {
        var evidence = index.Gather(new()
        {
            Text = phrasing,
            Prior = article.Language,
            Channel = Channel(article),
            Today = today,
        });
        return Judge(library, article, phrasing, at, evidence.Passages);
    }

    internal static Problem? Judge(Library library, Article article, string phrasing, Spot at, IReadOnlyList<Passage> found) =>
        found switch
        {
            [] => Problems.PhrasingLost(at, phrasing),
            [var first, ..] when first.Language != article.Language
                => Problems.PhrasingForeign(at, phrasing, first.Language, library.Find(first.Article, first.Language)!.Path),
            [var first, ..] when first.Article != article.Id
                => Problems.PhrasingStolen(at, phrasing, library.Find(first.Article, first.Language)!.Path),
            [var first, ..] when first.Confidence < Policy.AnswerMin
                => Problems.PhrasingWeak(at, phrasing, first.Confidence, Policy.AnswerMin),
            _ => null,
        };

    private static string Channel(Article article) => article.Channels.Count == 0 ? Everywhere : article.Channels[0];
}
