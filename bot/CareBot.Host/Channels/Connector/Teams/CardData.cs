using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Channels.Connector.Teams;

/// <summary>What the buttons of our cards carry and bring back.</summary>
internal static class CardData
{
    private const string Say = "say";

    /// <summary>Pressing the button says this.</summary>
    public static JsonObject Saying(string words) => new() { [Say] = words };

    /// <summary>What a pressed button says: bare words, or those that a card of ours carries. Null when it is another's.</summary>
    public static string? Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        _ => value.TextOf(Say),
    };
}
