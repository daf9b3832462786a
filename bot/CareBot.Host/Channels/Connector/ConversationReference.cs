using System.Text.Json;
using System.Text.Json.Serialization;
using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Channels.Connector;

/// <summary>Where a channel's conversation is to be answered: its address in the conversation store.</summary>
internal sealed record ConversationReference
{
    public required string ChannelId { get; init; }

    public required string ServiceUrl { get; init; }

    /// <summary>As it was received: the official clients want all of it back.</summary>
    public required ConversationAccount Conversation { get; init; }

    public required ChannelAccount User { get; init; }

    public ChannelAccount? Bot { get; init; }

    public static ConversationReference Read(string address) =>
        JsonSerializer.Deserialize(address, ReferenceJson.Default.ConversationReference)
        ?? throw new InvalidDataException("A stored conversation reference is null.");

    public string Write() => JsonSerializer.Serialize(this, ReferenceJson.Default.ConversationReference);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationReference))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
