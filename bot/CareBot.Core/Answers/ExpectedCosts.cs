namespace CareBot.Answers;

/// <summary>What each way out can be expected to cost, in questions asked back (<see cref="AnswerPolicy"/>).</summary>
/// <param name="Answering">Showing the best passage; infinite where it is doubted too much.</param>
/// <param name="Offering">Letting the customer choose; infinite where there is nothing to choose from.</param>
/// <param name="Asking">Asking first what it is about; infinite where nothing would be narrowed down.</param>
/// <param name="HandingOver">Bringing in a person.</param>
public sealed record ExpectedCosts(double Answering, double Offering, double Asking, double HandingOver)
{
    /// <summary>The least of them.</summary>
    public double Least => Math.Min(Math.Min(Answering, Offering), Math.Min(Asking, HandingOver));

    /// <summary>The passages to choose from, the most likely first; empty where there are none.</summary>
    public IReadOnlyList<Passage> Offered { get; private init; } = [];

    /// <summary>What the customer can be asked about first, where there is more to choose from than can be offered.</summary>
    public IReadOnlyList<Subject> Subjects { get; private init; } = [];

    /// <summary>Reckons the costs for passages, the most likely first.</summary>
    public static ExpectedCosts Of(IReadOnlyList<Passage> passages, AnswerPolicy policy)
    {
        if (passages is not [var best, ..])
        {
            return new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, policy.HandoffCost);
        }

        var doubt = 1 - best.Confidence;
        var choices = passages.Where((passage, at) => at == 0 || passage.Confidence >= policy.ChoiceMin).ToList();
        var offered = choices.Take(policy.ChoicesMax).ToList();
        var subjects = choices.Count > offered.Count ? Subject.Of(choices, policy.ChoicesMax) : [];
        return new(
            doubt <= policy.DoubtMax ? doubt * policy.WrongCost : double.PositiveInfinity,
            policy.AskCost + ((offered.Count - 1) * policy.ChoiceCost) + Failing(offered, policy),
            subjects.Count < 2
                ? double.PositiveInfinity
                : (2 * policy.AskCost) + Failing(subjects.SelectMany(subject => subject.Passages), policy),
            policy.HandoffCost)
        {
            Offered = offered,
            Subjects = subjects,
        };
    }

    /// <summary>What it can be expected to cost that none of these answers.</summary>
    private static double Failing(IEnumerable<Passage> passages, AnswerPolicy policy) =>
        Math.Max(0, 1 - passages.Sum(passage => passage.Confidence)) * policy.HandoffCost;
}
