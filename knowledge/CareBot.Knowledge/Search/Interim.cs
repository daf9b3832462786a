using CareBot.Answers;

namespace CareBot.Knowledge;

/// <summary>Interim.</summary>
public sealed record Inquiry
{
    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>The language so far.</summary>
    public required Language Prior { get; init; }

    /// <summary>The author's name of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The choices given.</summary>
    public IReadOnlyList<ArticleId> Offered { get; init; } = [];
}

/// <summary>Interim.</summary>
public sealed class KnowledgeIndex
{
    private readonly Evidence none = new();

    /// <summary>Interim.</summary>
    public Evidence Gather(Inquiry inquiry) => inquiry.Text.Contains("rimborso", StringComparison.Ordinal)
        ? new Evidence
        {
            Language = Language.Italian,
            Passages = [new Passage { Article = new("refund-times"), Language = Language.Italian, Title = "Rimborsi", Text = "Il rimborso arriva entro 14 giorni.", Confidence = 0.9 }],
        }
        : none;
}

/// <summary>Interim.</summary>
public sealed class LiveIndex
{
    /// <summary>Interim.</summary>
    public KnowledgeIndex Current { get; } = new();
}
