using System.Buffers;
using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>An article and the estimated chance that it answers.</summary>
internal readonly record struct Ranked(Article Article, double Confidence);

/// <summary>Weighs what each comparison says about an article and makes one confidence of it.</summary>
internal static class Ranking
{
    /// <summary>The articles, best first, that a caller may look through for those it may show.</summary>
    private const int CandidatesMax = 20;

    private const double LikenessShare = 0.6;
    private const double CoverageShare = 0.3;
    private const double TextShare = 0.1;

    /// <summary>The weighed sum at which an article without rivals is as likely right as wrong.</summary>
    private const double EvenScore = 0.45;

    /// <summary>How quickly confidence grows with the weighed sum.</summary>
    private const double Steepness = 9;

    /// <summary>How much the distance to the strongest rival adds or takes away.</summary>
    private const double MarginWeight = 4;

    /// <summary>Ranks the articles of a shelf that may be shown.</summary>
    /// <param name="shelf">Where to look.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="textScores">What the full-text search says of each article, 0 to 1.</param>
    /// <param name="mayShow">Which articles count: the others are no rivals either.</param>
    public static List<Ranked> Of(Shelf shelf, Wording question, ReadOnlySpan<float> textScores, Func<Article, bool> mayShow)
    {
        var count = shelf.Articles.Count;
        var rented = ArrayPool<float>.Shared.Rent(2 * count);
        var likeness = rented.AsSpan(0, count);
        var covered = rented.AsSpan(count, count);
        rented.AsSpan(0, 2 * count).Clear();
        shelf.Compare(question, likeness, covered);

        var best = new PriorityQueue<int, double>();
        for (var at = 0; at < count; at++)
        {
            var score = (LikenessShare * likeness[at]) + (CoverageShare * covered[at]) + (TextShare * textScores[at] * covered[at]);
            if (score > 0 && mayShow(shelf.Articles[at]))
            {
                best.Enqueue(at, score);
                if (best.Count > CandidatesMax)
                {
                    best.Dequeue();
                }
            }
        }

        ArrayPool<float>.Shared.Return(rented);
        return Confident(shelf, best);
    }

    private static List<Ranked> Confident(Shelf shelf, PriorityQueue<int, double> best)
    {
        var scored = best.UnorderedItems.OrderByDescending(item => item.Priority).ThenBy(item => item.Element).ToList();
        return
        [
            .. scored.Select((item, place) => new Ranked(
                shelf.Articles[item.Element],
                Chance(item.Priority, rival: place == 0 ? scored.ElementAtOrDefault(1).Priority : scored[0].Priority))),
        ];
    }

    private static double Chance(double score, double rival) =>
        1 / (1 + Math.Exp(-((Steepness * (score - EvenScore)) + (MarginWeight * (score - rival)))));
}
