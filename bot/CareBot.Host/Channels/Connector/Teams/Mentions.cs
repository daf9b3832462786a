using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Channels.Connector.Teams;

/// <summary>Takes the bot's own name out of what was said to it: in a group, nothing reaches it without.</summary>
internal static class Mentions
{
    private const string NoBreakSpace = "&nbsp;";

    /// <summary>Whether a message names the bot: where many write, that is who it is meant for.</summary>
    public static bool NameBot(Activity activity) => OfBot(activity).Any();

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
        where entity.TextOf("type") == "mention"
        where entity.TryGetProperty("mentioned", out var who) && who.TextOf("id") == activity.Recipient?.Id
        let text = entity.TextOf("text")
        where !string.IsNullOrEmpty(text)
        select text;
}
