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

    /// <summary>More are likely than can be offered: the customer says first what it is about.</summary>
    public sealed record AskBack(IReadOnlyList<Subject> Subjects) : Verdict;

    /// <summary>Nothing is likely enough to be shown.</summary>
    public sealed record Unknown : Verdict;

    /// <summary>Judges what was found for one question: by what each way out can be expected to cost, or by asking which is
    /// meant where the words are so few that several articles have them all.</summary>
    public static Verdict Of(Finding finding, AnswerPolicy policy) => finding.MayMean.Count > 1
        ? new Clarify([.. finding.MayMean.Take(policy.ChoicesMax)])
        : Of(finding.Passages, policy);

    /// <summary>Judges passages by what each way out can be expected to cost.</summary>
    /// <param name="passages">The most likely first.</param>
    /// <param name="policy">The costs, and how many wrong answers are accepted.</param>
    public static Verdict Of(IReadOnlyList<Passage> passages, AnswerPolicy policy)
    {
        var costs = ExpectedCosts.Of(passages, policy);

        // A way out comes before those that cost the same: an answer before a question, a question before a person.
        return passages.Count == 0 ? new Unknown()
            : costs.Least == costs.Answering ? new Answer(passages[0])
            : costs.Least == costs.Offering ? new Clarify(costs.Offered)
            : costs.Least == costs.Asking ? new AskBack(costs.Subjects)
            : new Unknown();
    }
}
