using System.Text.Json.Serialization;

namespace CareBot.Host.Commands;

/// <summary>What <c>ask --json</c> prints.</summary>
internal sealed record AskedQuestion
{
    public required string Question { get; init; }

    public required string Lang { get; init; }

    /// <summary>answer, clarify, none or handoff.</summary>
    public required string Decision { get; init; }

    /// <summary>Of the best candidate, 0 to 1; 0 when there is none.</summary>
    public required double Confidence { get; init; }

    /// <summary>Null unless the decision is answer.</summary>
    public required AskedAnswer? Answer { get; init; }

    public required IReadOnlyList<AskedCandidate> Candidates { get; init; }

    /// <summary>How it came to this; null unless that was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AskedWhy? Why { get; init; }

    /// <summary>The search alone, in milliseconds, not the reading of the library.</summary>
    public required double ElapsedMs { get; init; }
}

internal sealed record AskedAnswer(string Id, string Title, string Text);

internal sealed record AskedCandidate(string Id, string Title, double Confidence);
