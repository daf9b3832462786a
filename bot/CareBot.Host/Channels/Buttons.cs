using System.Text.Json;
using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Channels;

/// <summary>Choices as buttons: pressing one says its text.</summary>
internal static class Buttons
{
    /// <returns>Null when there is nothing to choose.</returns>
    public static SuggestedActions? Of(IReadOnlyList<string> choices) => choices is []
        ? null
        : new() { To = [], Actions = [.. choices.Select(Button)] };

    private static CardAction Button(string choice) => new()
    {
        Type = "imBack",
        Title = choice,
        Value = JsonSerializer.SerializeToElement(choice, WireJson.Wire.String),
    };
}
