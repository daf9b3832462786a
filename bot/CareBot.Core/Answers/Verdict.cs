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
    public static Verdict Of(IReadOnlyList<Passage> passages, AnswerPolicy policy)
    {
        if (passages is not [var best, ..] || best.Confidence < policy.ClarifyMin)
        {
            return new Unknown();
        }

        var likely = passages.Where(passage => passage.Confidence >= policy.ClarifyMin).Take(policy.ChoicesMax).ToList();
        var near = likely.Where(passage => best.Confidence - passage.Confidence <= policy.ClarifyMargin).ToList();

        return (best.Confidence >= policy.ConfidenceMin, near.Count) switch
        {
            (true, 1) => new Answer(best),
            (_, 1) => new Clarify(likely),
            _ => new Clarify(near),
        };
    }
}
