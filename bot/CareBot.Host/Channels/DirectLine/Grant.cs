using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>What a token gives: one conversation, and who is bound to it.</summary>
internal sealed record Grant(ConversationId Conversation, Binding Binding);

/// <summary>What a conversation is bound to from its start. It is kept as the conversation's address, so that renewing a token loosens nothing.</summary>
internal sealed record Binding
{
    public static Binding None { get; } = new();

    /// <summary>The only user who speaks here; null when anybody with a token may name themselves.</summary>
    public string? User { get; init; }

    public string? Name { get; init; }

    /// <summary>The origins that may call; null when the configuration says.</summary>
    public IReadOnlyList<string>? Origins { get; init; }

    /// <summary>The language in which the customer is greeted; null when the start says.</summary>
    public string? Locale { get; init; }

    public string ToAddress() => JsonSerializer.Serialize(this, BindingJson.Default.Binding);

    public static Binding FromAddress(string? address) =>
        address is null ? None : JsonSerializer.Deserialize(address, BindingJson.Default.Binding) ?? None;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Binding))]
internal sealed partial class BindingJson : JsonSerializerContext;
