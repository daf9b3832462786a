using System.Buffers;
using System.Numerics.Tensors;
using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>An article and the estimated chance that it answers.</summary>
internal readonly record struct Ranked(Article Article, double Confidence);

/// <summary>What a shelf has learnt from: nothing, what it was, or what it is.</summary>
internal enum Lesson
{
    None,
    OfBefore,
    Own,
}

/// <summary>The articles of one language and kind, and all by which a question is compared with them.</summary>
/// <remarks>It never changes; any number of threads may ask it at once.</remarks>
internal sealed class Shelf
{
    /// <summary>The best of each view that are looked at by all others.</summary>
    private const int CandidatesOfView = 10;

    /// <summary>The scale of logarithms of probabilities: beyond it, one is as impossible as the other.</summary>
    private const float LogMin = -8;

    /// <summary>How sure it is then that the article is meant.</summary>
    private const double SameChance = 0.95;

    private readonly Phrasings phrasings;
    private readonly Coverage coverage;
    private readonly QuestionWords questions;
    private readonly double[] weights;

    public Shelf(
        (Language Language, ArticleKind Kind) key,
        IReadOnlyList<Article> articles,
        IReadOnlyList<ArticleWords> contents,
        IReadOnlyList<Synonym> synonyms)
    {
        Key = key;
        Articles = articles;
        Contents = contents;
        Synonyms = synonyms;
        phrasings = new(contents);
        coverage = new(contents);
        questions = new(key.Language, contents, synonyms, coverage);
        weights = contents.Count == 0
            ? Blend.WeightsFor(0, 0)
            : Blend.WeightsFor(contents.Average(content => content.Phrasings.Count), contents.Average(content => content.Body.Count));
    }

    private Shelf(Shelf other)
    {
        (Key, Articles, Contents, Synonyms) = (other.Key, other.Articles, other.Contents, other.Synonyms);
        (phrasings, coverage, questions, weights) = (other.phrasings, other.coverage, other.questions, other.weights);
        (Trained, Learnt, Lesson) = (other.Trained, other.Learnt, other.Lesson);
    }

    public (Language Language, ArticleKind Kind) Key { get; }

    public IReadOnlyList<Article> Articles { get; }

    public IReadOnlyList<ArticleWords> Contents { get; }

    /// <summary>The library's, of every language.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; }

    /// <summary>How many features its phrasings have.</summary>
    public int Features => phrasings.Space.Count;

    /// <summary>What training has made of the phrasings, or of those of the shelf before; null where neither has been trained.</summary>
    private TrainedView? Trained { get; init; }

    /// <summary>All that it has learnt.</summary>
    public Learnt Learnt { get; private init; } = new(null, Calibration.Usual, []);

    /// <summary>What it has learnt from.</summary>
    public Lesson Lesson { get; private init; }

    public bool Knows(Word word) => coverage.Knows(word.Stem);

    /// <summary>Learns to tell the articles apart.</summary>
    public Softmax? Train(Pace pace) => phrasings.Train(pace);

    /// <summary>This shelf with what it has learnt.</summary>
    public Shelf With(Learnt learnt) => new(this)
    {
        Learnt = learnt,
        Lesson = Lesson.Own,
        Trained = learnt.Model is { } model ? TrainedView.Of(model, phrasings.Space, Ids) : null,
    };

    /// <summary>This shelf with what the one before it had learnt, until it has learnt itself.</summary>
    public Shelf After(Shelf before) => new(this)
    {
        Learnt = before.Learnt,
        Lesson = before.Lesson == Lesson.None ? Lesson.None : Lesson.OfBefore,
        Trained = before.Trained?.For(Ids),
    };

    /// <summary>The same, where the one before it is there no more.</summary>
    /// <param name="learnt">What that had learnt.</param>
    /// <param name="of">The features of its phrasings.</param>
    /// <param name="articles">Its articles.</param>
    public Shelf After(Learnt learnt, FeatureSpace of, IEnumerable<ArticleId> articles) => new(this)
    {
        Learnt = learnt,
        Lesson = Lesson.OfBefore,
        Trained = learnt.Model is { } model ? TrainedView.Of(model, of, articles).For(Ids) : null,
    };

    /// <summary>Ranks the articles that may be shown, the most likely first.</summary>
    public List<Ranked> Rank(string text, FullText fullText, Func<Article, bool> mayShow) =>
        [.. Weigh(Ask(text), fullText, mayShow).Select(each => new Ranked(Articles[each.Judged.Article], each.Confidence))];

    /// <summary>How sure it is of an article at least and at most, whatever it has learnt.</summary>
    /// <returns>0 and 1 unless the text is a phrasing of that article, word for word.</returns>
    public (double Min, double Max) Bounds(string text, Article article, Func<Article, bool> mayShow)
    {
        var claimants = phrasings.Claimants(Ask(text), (float)Judged.SameFrom)
            .Select(claimant => Articles[claimant])
            .Where(mayShow)
            .ToHashSet<Article>(ReferenceEqualityComparer.Instance);
        return claimants.Contains(article) ? (claimants.Count == 1 ? SameChance : 0, 1.0 / claimants.Count) : (0, 1);
    }

