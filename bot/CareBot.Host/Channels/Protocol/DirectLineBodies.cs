using System.Text.Json.Serialization;

namespace CareBot.Host.Channels.Protocol;

/// <summary>Activities in order and the place in the conversation that they reach; a set of typing signs has no such place.</summary>
public sealed record ActivitySet
{
    public required IReadOnlyList<Activity> Activities { get; init; }

    public string? Watermark { get; init; }
}

/// <summary>What <c>tokens/generate</c> may be given.</summary>
public sealed record TokenParameters
{
    public ChannelAccount? User { get; init; }

    public IReadOnlyList<string>? TrustedOrigins { get; init; }
}

/// <summary>What <c>conversations</c> may be given.</summary>
public sealed record StartParameters
{
    public ChannelAccount? User { get; init; }

    public string? Locale { get; init; }
}

/// <summary>A token and, once the conversation is started, the way to its stream.</summary>
public sealed record TokenReply
{
    public required string ConversationId { get; init; }

    public required string Token { get; init; }

    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    public string? StreamUrl { get; init; }

    public string? ReferenceGrammarId { get; init; }
}

/// <summary>The id that an activity was given.</summary>
public sealed record ResourceReply(string Id);

/// <summary>The id of the client's session.</summary>
public sealed record SessionReply(string SessionId);

/// <summary>The body of every refusal.</summary>
public sealed record ErrorReply(ErrorDetail Error);

/// <summary>Why something was refused: a word for programs and a sentence for people.</summary>
public sealed record ErrorDetail(string Code, string Message);
