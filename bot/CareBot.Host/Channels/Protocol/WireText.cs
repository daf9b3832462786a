using System.Text.Json;

namespace CareBot.Host.Channels.Protocol;

/// <summary>Reads what a client sent in a shape of its own: cards, channel data, entities.</summary>
internal static class WireText
{
    /// <summary>A text of an object; null where it is no object, has no such property, or that is no text.</summary>
    public static string? TextOf(this JsonElement value, string property) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(property, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
