using System.Buffers;
using System.Numerics;
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

    /// <summary>The nearest phrasings that have a vote.</summary>
    private const int VotersMax = 20;

    /// <summary>How much more the nearer of two phrasings counts in the vote.</summary>
    private const float VoteSteepness = 12;

    /// <summary>The scale of logarithms of probabilities: beyond it, one is as impossible as the other.</summary>
    private const float LogMin = -8;

    /// <summary>How sure it is then that the article is meant.</summary>
    private const double SameChance = 0.95;

    private readonly FeatureSpace space;
    private readonly SparseVector[] vectors;
    private readonly int[] owners;

    /// <summary>The first phrasing of each article, which is its title, and last of all how many there are.</summary>
    private readonly int[] firsts;

    private readonly Neighbours neighbours;
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
        var phrasings = contents.SelectMany((content, owner) => content.Questions.Select(phrasing => (phrasing, owner))).ToList();
        owners = [.. phrasings.Select(each => each.owner)];
        firsts = FirstsOf(contents);
        space = FeatureSpace.Of([.. phrasings.Select(each => each.phrasing)]);
        vectors = [.. phrasings.AsParallel().AsOrdered().Select(each => space.Vector(each.phrasing))];
        neighbours = new(vectors, space.Count);
        coverage = new(contents);
        questions = new(key.Language, contents, synonyms, coverage);
        weights = contents.Count == 0
            ? Blend.WeightsFor(0, 0)
            : Blend.WeightsFor(contents.Average(content => content.Phrasings.Count), contents.Average(content => content.Body.Count));
    }

    private Shelf(Shelf other)
    {
        (Key, Articles, Contents, Synonyms) = (other.Key, other.Articles, other.Contents, other.Synonyms);
        (space, vectors, owners, firsts, neighbours) = (other.space, other.vectors, other.owners, other.firsts, other.neighbours);
        (coverage, questions, weights) = (other.coverage, other.questions, other.weights);
        (Trained, Learnt, Lesson) = (other.Trained, other.Learnt, other.Lesson);
    }

    public (Language Language, ArticleKind Kind) Key { get; }

    public IReadOnlyList<Article> Articles { get; }

    public IReadOnlyList<ArticleWords> Contents { get; }

    /// <summary>The library's, of every language.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; }

    /// <summary>How many features its phrasings have.</summary>
    public int Features => space.Count;

    /// <summary>What training has made of the phrasings, or of those of the shelf before; null where neither has been trained.</summary>
    private TrainedView? Trained { get; init; }

    /// <summary>All that it has learnt.</summary>
    public Learnt Learnt { get; private init; } = new(null, Calibration.Usual, []);

    /// <summary>What it has learnt from.</summary>
    public Lesson Lesson { get; private init; }

    public bool Knows(Word word) => coverage.Knows(word.Stem);

    /// <summary>Learns to tell the articles apart.</summary>
    public Softmax? Train(Pace pace) => Softmax.Train(vectors, owners, space.Count, Contents.Count, pace);

    /// <summary>This shelf with what it has learnt.</summary>
    public Shelf With(Learnt learnt) => new(this)
    {
        Learnt = learnt,
        Lesson = Lesson.Own,
        Trained = learnt.Model is { } model ? TrainedView.Of(model, space, Ids) : null,
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
        var claimants = neighbours.From(space.Vector(Ask(text)), (float)Judged.SameFrom)
            .Select(phrasing => Articles[owners[phrasing]])
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
        var vector = space.Vector(question);
        CompareNeighbours(vector, views);
        Trained?.Predict(question, vector, views[View.Neighbours], views[View.Trained]);

        var found = new SortedSet<int>();
        found.UnionWith(Best(views[View.Nearest], CandidatesOfView, mayShow));
        found.UnionWith(Best(views[View.Trained], CandidatesOfView, mayShow));
        foreach (var view in TextView.All)
        {
            var scores = views[view.View];
            fullText.Score(Key, view, question, scores);
            if (TensorPrimitives.Max<float>(scores) is > 0 and var best)
            {
                TensorPrimitives.Divide(scores, best, scores);
            }

            found.UnionWith(Best(scores, CandidatesOfView, mayShow));
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

    /// <summary>What the likeness of phrasings says of the articles whose they are.</summary>
    private void CompareNeighbours(SparseVector question, Views views)
    {
        var nearest = views[View.Nearest];
        var votes = views[View.Neighbours];
        var title = views[View.Title];
        var rented = ArrayPool<float>.Shared.Rent(owners.Length);
        var likeness = rented.AsSpan(0, owners.Length);
        neighbours.Compare(question, likeness);
        for (var article = 0; article < nearest.Length; article++)
        {
            title[article] = likeness[firsts[article]];
            var most = 0f;
            foreach (var like in likeness[firsts[article]..firsts[article + 1]])
            {
                most = like > most ? like : most;
            }

            nearest[article] = most;
        }

        var voters = Best(likeness, VotersMax, _ => true);
        var all = voters.Sum(phrasing => MathF.Exp(rented[phrasing] * VoteSteepness));
        foreach (var phrasing in voters)
        {
            votes[owners[phrasing]] += MathF.Exp(rented[phrasing] * VoteSteepness) / all;
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>The places of the highest scores above nothing, in no order.</summary>
    private static List<int> Best(ReadOnlySpan<float> scores, int max, Func<int, bool> counts)
    {
        var best = new PriorityQueue<int, float>(max + 1);
        var least = 0f;
        for (var at = NextAbove(least, scores, 0); at < scores.Length; at = NextAbove(least, scores, at + 1))
        {
            if (counts(at))
            {
                best.Enqueue(at, scores[at]);
                if (best.Count > max)
                {
                    best.Dequeue();
                }

                // From here on, only what is better than the worst of the best.
                least = best.Count == max && best.TryPeek(out _, out var worst) ? worst : 0;
            }
        }

        return [.. best.UnorderedItems.Select(item => item.Element)];
    }

    /// <summary>The first place from one on with a score above another; as many at once are passed over as the processor compares.</summary>
    private static int NextAbove(float least, ReadOnlySpan<float> scores, int from)
    {
        var bar = new Vector<float>(least);
        var at = from;
        while (at + Vector<float>.Count <= scores.Length && Vector.LessThanOrEqualAll(new Vector<float>(scores[at..]), bar))
        {
            at += Vector<float>.Count;
        }

        while (at < scores.Length && scores[at] <= least)
        {
            at++;
        }

        return at;
    }

    private static int[] FirstsOf(IReadOnlyList<ArticleWords> contents)
    {
        var firsts = new int[contents.Count + 1];
        for (var article = 0; article < contents.Count; article++)
        {
            firsts[article + 1] = firsts[article] + contents[article].Questions.Count();
        }

        return firsts;
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
