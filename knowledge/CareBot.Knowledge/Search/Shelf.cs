using System.Buffers;
using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>An article and the estimated chance that it answers.</summary>
internal readonly record struct Ranked(Article Article, double Confidence);

/// <summary>The articles of one language and kind, and all by which a question is compared with them.</summary>
/// <remarks>It never changes; any number of threads may ask it at once.</remarks>
internal sealed class Shelf
{
    /// <summary>The best of each view that are looked at by all others.</summary>
    private const int CandidatesOfView = 10;

    /// <summary>The hits of a full-text view whose scores are known; all others get nothing from it.</summary>
    private const int HitsOfView = 30;

    /// <summary>The nearest phrasings that have a vote.</summary>
    private const int VotersMax = 20;

    /// <summary>How much more the nearer of two phrasings counts in the vote.</summary>
    private const float VoteSteepness = 12;

    /// <summary>The scale of logarithms of probabilities: beyond it, one is as impossible as the other.</summary>
    private const float LogMin = -8;

    /// <summary>The likeness from which a question and a phrasing are the same words in the same order.</summary>
    private const double SameFrom = 0.995;

    /// <summary>How sure it is then that the article is meant.</summary>
    private const double SameChance = 0.95;

    /// <summary>The words of one question that are looked at.</summary>
    private const int WordsMax = 64;

    private readonly (Language Language, ArticleKind Kind) key;
    private readonly IReadOnlyList<ArticleWords> contents;
    private readonly FeatureSpace space;
    private readonly SparseVector[] vectors;
    private readonly int[] owners;
    private readonly Neighbours neighbours;
    private readonly Coverage coverage;
    private readonly Spelling spelling;
    private readonly Words words;
    private readonly double[] weights;

    public Shelf((Language Language, ArticleKind Kind) key, IReadOnlyList<Article> articles, IReadOnlyList<ArticleWords> contents)
    {
        this.key = key;
        this.contents = contents;
        Articles = articles;
        words = Words.Of(key.Language);
        var phrasings = contents.SelectMany((content, owner) => content.Questions.Select(phrasing => (phrasing, owner))).ToList();
        owners = [.. phrasings.Select(each => each.owner)];
        space = FeatureSpace.Of([.. phrasings.Select(each => each.phrasing)]);
        vectors = [.. phrasings.AsParallel().AsOrdered().Select(each => space.Vector(each.phrasing))];
        neighbours = new(vectors, space.Count);
        coverage = new(contents);
        spelling = new([.. contents.SelectMany(content => content.Heading.Concat(content.Body)).Distinct()]);
        weights = contents.Count == 0
            ? Blend.WeightsFor(0, 0)
            : Blend.WeightsFor(contents.Average(content => content.Phrasings.Count), contents.Average(content => content.Body.Count));
    }

    private Shelf(Shelf untrained, Softmax? model, Calibration calibration)
    {
        (key, contents, Articles, words, owners, space, vectors, neighbours, coverage, spelling, weights) =
            (untrained.key, untrained.contents, untrained.Articles, untrained.words, untrained.owners, untrained.space,
                untrained.vectors, untrained.neighbours, untrained.coverage, untrained.spelling, untrained.weights);
        Model = model;
        Calibration = calibration;
    }

    public (Language Language, ArticleKind Kind) Key => key;

    public IReadOnlyList<Article> Articles { get; }

    public IReadOnlyList<ArticleWords> Contents => contents;

    /// <summary>What training has made of the phrasings; null before, and where there are too many articles.</summary>
    public Softmax? Model { get; }

    public Calibration Calibration { get; } = Calibration.Usual;

    public bool Knows(Word word) => coverage.Knows(word.Stem);

    /// <summary>This shelf with a model of its phrasings and a calibration.</summary>
    public Shelf With(Calibration calibration, CancellationToken cancellation) =>
        new(this, Softmax.Train(vectors, owners, space.Count, contents.Count, cancellation), calibration);

    /// <summary>Ranks the articles that may be shown, the most likely first.</summary>
    public List<Ranked> Rank(string text, FullText fullText, Func<Article, bool> mayShow)
    {
        var judged = Judge(Ask(text), fullText, article => mayShow(Articles[article]));
        var claimants = judged.Count(each => each.Signs.Nearest >= SameFrom);
        return
        [
            .. judged
                .Select(each => new Ranked(Articles[each.Article], Confidence(each.Signs, claimants)))
                .OrderByDescending(ranked => ranked.Confidence),
        ];
    }

    /// <summary>The words of a question, misspelt ones replaced by what they may be.</summary>
    public IReadOnlyList<Word> Ask(string text) => Ask(words.In(text));

    /// <inheritdoc cref="Ask(string)"/>
    public IReadOnlyList<Word> Ask(IReadOnlyList<Word> question) => Repaired(question);