    /// <summary>What <see cref="Rank"/> goes by.</summary>
    public Explanation Explain(string text, FullText fullText, Func<Article, bool> mayShow)
    {
        var question = Ask(text);
        return new(
            Key.Language,
            [.. question.Select(word => new ExplainedWord(word.Plain, word.Stem, !word.IsStop, Math.Round(word.Weight, 3)))],
            [
                .. Weigh(question, fullText, mayShow).Select(each => new ExplainedFind(
                    Articles[each.Judged.Article].Id,
                    Articles[each.Judged.Article].Title,
                    Enum.GetValues<View>().ToDictionary(view => view.ToString(), view => weights[(int)view] * each.Judged.Candidate[view]),
                    each.Judged.Signs.Probability,
                    each.Judged.Signs.Covered,
                    each.Judged.Signs.Known,
                    Learnt.Calibration.Chance(each.Judged.Signs),
                    each.Judged.IsPhrasing,
                    each.Confidence)),
            ],
            Signs.Names.Zip(Learnt.Calibration.Weights).ToDictionary(sign => sign.First, sign => sign.Second));
    }

    /// <summary>The words of a question as they are probably meant.</summary>
    public IReadOnlyList<Word> Ask(string text) => questions.Read(text);

    /// <inheritdoc cref="Ask(string)"/>
    public IReadOnlyList<Word> Ask(IReadOnlyList<Word> question) => questions.Read(question);

    /// <summary>What speaks for each candidate, the best first.</summary>
    public List<Judged> Judge(IReadOnlyList<Word> question, FullText fullText, Func<int, bool> mayShow)
    {
        if (Contents.Count == 0)
        {
            return [];
        }

        var candidates = Compare(question, fullText, mayShow);
        var probabilities = Blend.Probabilities(candidates, weights);
        var known = coverage.Known(question);
        return
        [
            .. candidates
                .Select((candidate, at) => new Judged(candidate, new(
                    probabilities[at], candidate[View.Nearest], candidate[View.Trained], coverage.Of(question, candidate.Article), known)))
                .OrderByDescending(judged => judged.Signs.Probability).ThenBy(judged => judged.Article),
        ];
    }

    private IEnumerable<ArticleId> Ids => Articles.Select(article => article.Id);

    /// <summary>How sure it is of each candidate that may be shown, the surest first.</summary>
    private IEnumerable<(Judged Judged, double Confidence)> Weigh(IReadOnlyList<Word> question, FullText fullText, Func<Article, bool> mayShow)
    {
        var judged = Judge(question, fullText, article => mayShow(Articles[article]));
        var claimants = judged.Count(each => each.IsPhrasing);
        return judged.Select(each => (each, Confidence: Confidence(each, claimants))).OrderByDescending(each => each.Confidence);
    }

    /// <summary>What every view says of the articles that any view puts forward.</summary>
    private List<Candidate> Compare(IReadOnlyList<Word> question, FullText fullText, Func<int, bool> mayShow)
    {
        // At thousands of articles, room of its own for each question would keep the garbage collector busy.
        var rented = ArrayPool<float>.Shared.Rent(Candidate.ViewCount * Contents.Count);
        var views = new Views(rented, Contents.Count);
        var vector = phrasings.Space.Vector(question);
        phrasings.Compare(vector, views);
        Trained?.Predict(question, vector, views[View.Neighbours], views[View.Trained]);

        var found = new SortedSet<int>();
        found.UnionWith(HighestScores.Of(views[View.Nearest], CandidatesOfView, mayShow));
        found.UnionWith(HighestScores.Of(views[View.Trained], CandidatesOfView, mayShow));
        foreach (var view in TextView.All)
        {
            var scores = views[view.View];
            fullText.Score(Key, view, question, scores);
            if (TensorPrimitives.Max<float>(scores) is > 0 and var best)
            {
                TensorPrimitives.Divide(scores, best, scores);
            }

            found.UnionWith(HighestScores.Of(scores, CandidatesOfView, mayShow));
        }

        var candidates = found.Select(article => CandidateOf(article, views)).ToList();
        ArrayPool<float>.Shared.Return(rented);
        return candidates;
    }

    private Candidate CandidateOf(int article, Views views)
    {
        var values = views.Of(article);
        values[(int)View.TrainedLog] = Trained is null
            ? 0
            : 1 - (Math.Max(LogMin, MathF.Log(values[(int)View.Trained] + 1e-9f)) / LogMin);
        return new(article, values);
    }

    /// <summary>An author who writes a question down means it to be answered: a question that is a phrasing word for word is its
    /// article's, or in doubt between those that claim it.</summary>
    private double Confidence(Judged judged, int claimants)
    {
        var chance = Learnt.Calibration.Chance(judged.Signs);
        return claimants == 0 ? chance
            : judged.IsPhrasing ? Math.Max(chance / claimants, SameChance / claimants)
            : Math.Min(chance, 1 - SameChance);
    }

}

/// <summary>An article and what speaks for it.</summary>
internal readonly record struct Judged(Candidate Candidate, Signs Signs)
{
    public int Article => Candidate.Article;

    /// <summary>The likeness from which a question and a phrasing are the same words in the same order.</summary>
    public const double SameFrom = 0.995;

    /// <summary>Whether the question is a phrasing of the article, word for word.</summary>
    public bool IsPhrasing => Signs.Nearest >= SameFrom;
}
