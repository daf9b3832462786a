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
        if (passages is not [var best, ..])
        {
            return new Unknown();
        }

        // A way out comes before those that cost the same: an answer before a question, a question before a person.
        var doubt = 1 - best.Confidence;
        var answering = doubt <= policy.DoubtMax ? doubt * policy.WrongCost : double.PositiveInfinity;

        var choices = passages.Where((passage, at) => at == 0 || passage.Confidence >= policy.ChoiceMin).ToList();
        var offered = choices.Take(policy.ChoicesMax).ToList();
        var offering = policy.AskCost + ((offered.Count - 1) * policy.ChoiceCost) + Failing(offered, policy);

        var subjects = choices.Count > offered.Count ? Subject.Of(choices, policy.ChoicesMax) : [];
        var asking = subjects.Count < 2
            ? double.PositiveInfinity
            : (2 * policy.AskCost) + Failing(subjects.SelectMany(subject => subject.Passages), policy);

        var cheapest = Math.Min(Math.Min(answering, offering), Math.Min(asking, policy.HandoffCost));
        return cheapest == answering ? new Answer(best)
            : cheapest == offering ? new Clarify(offered)
            : cheapest == asking ? new AskBack(subjects)
            : new Unknown();
    }

    /// <summary>What it can be expected to cost that none of these answers.</summary>
    private static double Failing(IEnumerable<Passage> passages, AnswerPolicy policy) =>
        Math.Max(0, 1 - passages.Sum(passage => passage.Confidence)) * policy.HandoffCost;
}
