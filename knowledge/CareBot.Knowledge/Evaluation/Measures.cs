namespace CareBot.Knowledge.Evaluation;

/// <summary>How good answers to test questions are. Shares lie between 0 and 1; null where there is nothing to measure.</summary>
public sealed record Measures
{
    /// <summary>The answers below which a precision means nothing.</summary>
    private const int AnswersMin = 20;

    private const int Bins = 10;

    /// <summary>The questions that an article answers.</summary>
    public required int N { get; init; }

    /// <summary>The share of them whose first find answers.</summary>
    public required double? Top1 { get; init; }

    /// <summary>The mean of 1 / place of the first find that answers, 0 where none of five does.</summary>
    public required double? Mrr5 { get; init; }

    /// <summary>The share of them that one of the first three finds answers.</summary>
    public required double? Recall3 { get; init; }

    /// <summary>The largest share of them that can be answered rightly while 95 of 100 answers are right, questions out of scope included.</summary>
    public required double? Resolved95 { get; init; }

    /// <summary>The same at 90 of 100.</summary>
    public required double? Resolved90 { get; init; }

    /// <summary>The same at 80 of 100.</summary>
    public required double? Resolved80 { get; init; }

    /// <summary>The expected calibration error: how far, on the average over ten bins, confidence is from the share that is right.</summary>
    public required double? Ece { get; init; }

    /// <summary>Measures answers to questions in and out of scope.</summary>
    public static Measures Of(IReadOnlyList<Asked> asked)
    {
        var inScope = asked.Where(each => each.Question.InScope).ToList();
        return new()
        {
            N = inScope.Count,
            Top1 = Mean(inScope, each => each.IsRight ? 1 : 0),
            Mrr5 = Mean(inScope, each => each.Rank is <= 5 and { } rank ? 1.0 / rank : 0),
            Recall3 = Mean(inScope, each => each.Rank <= 3 ? 1 : 0),
            Resolved95 = Resolved(asked, inScope.Count, 0.95),
            Resolved90 = Resolved(asked, inScope.Count, 0.90),
            Resolved80 = Resolved(asked, inScope.Count, 0.80),
            Ece = CalibrationError(asked),
        };
    }

    /// <summary>The chance that one of the first is surer than one of the second; null when either is empty.</summary>
    public static double? Auroc(IEnumerable<double> first, IEnumerable<double> second)
    {
        var all = first.Select(value => (value, first: true)).Concat(second.Select(value => (value, first: false))).ToList();
        var firsts = all.Count(each => each.first);
        var seconds = all.Count - firsts;
        if (firsts == 0 || seconds == 0)
        {
            return null;
        }

        // By ranks (Mann and Whitney, 1947); values that are equal share theirs.
        var (ranks, below) = (0d, 0);
        foreach (var tie in all.GroupBy(each => each.value).OrderBy(tie => tie.Key))
        {
            ranks += tie.Count(each => each.first) * (below + ((tie.Count() + 1) / 2.0));
            below += tie.Count();
        }

        return (ranks - (firsts * (firsts + 1.0) / 2)) / ((double)firsts * seconds);
    }

    private static double? Resolved(IReadOnlyList<Asked> asked, int inScope, double precision)
    {
        if (inScope == 0)
        {
            return null;
        }

        var (answered, right, best) = (0, 0, 0);
        foreach (var tie in asked.Where(each => each.Found.Count > 0).GroupBy(each => each.Confidence).OrderByDescending(tie => tie.Key))
        {
            answered += tie.Count();
            right += tie.Count(each => each.IsRight);
            if (answered >= AnswersMin && right >= precision * answered)
            {
                best = right;
            }
        }

        return (double)best / inScope;
    }

    private static double? CalibrationError(IReadOnlyList<Asked> asked) => asked.Count == 0
        ? null
        : asked
            .GroupBy(each => Math.Min(Bins - 1, (int)(each.Confidence * Bins)))
            .Sum(bin => Math.Abs(bin.Average(each => each.Confidence) - bin.Average(each => each.IsRight ? 1 : 0)) * bin.Count()) / asked.Count;

    private static double? Mean(List<Asked> asked, Func<Asked, double> value) => asked.Count == 0 ? null : asked.Average(value);
}
