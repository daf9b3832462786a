using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Linting;

/// <summary>Every title and phrasing of what customers may see finds its own article first, surely enough to be the answer.</summary>
/// <remarks>A phrasing that one article alone claims is sure to find it whatever the search learns, and few are not: only these
/// are asked of a search that has learnt, which takes long. For a phrasing that several claim, what it learnt at an earlier check
/// will do: that none of them is sure to be found is certain, and only which comes first hangs on it.</remarks>
internal static class Reachable
{
    /// <summary>Where an article that names no channel is asked for.</summary>
    private const string Everywhere = "web";

    private static readonly AnswerPolicy Policy = new();

    /// <param name="library">What to check.</param>
    /// <param name="published">Its published articles.</param>
    /// <param name="today">Which articles customers may see depends on it.</param>
    /// <param name="folder">Where what the search learns is kept from check to check; null keeps nothing.</param>
    /// <param name="learnt">The folder of a service's index, for what it has learnt of this very library; null where there is none.</param>
    /// <param name="cancellation">Gives the work up.</param>
    public static IReadOnlyList<Problem> Check(
        Library library, IReadOnlyList<Manuscript> published, DateOnly today, string? folder, string? learnt, CancellationToken cancellation)
    {
        var asked = Asked(published, today);
        if (asked.Count == 0)
        {
            return [];
        }

        var sorted = Shelves.Sort(library.Articles);
        var shelves = Task.Run(() => Shelves.Build(library.Articles, sorted, library.Synonyms.Entries), cancellation);

        // The full text is one core's work and the longest: it is begun at once, and given up where no phrasing needs it.
        using var needless = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var opening = Task.Run(
            () => KnowledgeIndex.Open(library, sorted, shelves, learnt, keeps: false, before: null, needless.Token), needless.Token);
        var unsure = Unsure(new(shelves.GetAwaiter().GetResult()), asked, cancellation);
        if (unsure.Count == 0)
        {
            needless.Cancel();
            GivenUp(opening);
            return [];
        }

        using var index = opening.GetAwaiter().GetResult();
        return folder is null
            ? Ask(library, unsure, index.TrainForCustomers([], cancellation), cancellation)
            : AskLast(library, unsure, index, folder, cancellation);
    }

    /// <summary>The problems of phrasings, each asked of the search as customers meet it once it has learnt from the articles: what
    /// customers have taught one service is left out, so that a library is as good on every machine.</summary>
    internal static IReadOnlyList<Problem> Ask(
        Library library, IReadOnlyList<AskedPhrasing> asked, KnowledgeIndex trained, CancellationToken cancellation) =>
    [
        .. asked.AsParallel().WithCancellation(cancellation)
            .Select(each => Judge(library, each.Article, each.Inquiry.Text, each.At, trained.Gather(each.Inquiry).Passages))
            .OfType<Problem>(),
    ];

    /// <summary>The same with what the search learnt last, where nothing but the order of articles that claim a phrasing hangs on what
    /// has changed since; or else it learns anew, and that is kept.</summary>
    private static IReadOnlyList<Problem> AskLast(
        Library library, IReadOnlyList<AskedPhrasing> asked, KnowledgeIndex index, string folder, CancellationToken cancellation)
    {
        var last = index.IsTrained ? index : index.Recalling(folder);
        if (last.Lesson == Lesson.OfBefore
            && asked.AsParallel().WithCancellation(cancellation).All(each => each.IsProblem || last.HasLearntFor(each.Inquiry)))
        {
            return Ask(library, asked, last, cancellation);
        }

        var trained = last.TrainForCustomers([], cancellation);
        if (last.Lesson != Lesson.Own || index.IsTrained)
        {
            // A folder that cannot be written costs the next check its time and nothing else.
            _ = trained.KeepLesson(folder);
        }

        return Ask(library, asked, trained, cancellation);
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

    /// <summary>Lets go of what was begun and is not needed.</summary>
    private static void GivenUp(Task<KnowledgeIndex> opening)
    {
        try
        {
            opening.GetAwaiter().GetResult().Dispose();
        }
        catch (OperationCanceledException)
        {
            // It was given up in time.
        }
    }

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

    /// <summary>Those that are not sure to find their article whatever the search learns.</summary>
    /// <param name="phrasings">Tells it.</param>
    /// <param name="asked">All of them.</param>
    /// <param name="cancellation">Gives the work up.</param>
    private static IReadOnlyList<AskedPhrasing> Unsure(
        SurePhrasings phrasings, IReadOnlyList<AskedPhrasing> asked, CancellationToken cancellation) =>
    [
        .. asked.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(each => phrasings.Bounds(each.Inquiry, each.Article) is var bounds && bounds.Min < Policy.AnswerMin
                ? each with { IsProblem = bounds.Max < Policy.AnswerMin }
                : null)
            .OfType<AskedPhrasing>(),
    ];
}

/// <summary>A phrasing and how it is asked.</summary>
/// <param name="Article">Whose it is.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Inquiry">It, as a customer of the article's language would write it.</param>
internal sealed record AskedPhrasing(Article Article, Spot At, Inquiry Inquiry)
{
    /// <summary>Whether it is known not to find its article surely enough whatever the search learns: others claim it too.</summary>
    public bool IsProblem { get; init; }
}
