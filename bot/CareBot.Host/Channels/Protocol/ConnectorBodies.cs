using System.Text.Json;

namespace CareBot.Host.Channels.Protocol;

/// <summary>What begins a conversation at a connector.</summary>
public sealed record ConversationParameters
{
    public ChannelAccount? Bot { get; init; }

    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    public bool? IsGroup { get; init; }

    public string? TenantId { get; init; }

    public JsonElement? ChannelData { get; init; }

    /// <summary>What is said first.</summary>
    public Activity? Activity { get; init; }
}

/// <summary>What a connector says of what it took: the activity's id, or the conversation's and the id of what was said first in it.</summary>
public sealed record ConnectorReply
{
    public string? Id { get; init; }

    public string? ActivityId { get; init; }

    public string? ServiceUrl { get; init; }
}

/// <summary>The replies to an activity that wanted them in the response.</summary>
public sealed record ExpectedReplies
{
    public required IReadOnlyList<Activity> Activities { get; init; }
}
