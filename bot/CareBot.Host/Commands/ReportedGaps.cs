using System.Diagnostics;
using System.Text.Json;
using CareBot.Host.Metrics;
using CareBot.Knowledge.Gaps;

namespace CareBot.Host.Commands;

/// <summary>What <c>library gaps --json</c> prints.</summary>
internal sealed record ReportedGaps
{
    public required DateTimeOffset From { get; init; }

    /// <summary>Not included.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>All questions of the period, answered ones too.</summary>
    public required int Questions { get; init; }

    /// <summary>How many gaps there are; <see cref="Gaps"/> may show fewer.</summary>
    public required int Groups { get; init; }

    public required IReadOnlyList<ReportedGap> Gaps { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, CommandJson.Readable.ReportedGaps);
}

internal sealed record ReportedGap
{
    public required string Language { get; init; }

    public required int Contacts { get; init; }

    /// <summary>In the period of the same length before.</summary>
    public required int ContactsBefore { get; init; }

    /// <summary>Questions by what became of them: missed, noneOfThese, clarified, didNotHelp, handoff.</summary>
    public required IReadOnlyDictionary<string, int> Outcomes { get; init; }

    public required IReadOnlyList<string> Typical { get; init; }

    /// <summary>Null when no article comes near.</summary>
    public required ReportedNearest? Nearest { get; init; }

    public required ReportedWhy Why { get; init; }

    public static ReportedGap Of(Gap gap) => new()
    {
        Language = gap.Group.Language.Tag(),
        Contacts = gap.Contacts,
        ContactsBefore = gap.ContactsBefore ?? 0,
        Outcomes = new OrderedDictionary<string, int>(gap.Outcomes.Select(pair => KeyValuePair.Create(QuestionDocument.NameOf(pair.Key), pair.Value))),
        Typical = [.. gap.Typical],
        Nearest = gap.Nearest is { } nearest
            ? new(nearest.Article.Value, nearest.Title, Math.Round(nearest.Confidence, ReportedWhy.Decimals))
            : null,
        Why = ReportedWhy.Of(gap.Why),
    };
}

internal sealed record ReportedNearest(string Article, string Title, double Confidence);

/// <summary>Why the nearest article was not the answer.</summary>
/// <param name="Is">nothingNear, belowThreshold, tooClose, didNotHelp, agentsFoundIt or answersNow.</param>
/// <param name="ConfidenceMin">The threshold, for belowThreshold.</param>
/// <param name="Rival">The other article, for tooClose.</param>
/// <param name="RivalConfidence">How sure the search is of it.</param>
/// <param name="Times">How often it did not help, for didNotHelp; how often agents answered with the article, for agentsFoundIt.</param>
/// <param name="Article">The article that agents answered with, for agentsFoundIt; it need not be the nearest.</param>
internal sealed record ReportedWhy(
    string Is, double? ConfidenceMin = null, string? Rival = null, double? RivalConfidence = null, int? Times = null, string? Article = null)
{
    public const int Decimals = 4;

    public static ReportedWhy Of(WhyLost why) => why switch
    {
        WhyLost.NothingNear => new("nothingNear"),
        WhyLost.BelowThreshold below => new("belowThreshold", ConfidenceMin: below.ConfidenceMin),
        WhyLost.TooClose close => new("tooClose", Rival: close.Rival.Value, RivalConfidence: Math.Round(close.Confidence, Decimals)),
        WhyLost.DidNotHelp unhelpful => new("didNotHelp", Times: unhelpful.Times),
        WhyLost.AgentsFoundIt found => new("agentsFoundIt", Times: found.Times, Article: found.Article.Value),
        WhyLost.AnswersNow => new("answersNow"),
        _ => throw new UnreachableException(),
    };
}
