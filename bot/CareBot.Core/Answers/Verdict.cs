using CareBot.Turns;

namespace CareBot.Answers;

/// <summary>What to do with the passages that were found.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>One passage is sure enough to be the answer.</summary>
    public sealed record Answer(Passage Passage) : Verdict;

    /// <summary>Several are likely: the customer chooses.</summary>
    public sealed record Clarify(IReadOnlyList<Passage> Passages) : Verdict;

    /// <summary>Nothing is likely enough to be shown.</summary>
    public sealed record Unknown : Verdict;

    /// <summary>Judges what was found by the thresholds of a policy.</summary>
    /// <param name="passages">The most likely first.</param>
    /// <param name="policy">The thresholds.</param>
    public static Verdict Of(IReadOnlyList<Passage> passages, CarePolicy policy)
    {
        if (passages is not [var best, ..] || best.Confidence < policy.ClarifyMin)
        {
            return new Unknown();
        }

        var near = passages
            .Where(passage => passage.Confidence >= policy.ClarifyMin
                && best.Confidence - passage.Confidence <= policy.ClarifyMargin)
            .Take(policy.ChoicesMax)
            .ToList();

        return best.Confidence >= policy.ConfidenceMin && near.Count == 1
            ? new Answer(best)
            : new Clarify(near.Count > 1 ? near : [.. passages.Where(p => p.Confidence >= policy.ClarifyMin).Take(policy.ChoicesMax)]);
    }
}
