using System.Collections.Concurrent;
using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>The shelves of a library: one for each language and kind.</summary>
internal sealed class Shelves
{
    private readonly Dictionary<(Language, ArticleKind), Shelf> shelves;

    private Shelves(IEnumerable<Shelf> shelves) => this.shelves = shelves.ToDictionary(shelf => shelf.Key);

    public Shelf this[Language language, ArticleKind kind] => shelves[(language, kind)];

    /// <summary>Every article that can be found, with its place on its shelf.</summary>
    public static IReadOnlyList<IndexedArticle> Sort(IReadOnlyList<Article> articles)
    {
        var known = Enum.GetValues<Language>().ToDictionary(language => language, _ => new ConcurrentDictionary<string, Word>());
        return
        [
            .. Keys.SelectMany(key => Of(articles, key).Select((article, ordinal) => (key, article, ordinal)))
                .ToList().AsParallel().AsOrdered()
                .Select(placed => new IndexedArticle(placed.key, placed.ordinal, ArticleWords.Of(placed.article, known[placed.article.Language]))),
        ];
    }

    public static Shelves Build(
        IReadOnlyList<Article> articles, IReadOnlyList<IndexedArticle> sorted, IReadOnlyList<Synonym> synonyms)
    {
        var contents = sorted.ToLookup(each => each.Shelf, each => each.Words);
        return new(Keys.AsParallel().Select(key => new Shelf(key, [.. Of(articles, key)], [.. contents[key]], synonyms)).ToList());
    }

    /// <summary>Whether a text may be taken for another language than the one of the conversation. Quicker to tell than which.</summary>
    public bool MayBeForeign(string text, Language spoken) => LanguageSense.MayBeOther(text, spoken, this);

    /// <summary>The language that a customer's text is in; null where it cannot be told or nothing is written in it: a library in one
    /// language is asked in it, whatever is spoken.</summary>
    public Language? LanguageOf(string text) =>
        LanguageSense.Of(text, this) is { } language && this[language, ArticleKind.Faq].Articles.Count > 0 ? language : null;

    /// <summary>What each shelf has learnt, always in the same order.</summary>
    public IEnumerable<(Shelf Shelf, Learnt Learnt)> Learnt => Keys.Select(key => (shelves[key], shelves[key].Learnt));

    /// <summary>These shelves with what they have learnt, in the order of <see cref="Learnt"/>.</summary>
    public Shelves With(IEnumerable<Learnt> learnt) => new(Keys.Zip(learnt, (key, own) => shelves[key].With(own)).ToList());

    /// <summary>Those by which customers are answered.</summary>
    public IEnumerable<Shelf> OfCustomers => Keys.Where(key => key.Kind == ArticleKind.Faq).Select(key => shelves[key]);

    /// <summary>These shelves with others in the place of some.</summary>
    public Shelves With(IReadOnlyCollection<Shelf> others) =>
        new(shelves.Values.Select(shelf => others.FirstOrDefault(other => other.Key == shelf.Key) ?? shelf).ToList());

    /// <summary>These shelves with what those before them had learnt, until they have learnt themselves.</summary>
    public Shelves After(Shelves before) => new(shelves.Values.Select(shelf => shelf.After(before.shelves[shelf.Key])).ToList());

    /// <summary>These shelves with models of their phrasings, and examined on what was hidden from them.</summary>
    public Shelves Trained(Pace pace) => new(Trained([.. shelves.Values], pace).ToList());

    /// <summary>The same for those customers' shelves alone that have not learnt from what they are.</summary>
    public Shelves TrainedForCustomers(CancellationToken cancellation) =>
        With(Trained([.. OfCustomers.Where(shelf => shelf.Lesson != Lesson.Own)], Pace.Full(cancellation)).ToList());

    private static IEnumerable<Shelf> Trained(IReadOnlyList<Shelf> untrained, Pace pace)
    {
        // The pieces of all shelves are done side by side: shelf by shelf, cores would wait for the last piece of each.
        var pieces = untrained.Select(Pieces).ToList();
        var learnt = new Queue<Piece>(pace.Do<Piece>([.. pieces.SelectMany(own => own)]));
        foreach (var (shelf, own) in untrained.Zip(pieces))
        {
            var done = own.Select(_ => learnt.Dequeue()).ToList();
            var finds = done.SelectMany(piece => piece.Finds).ToList();
            yield return shelf.With(new(done[0].Model, Calibration.Fit(finds), finds));
        }
    }

    // The model takes as long as half of the examination or all of it: it goes first, so that no core waits for it at the end.
    private static IReadOnlyList<Func<Pace, Piece>> Pieces(Shelf shelf) =>
    [
        pace => new(shelf.Train(pace), []),
        .. CrossValidation.Parts(shelf).Select<Func<Pace, IReadOnlyList<KnownFind>>, Func<Pace, Piece>>(part => pace => new(null, part(pace))),
    ];

    /// <summary>These shelves calibrated on their examination, and the customers' on what customers made of their finds.</summary>
    public Shelves Calibrated(IReadOnlyList<Feedback> feedback, FullText fullText, Pace pace) => new(
        shelves.Values.Select(shelf => shelf.With(shelf.Learnt with
        {
            Calibration = Calibration.Fit(
            [
                .. shelf.Learnt.Examined,
                .. shelf.Key.Kind == ArticleKind.Faq ? CustomersFinds.Of(shelf, feedback, fullText, pace) : [],
            ]),
        })).ToList());

    private static IEnumerable<(Language Language, ArticleKind Kind)> Keys =>
        from language in Enum.GetValues<Language>()
        from kind in Enum.GetValues<ArticleKind>()
        select (language, kind);

    // What is not published is found by nobody.
    private static IEnumerable<Article> Of(IReadOnlyList<Article> articles, (Language Language, ArticleKind Kind) key) =>
        articles.Where(article =>
            article.Status == ArticleStatus.Published && article.Language == key.Language && article.Kind == key.Kind);

    /// <summary>A piece of what a shelf learns.</summary>
    private sealed record Piece(Softmax? Model, IReadOnlyList<KnownFind> Finds);
}
