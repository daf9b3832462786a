using System.Numerics;

namespace CareBot.Knowledge.Search;

/// <summary>Finds the few that score highest among many.</summary>
internal static class HighestScores
{
    /// <summary>The places of the highest scores above nothing, in no order.</summary>
    public static List<int> Of(ReadOnlySpan<float> scores, int max, Func<int, bool> counts)
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
}
