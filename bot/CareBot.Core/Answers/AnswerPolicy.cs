namespace CareBot.Answers;

/// <summary>How many wrong answers a care manager accepts and what each way out costs: by these, what was found becomes an
/// answer, a question back, or a person.</summary>
/// <remarks>
/// This is the one place where thresholds come from. Costs are counted in questions asked back. With <c>p</c> the chance that
/// the best passage answers, and <c>P</c> the chance that one of those put to the customer does, a turn can be expected to cost
/// <list type="table">
/// <item><term>an answer</term><description><c>(1 - p) × WrongCost</c></description></item>
/// <item><term>n passages offered</term><description><c>AskCost + (n - 1) × ChoiceCost + (1 - P) × HandoffCost</c></description></item>
/// <item><term>asking what it is about</term><description><c>2 × AskCost + (1 - P) × HandoffCost</c>: a choice follows it</description></item>
/// <item><term>a person</term><description><c>HandoffCost</c></description></item>
/// </list>
/// and the cheapest is done. An answer must besides not be doubted by more than <see cref="DoubtMax"/>. With the numbers below a
/// passage without rivals answers from 0.8 and is offered from 0.25.
/// </remarks>
public sealed record AnswerPolicy
{
    /// <summary>The share of answers that may be wrong, 0 to 1.</summary>
    public double WrongAnswersMax { get; init; } = 0.05;

    /// <summary>How many times the mean doubt of all answers the doubt of the least sure of them is.</summary>
    /// <remarks>2 where confidences are spread evenly down to the least one; more where, as usual, most answers are all but sure.</remarks>
    public double DoubtSpread { get; init; } = 4;

    /// <summary>What a question back costs the customer: the unit of the other costs.</summary>
    public double AskCost { get; init; } = 1;

    /// <summary>What reading one more choice costs.</summary>
    public double ChoiceCost { get; init; } = 0.4;

    /// <summary>What a wrong answer costs: it is read, disbelieved, and still leaves a person to be called. Not below <see cref="HandoffCost"/>.</summary>
    public double WrongCost { get; init; } = 6;

    /// <summary>What it costs to bring in a person: the customer's wait and the colleague's time.</summary>
    public double HandoffCost { get; init; } = 4;

    /// <summary>The most choices put to a customer.</summary>
    public int ChoicesMax { get; init; } = 3;

    /// <summary>The doubt (1 - confidence) beyond which nothing is given as the answer, whatever else would cost.</summary>
    public double DoubtMax => Math.Min(1, WrongAnswersMax * DoubtSpread);

    /// <summary>The confidence from which a passage without rivals is given as the answer.</summary>
    public double AnswerMin => 1 - Math.Min(DoubtMax, WrongCost > HandoffCost ? AskCost / (WrongCost - HandoffCost) : 1);

    /// <summary>The confidence below which a passage is not worth being read as one more choice.</summary>
    public double ChoiceMin => ChoiceCost / HandoffCost;
}