    /// <summary>What speaks for each candidate, the best first.</summary>
    public List<Judged> Judge(IReadOnlyList<Word> question, FullText fullText, Func<int, bool> mayShow)
    {
        var candidates = Compare(question, fullText, mayShow);
        var probabilities = Blend.Probabilities(candidates, weights);
        var known = coverage.Known(question);
        return
        [
            .. candidates
                .Select((candidate, at) => new Judged(candidate.Article, new(
                    probabilities[at], candidate[View.Nearest], candidate[View.Trained], coverage.Of(question, candidate.Article), known)))
                .OrderByDescending(judged => judged.Signs.Probability).ThenBy(judged => judged.Article),
        ];
    }

    /// <summary>What every view says of the articles that any view puts forward.</summary>
    public List<Candidate> Compare(IReadOnlyList<Word> question, FullText fullText, Func<int, bool> mayShow)
    {
        var vector = space.Vector(question);
        var views = new float[Candidate.ViewCount][];
        (views[(int)View.Nearest], views[(int)View.Neighbours], views[(int)View.Title]) = Neighbourhood(vector);
        views[(int)View.Trained] = new float[contents.Count];
        Model?.Predict(vector, views[(int)View.Trained]);
        views[(int)View.TrainedLog] = Model is null
            ? new float[contents.Count]
            : [.. views[(int)View.Trained].Select(chance => 1 - (Math.Max(LogMin, MathF.Log(chance + 1e-9f)) / LogMin))];

        var found = new SortedSet<int>();
        found.UnionWith(Best(views[(int)View.Nearest], mayShow));
        found.UnionWith(Best(views[(int)View.Trained], mayShow));
        foreach (var view in TextView.All)
        {
            var scores = new float[contents.Count];
            var hits = fullText.Top(key, view, question, HitsOfView);
            foreach (var (ordinal, score) in hits)
            {
                scores[ordinal] = score / hits[0].Score;
            }

            found.UnionWith(hits.Select(hit => hit.Ordinal).Where(mayShow).Take(CandidatesOfView));
            views[(int)view.View] = scores;
        }

        return [.. found.Select(article => new Candidate(article, [.. views.Select(view => view[article])]))];
    }

    /// <summary>An author who writes a question down means it to be answered: a question that is a phrasing word for word is its
    /// article's, or in doubt between those that claim it.</summary>
    private double Confidence(Signs signs, int claimants)
    {
        var chance = Calibration.Chance(signs);
        return claimants == 0 ? chance
            : signs.Nearest >= SameFrom ? Math.Max(chance / claimants, SameChance / claimants)
            : Math.Min(chance, 1 - SameChance);
    }

    private (float[] Nearest, float[] Votes, float[] Title) Neighbourhood(SparseVector question)
    {
        var (nearest, votes, title) = (new float[contents.Count], new float[contents.Count], new float[contents.Count]);
        var rented = ArrayPool<float>.Shared.Rent(owners.Length);
        var likeness = rented.AsSpan(0, owners.Length);
        neighbours.Compare(question, likeness);
        var voters = new PriorityQueue<int, float>();
        for (var phrasing = 0; phrasing < likeness.Length; phrasing++)
        {
            var (owner, like) = (owners[phrasing], likeness[phrasing]);
            nearest[owner] = Math.Max(nearest[owner], like);
            if (phrasing == 0 || owners[phrasing - 1] != owner)
            {
                title[owner] = like;
            }

            if (like > 0)
            {
                voters.Enqueue(phrasing, like);
                if (voters.Count > VotersMax)
                {
                    voters.Dequeue();
                }
            }
        }

        var all = voters.UnorderedItems.Sum(voter => MathF.Exp(voter.Priority * VoteSteepness));
        foreach (var (phrasing, like) in voters.UnorderedItems)
        {
            votes[owners[phrasing]] += MathF.Exp(like * VoteSteepness) / all;
        }

        ArrayPool<float>.Shared.Return(rented);
        return (nearest, votes, title);
    }

    private static IEnumerable<int> Best(float[] scores, Func<int, bool> mayShow)
    {
        var best = new PriorityQueue<int, float>();
        for (var article = 0; article < scores.Length; article++)
        {
            if (scores[article] > 0 && mayShow(article))
            {
                best.Enqueue(article, scores[article]);
                if (best.Count > CandidatesOfView)
                {
                    best.Dequeue();
                }
            }
        }

        return best.UnorderedItems.Select(item => item.Element);
    }

    private List<Word> Repaired(IEnumerable<Word> question)
    {
        var repaired = new List<Word>();
        foreach (var word in question.Take(WordsMax))
        {
            var near = word.IsStop || coverage.Knows(word.Stem) ? [] : spelling.Near(word.Plain);
            // It keeps its own letters: they may yet be another word's than the one it is taken for.
            repaired.AddRange(near.Count == 0 ? [word] : near.Select(known => word with { Stem = known.Stem, IsStop = known.IsStop }));
        }

        return repaired;
    }

}

/// <summary>An article and what speaks for it.</summary>
internal readonly record struct Judged(int Article, Signs Signs);
