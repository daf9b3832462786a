using System.Text.Json.Serialization;
using CareBot.Knowledge.Evaluation;
using CareBot.Metrics;

namespace CareBot.Host.Commands;

/// <summary>What <c>library eval --json</c> prints; shares lie between 0 and 1.</summary>
internal sealed record EvaluatedLibrary(
    EvaluatedLibrary.Size Library,
    IReadOnlyDictionary<string, Measures> ByVariant,
    EvaluatedLibrary.Strangers OutOfScope,
    double? AurocCorrect,
    EvaluatedLibrary.Latency LatencyMs,
    double BuildSeconds,
    [property: JsonPropertyName("memoryMB")] double MemoryMB,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<EvaluatedQuestion>? Questions = null)
{
    public static EvaluatedLibrary Of(Knowledge.Reading.Library library, IReadOnlyList<Asked> asked, TimeSpan built)
    {
        var outOfScope = asked.Where(each => !each.Question.InScope).ToList();
        var times = asked.Select(each => each.Took.Ticks).Order().ToList();
        return new(
            new(library.Articles.Count, library.Articles.Sum(article => article.Questions.Count)),
            asked.GroupBy(each => each.Question.Variant).ToDictionary(variant => variant.Key, variant => Measures.Of([.. variant])),
            new(outOfScope.Count, Measures.Auroc(
                asked.Where(each => each.Question.InScope).Select(each => each.Confidence),
                outOfScope.Select(each => each.Confidence))),
            Measures.Auroc(
                asked.Where(each => each.IsRight).Select(each => each.Confidence),
                asked.Where(each => !each.IsRight).Select(each => each.Confidence)),
            new(Percentile(times, 0.5), Percentile(times, 0.99)),
            Math.Round(built.TotalSeconds, 2),
            Math.Round(GC.GetTotalMemory(forceFullCollection: true) / 1e6, 1));
    }

    private static double Percentile(List<long> ticks, double share) =>
        ticks.Count == 0 ? 0 : Math.Round(Spread.Percentile(ticks, share) / TimeSpan.TicksPerMillisecond, 3);

    internal sealed record Size(int Articles, int Phrasings);

    internal sealed record Strangers(int N, double? Auroc);

    internal sealed record Latency(double P50, double P99);
}

/// <summary>What became of one question.</summary>
internal sealed record EvaluatedQuestion(
    string Id, string Variant, string Text, IReadOnlyList<string> Expected, IReadOnlyList<AskedCandidate> Found, bool Right)
{
    public static EvaluatedQuestion Of(Asked asked) => new(
        asked.Question.Id,
        asked.Question.Variant,
        asked.Question.Text,
        [.. asked.Question.Expected.Select(article => article.Value)],
        [.. asked.Found.Select(passage => new AskedCandidate(passage.Article.Value, passage.Title, Math.Round(passage.Confidence, 4)))],
        asked.IsRight);
}
