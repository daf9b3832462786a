using System.Text.Json;
using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Channels.Connector.Teams;

/// <summary>Takes the bot's own name out of what was said to it: in a group, nothing reaches it without.</summary>
internal static class Mentions
{
    private const string NoBreakSpace = "&nbsp;";

    /// <summary>The words of a message without the mentions of the bot.</summary>
    public static string Remove(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in OfBot(activity))
        {
            text = text.Replace(mention, " ", StringComparison.Ordinal);
        }

        return text.Replace(NoBreakSpace, " ", StringComparison.Ordinal).Trim();
    }

    private static IEnumerable<string> OfBot(Activity activity) =>
        from entity in activity.Entities ?? []
        where entity.ValueKind == JsonValueKind.Object && Text(entity, "type") == "mention"
        where entity.TryGetProperty("mentioned", out var who) && who.ValueKind == JsonValueKind.Object && Text(who, "id") == activity.Recipient?.Id
        let text = Text(entity, "text")
        where !string.IsNullOrEmpty(text)
        select text;

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
