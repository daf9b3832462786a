using System.Collections.Concurrent;
using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Linting;

/// <summary>Every title and phrasing of what customers may see finds its own article first, surely enough to be the answer.</summary>
/// <remarks>A phrasing that one article alone claims is sure to find it whatever the search learns, and few are not: only these
/// are asked of a search that has learnt, which takes long. Any change of an article can change their answers.</remarks>
internal static class Reachable
{
    /// <summary>Where an article that names no channel is asked for.</summary>
    private const string Everywhere = "web";

    private static readonly AnswerPolicy Policy = new();

    /// <param name="library">What to check.</param>
    /// <param name="published">Its published articles.</param>
    /// <param name="today">Which articles customers may see depends on it.</param>
    /// <param name="learnt">The folder of a service's index, for what it has learnt of this very library; null where there is none.</param>
    /// <param name="cancellation">Gives the work up.</param>
    public static IReadOnlyList<Problem> Check(
        Library library, IReadOnlyList<Manuscript> published, DateOnly today, string? learnt, CancellationToken cancellation)
    {
        var asked = Asked(published, today);
        return asked.Count == 0 ? [] : Ask(library, Unsure(library, asked, cancellation), learnt, cancellation);
    }

    /// <summary>The problems of phrasings, each asked of the search as customers meet it.</summary>
    internal static IReadOnlyList<Problem> Ask(
        Library library, IReadOnlyList<AskedPhrasing> asked, string? learnt, CancellationToken cancellation)
    {
        if (asked.Count == 0)
        {
            return [];
        }

        using var index = Trained(library, learnt, cancellation);
        var found = new ConcurrentBag<Problem>();
        Parallel.ForEach(asked, new ParallelOptions { CancellationToken = cancellation }, each =>
        {
            if (Judge(library, each.Article, each.Inquiry.Text, each.At, index.Gather(each.Inquiry).Passages) is { } problem)
            {
                found.Add(problem);
            }
        });
        return [.. found];
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

    /// <summary>Every phrasing of what customers may see that day.</summary>
    internal static IReadOnlyList<AskedPhrasing> Asked(IEnumerable<Manuscript> published, DateOnly today) =>
    [
        .. from manuscript in published
           let article = manuscript.Article
           let channel = article.Channels.Count == 0 ? Everywhere : article.Channels[0]
           where article.IsForCustomers(channel, today)
           from each in manuscript.Phrasings()
           select new AskedPhrasing(
               article, each.At, new() { Text = each.Phrasing, Prior = article.Language, Channel = channel, Today = today }),
    ];

    /// <summary>Those whose answer hangs on what the search learns.</summary>
    private static IReadOnlyList<AskedPhrasing> Unsure(Library library, IReadOnlyList<AskedPhrasing> asked, CancellationToken cancellation)
    {
        var phrasings = SurePhrasings.Of(library);
        return
        [
            .. asked.AsParallel().AsOrdered().WithCancellation(cancellation)
                .Where(each => phrasings.ConfidenceMin(each.Inquiry, each.Article) < Policy.AnswerMin),
        ];
    }

    /// <summary>The search as it is once it has learnt from the articles: what customers have taught one service is left out, so
    /// that a library is as good on every machine.</summary>
    private static KnowledgeIndex Trained(Library library, string? learnt, CancellationToken cancellation) =>
        KnowledgeIndex.Open(library, learnt, keeps: false).TrainForCustomers([], cancellation);
}

/// <summary>A phrasing and how it is asked.</summary>
/// <param name="Article">Whose it is.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Inquiry">It, as a customer of the article's language would write it.</param>
internal sealed record AskedPhrasing(Article Article, Spot At, Inquiry Inquiry);
