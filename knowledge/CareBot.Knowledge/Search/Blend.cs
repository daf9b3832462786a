namespace CareBot.Knowledge.Search;

/// <summary>Weighs what the views say of an article. What a view is worth depends on how many phrasings there are to compare with.</summary>
internal static class Blend
{
    /// <summary>The phrasings of an article from which more of them no longer change what a view is worth.</summary>
    private const double PhrasingsMany = 20;

    /// <summary>The words of a text from which it is one, and not the title again.</summary>
    private const double WordsMany = 40;

    // Fitted once over public question sets in both languages, with none to many phrasings and short and long texts; a view that
    // came out below nothing counts nothing.
    private static readonly (View View, double Always, double WithPhrasings, double WithTexts)[] Weights =
    [
        (View.Nearest, 0.12, 0.20, -0.33),
        (View.Neighbours, 0.43, 0.32, -0.03),
        (View.Trained, 1.27, 0.46, -0.02),
        (View.TrainedLog, 2.12, 1.00, -0.43),
        (View.Body, 0.84, -0.24, 1.07),
        (View.Whole, 1.67, 0.40, 0.99),
        (View.Letters, 1.33, 0.42, 1.27),
        (View.Pairs, 0.19, 0.07, 1.01),
        (View.Title, 0.78, 0.15, -0.25),
    ];

    /// <summary>The weights of all views for a shelf.</summary>
    /// <param name="phrasings">The phrasings of an article, on the average.</param>
    /// <param name="words">The words of an article's text, on the average.</param>
    public static double[] WeightsFor(double phrasings, double words)
    {
        var withPhrasings = Math.Min(1, Math.Log(1 + phrasings) / Math.Log(1 + PhrasingsMany));
        var withTexts = Math.Min(1, words / WordsMany);
        var weights = new double[Candidate.ViewCount];
        foreach (var (view, always, phrasing, text) in Weights)
        {
            weights[(int)view] = Math.Max(0, always + (withPhrasings * phrasing) + (withTexts * text));
        }

        return weights;
    }

    /// <summary>The probability of each candidate among the candidates.</summary>
    public static double[] Probabilities(IReadOnlyList<Candidate> candidates, double[] weights)
    {
        var scores = candidates.Select(candidate => Score(candidate, weights)).ToArray();
        var best = scores.Length == 0 ? 0 : scores.Max();
        var exponentials = scores.Select(score => Math.Exp(score - best)).ToArray();
        var all = exponentials.Sum();
        return [.. exponentials.Select(each => each / all)];
    }

    private static double Score(Candidate candidate, double[] weights)
    {
        var score = 0d;
        for (var view = 0; view < weights.Length; view++)
        {
            score += weights[view] * candidate.Views[view];
        }

        return score;
    }
}
