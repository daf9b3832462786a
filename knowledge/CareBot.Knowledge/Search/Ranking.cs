using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>An article and the estimated chance that it answers.</summary>
internal readonly record struct Ranked(Article Article, double Confidence);

/// <summary>Weighs what each comparison says about an article and makes one confidence of it.</summary>
internal static class Ranking
{
    /// <summary>The articles, best first, that a caller may look through for those it may show.</summary>
    private const int CandidatesMax = 20;

    // What each signal counts. They were fitted on the shipped library, each phrasing asked of a library that lacked it.
    private const double HeadingShare = 0.30;
    private const double HeadingLettersShare = 0.37;
    private const double PhrasingShare = 0.05;
    private const double PhrasingLettersShare = 0.05;
    private const double CoverageShare = 0.17;
    private const double TextShare = 0.06;

    /// <summary>How like a phrasing a question must be to be more than on the same subject: to be that question.</summary>
    private const double SameFrom = 0.6;

    /// <summary>What being that question counts.</summary>
    private const double SameShare = 0.4;

    /// <summary>The weighed sum at which an article without rivals is as likely right as wrong.</summary>
    private const double EvenScore = 0.45;

    /// <summary>How quickly confidence grows with the weighed sum.</summary>
    private const double Steepness = 9.4;

    /// <summary>How much the distance to the strongest rival adds or takes away, where the article has all of the question's
    /// matter. Being far ahead with one word out of four is no merit: the question is then about something else.</summary>
    private const double MarginWeight = 11;

    /// <summary>The share of a question's matter below which confidence is cut in proportion: what is asked is mostly something
    /// that the article does not speak of.</summary>
    private const double CoverageMin = 0.6;

    /// <summary>Ranks the articles of a shelf that may be shown.</summary>
    /// <param name="articles">The articles of the shelf.</param>
    /// <param name="signals">What the comparisons say of them.</param>
    /// <param name="mayShow">Which articles count: the others are no rivals either.</param>
    public static List<Ranked> Of(IReadOnlyList<Article> articles, Signals signals, Func<Article, bool> mayShow)
    {
        var best = new PriorityQueue<int, double>();
        for (var at = 0; at < articles.Count; at++)
        {
            var score = Score(signals, at);
            if (score > 0 && mayShow(articles[at]))
            {
                best.Enqueue(at, score);
                if (best.Count > CandidatesMax)
                {
                    best.Dequeue();
                }
            }
        }

        return Confident(articles, signals, best);
    }

    private static double Score(Signals signals, int at)
    {
        var sameness = (signals.Phrasing[at] + signals.PhrasingLetters[at]) / 2;
        return (HeadingShare * signals.Heading[at])
            + (HeadingLettersShare * signals.HeadingLetters[at])
            + (PhrasingShare * signals.Phrasing[at])
            + (PhrasingLettersShare * signals.PhrasingLetters[at])
            + (CoverageShare * signals.Coverage[at])
            + (TextShare * signals.Text[at] * signals.Coverage[at])
            + (SameShare * Math.Max(0, sameness - SameFrom));
    }

    private static List<Ranked> Confident(IReadOnlyList<Article> articles, Signals signals, PriorityQueue<int, double> best)
    {
        var scored = best.UnorderedItems.OrderByDescending(item => item.Priority).ThenBy(item => item.Element).ToList();
        var ranked = new List<Ranked>(scored.Count);
        foreach (var (at, score) in scored)
        {
            var rival = at == scored[0].Element ? scored.ElementAtOrDefault(1).Priority : scored[0].Priority;
            var coverage = signals.Coverage[at];
            var aboutIt = Math.Min(1, coverage / CoverageMin);
            ranked.Add(new(articles[at], aboutIt * Chance(score, (score - rival) * coverage * coverage)));
        }

        // A rival that has less of the question's matter is held back less, and could come out ahead of one above it.
        return [.. ranked.OrderByDescending(each => each.Confidence)];
    }

    private static double Chance(double score, double margin) =>
        1 / (1 + Math.Exp(-((Steepness * (score - EvenScore)) + (MarginWeight * margin))));
}
