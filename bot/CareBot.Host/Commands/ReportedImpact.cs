using System.Text.Json;
using CareBot.Knowledge.Impact;

namespace CareBot.Host.Commands;

/// <summary>What <c>library impact --json</c> prints.</summary>
internal sealed record ReportedImpact
{
    /// <summary>How many were asked again.</summary>
    public required int Questions { get; init; }

    /// <summary>Wordings whose answer is lost.</summary>
    public required int Lost { get; init; }

    public required int Changed { get; init; }

    public required int Gained { get; init; }

    /// <summary>Wordings whose answer is lost or changed although a customer had said that it helped.</summary>
    public required int HurtsHelpful { get; init; }

    public required IReadOnlyList<ReportedChange> Changes { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, CommandJson.Readable.ReportedImpact);

    public static ReportedImpact Of(int questions, IReadOnlyList<AnswerChange> changes) => new()
    {
        Questions = questions,
        Lost = changes.Count(change => change.Kind == AnswerChangeKind.Lost),
        Changed = changes.Count(change => change.Kind == AnswerChangeKind.Changed),
        Gained = changes.Count(change => change.Kind == AnswerChangeKind.Gained),
        HurtsHelpful = changes.Count(change => change.HurtsHelpful),
        Changes =
        [
            .. changes.Select(change => new ReportedChange(
                change.Kind.ToString().ToLowerInvariant(), change.Question, change.Language.Tag(), change.Channel, change.Times,
                change.HurtsHelpful, ReportedFinding.Of(change.Before), ReportedFinding.Of(change.After))),
        ],
    };
}

/// <param name="Kind">lost, changed or gained.</param>
/// <param name="Question">Masked.</param>
/// <param name="Language">it or en.</param>
/// <param name="Channel">web or teams.</param>
/// <param name="Times">How often it was asked.</param>
/// <param name="HurtsHelpful">Whether a customer had said that the answer helped.</param>
/// <param name="Before">What the library as it was finds.</param>
/// <param name="After">What the library as it is finds.</param>
internal sealed record ReportedChange(
    string Kind, string Question, string Language, string Channel, int Times, bool HurtsHelpful, ReportedFinding Before, ReportedFinding After);

/// <param name="Answers">Whether it is given as the answer; where not, the article is the nearest.</param>
/// <param name="Article">Null when nothing is near.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record ReportedFinding(bool Answers, string? Article, double Confidence)
{
    public static ReportedFinding Of(FoundAnswer found) =>
        new(found.IsAnswer, found.Article?.Value, Math.Round(found.Confidence, ReportedWhy.Decimals));
}
