using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareBot.Host.Channels.Protocol;

/// <summary>The Bot Framework's activity: the fields that are read or written here, and the rest as it was sent.</summary>
public sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Timestamp { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public string? CallerId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Locale { get; init; }

    /// <summary>How replies are wanted: <c>expectReplies</c> means in the response.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>The name of an event or an invoke.</summary>
    public string? Name { get; init; }

    /// <summary>What an installation or a contact update is about.</summary>
    public string? Action { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    /// <summary>What notifications show where a card says the rest.</summary>
    public string? Summary { get; init; }

    public string? InputHint { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>What a card submits.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What only the channel and its clients understand.</summary>
    public JsonElement? ChannelData { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Mentions, places and whatever else the text speaks of.</summary>
    public IReadOnlyList<JsonElement>? Entities { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Attachments, entities, local times and whatever else: it passes through unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>A user or a bot as a channel names it.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary><c>user</c> or <c>bot</c>.</summary>
    public string? Role { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>A conversation as a channel names it.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>Buttons under the last message.</summary>
public sealed record SuggestedActions
{
    public IReadOnlyList<string>? To { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }
}

/// <summary>A button. Pressing one of type <c>imBack</c> says its value.</summary>
public sealed record CardAction
{
    public string? Type { get; init; }

    public string? Title { get; init; }

    public JsonElement? Value { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>A file, a picture or a card that comes with a message.</summary>
public sealed record Attachment
{
    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    /// <summary>What to show in its place; null for what is no picture.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>The card itself, where it is one.</summary>
    public JsonElement? Content { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>A sign that somebody has put under a message: <c>like</c>, <c>heart</c> …</summary>
public sealed record MessageReaction
{
    public string? Type { get; init; }
}
