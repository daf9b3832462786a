using System.Text.Json.Serialization;

namespace CareBot.Answers;

/// <summary>The identity of an article: the same in every language.</summary>
public readonly record struct ArticleId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What an authored file is for.</summary>
public enum ArticleKind
{
    /// <summary>An answer for customers.</summary>
    Faq,

    /// <summary>Words and steps for an agent in a call or chat.</summary>
    Script,

    /// <summary>A sentence that an agent sends with one key.</summary>
    Reply,
}

/// <summary>Who may read an article.</summary>
public enum Audience
{
    /// <summary>Customers and agents.</summary>
    Public,

    /// <summary>Agents only.</summary>
    Internal,
}

/// <summary>Where an article is in its life.</summary>
public enum ArticleStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>In use.</summary>
    Published,

    /// <summary>Kept for the record.</summary>
    Archived,
}

/// <summary>Whether an article calls for a person.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Escalate>))]
public enum Escalate
{
    /// <summary>The article answers by itself.</summary>
    [JsonStringEnumMemberName("never")]
    Never,

    /// <summary>After the answer a person is offered.</summary>
    [JsonStringEnumMemberName("offer")]
    Offer,

    /// <summary>After the answer a person takes over.</summary>
    [JsonStringEnumMemberName("always")]
    Always,
}

/// <summary>One authored file in one language, as it was read and found sound.</summary>
public sealed record Article
{
    /// <summary>The same in every language; unique within one.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>The language it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>What it is for.</summary>
    public required ArticleKind Kind { get; init; }

    /// <summary>Its heading, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The text, Markdown without the front matter.</summary>
    public required string Body { get; init; }

    /// <summary>Where it was read: a path relative to the library's folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The ways customers put the question.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Words that matter although the text may lack them.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What colleagues should know of it. It is found by these words too, and no customer ever reads them.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The subject it is filed and counted under; empty when none is given.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Who may read it.</summary>
    public Audience Audience { get; init; } = Audience.Public;

    /// <summary>Where it may be used (<c>web</c>, <c>teams</c>, <c>phone</c>, <c>email</c>); empty means everywhere.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Where it is in its life.</summary>
    public ArticleStatus Status { get; init; } = ArticleStatus.Published;

    /// <summary>Who keeps it; empty when nobody is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The day somebody last vouched for it; null when nobody has.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>How long a review holds, as authored (<c>90d</c>, <c>6m</c>, <c>1y</c>); null when unlimited.</summary>
    public string? ReviewIn { get; init; }

    /// <summary>The first day of validity, included; null when there is no beginning.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day of validity, included; null when there is no end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The articles of law it states.</summary>
    public IReadOnlyList<string> Law { get; init; } = [];

    /// <summary>Articles that a reader may want next.</summary>
    public IReadOnlyList<ArticleId> Related { get; init; } = [];

    /// <summary>The procedure it can start; null when none.</summary>
    public string? Procedure { get; init; }

    /// <summary>Whether it calls for a person.</summary>
    public Escalate Escalate { get; init; } = Escalate.Never;

    /// <summary>Whether a customer on a channel may be shown this article on a day.</summary>
    /// <param name="channel">A name as in <see cref="Channels"/>.</param>
    /// <param name="today">The day in the company's own time zone.</param>
    public bool IsForCustomers(string channel, DateOnly today) =>
        Kind == ArticleKind.Faq
        && Audience == Audience.Public
        && Status == ArticleStatus.Published
        && (ValidFrom is not { } from || today >= from)
        && (ValidTo is not { } to || today <= to)
        && (Channels.Count == 0 || Channels.Contains(channel, StringComparer.OrdinalIgnoreCase));
}
