using CareBot.Answers;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Commands;

/// <summary>What <c>ask --explain</c> adds.</summary>
/// <param name="Language">The language the question was read in: it or en.</param>
/// <param name="Words">What was looked for.</param>
/// <param name="Finds">The finds, the most likely first.</param>
/// <param name="Calibration">What each sign weighs in the chance of being right, on the scale of log odds.</param>
/// <param name="Judgements">How many of customers' judgements the calibration has learned from.</param>
/// <param name="Costs">What each way out can be expected to cost, in questions asked back; null for one that is not open.</param>
internal sealed record AskedWhy(
    string Language,
    IReadOnlyList<ExplainedWord> Words,
    IReadOnlyList<AskedFind> Finds,
    IReadOnlyDictionary<string, double> Calibration,
    int Judgements,
    AskedCosts Costs)
{
    /// <summary>The digits of a figure that are shown.</summary>
    private const int Digits = 3;

    /// <summary>The finds that are shown.</summary>
    private const int FindsMax = 5;

    public static AskedWhy Of(Explanation explained, int judgements, ExpectedCosts costs) => new(
        explained.Language.Tag(),
        explained.Words,
        [
            .. explained.Finds.Take(FindsMax).Select(find => new AskedFind(
                find.Article.Value,
                find.Views.ToDictionary(view => CamelCase(view.Key), view => Math.Round(view.Value, Digits)),
                Math.Round(find.Probability, Digits),
                Math.Round(find.Covered, Digits),
                Math.Round(find.Known, Digits),
                Math.Round(find.Chance, Digits),
                find.IsPhrasing,
                Math.Round(find.Confidence, Digits))),
        ],
        explained.Calibration.ToDictionary(sign => CamelCase(sign.Key), sign => Math.Round(sign.Value, Digits)),
        judgements,
        new(Finite(costs.Answering), Finite(costs.Offering), Finite(costs.Asking), Math.Round(costs.HandingOver, Digits)));

    private static double? Finite(double cost) => double.IsFinite(cost) ? Math.Round(cost, Digits) : null;

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <param name="Id">The article.</param>
/// <param name="Views">What each view gave it: its score, 0 to 1, times the view's weight.</param>
/// <param name="Probability">Its probability among the finds.</param>
/// <param name="Covered">The share of the question's matter that it has.</param>
/// <param name="Known">The share of the question's matter that any article has.</param>
/// <param name="Chance">The calibrated chance that it is right.</param>
/// <param name="IsPhrasing">Whether the question is one of its phrasings, word for word.</param>
/// <param name="Confidence">How sure the search is of it in the end.</param>
internal sealed record AskedFind(
    string Id,
    IReadOnlyDictionary<string, double> Views,
    double Probability,
    double Covered,
    double Known,
    double Chance,
    bool IsPhrasing,
    double Confidence);

internal sealed record AskedCosts(double? Answer, double? Clarify, double? AskBack, double Handoff);
