using System.Text.Json;
using CareBot.Host.Channels.Connector.Teams;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Turns;
using CareBot.Turns;

namespace CareBot.Host.Channels.Connector;

/// <summary>An activity that may be believed, as the input of a turn.</summary>
/// <param name="activity">What came.</param>
/// <param name="serviceUrl">Where it may be answered.</param>
internal sealed class ReceivedInput(Activity activity, Uri serviceUrl)
{
    public Activity Activity => activity;

    public ConversationId Conversation { get; } = new($"{activity.ChannelId}:{activity.Conversation!.Id}");

    public ConversationReference Reference { get; } = new()
    {
        ChannelId = activity.ChannelId!,
        ServiceUrl = serviceUrl.ToString(),
        Conversation = activity.Conversation!,
        User = activity.From!,
        Bot = activity.Recipient,
    };

    /// <summary>What an activity means to a conversation; null when it means nothing.</summary>
    public static Input? Of(Activity activity) => activity.Type switch
    {
        "message" when string.IsNullOrEmpty(activity.Text) && FormCard.Read(activity.Value) is { } filled => filled,
        "message" when Words(activity) is { } words => new Input.CustomerSaid(words, Files(activity)),
        "conversationUpdate" when activity.MembersAdded?.Any(member => member.Id != activity.Recipient?.Id) == true =>
            new Input.CustomerJoined(),
        "installationUpdate" when activity.Action is "add" or "add-upgrade" => new Input.CustomerJoined(),
        _ => null,
    };

    public Incoming Incoming(Input input) => new()
    {
        Conversation = Conversation,
        Input = input,
        Arrival = new(activity.ChannelId!, activity.Locale, activity.From!.Name),
        ActivityId = activity.Id,
        Received = new(
            activity.Id is null ? null : $"{activity.ChannelId}|{activity.Conversation!.Id}|{activity.Id}",
            JsonSerializer.Serialize(activity, WireJson.Wire.Activity)),
        Address = Reference.Write(),
    };

    /// <summary>What the customer wrote, or the words behind the button that they pressed; null for a card that is not ours.</summary>
    private static string? Words(Activity activity) =>
        string.IsNullOrEmpty(activity.Text) && activity.Value is { } value ? CardData.Said(value) : Mentions.Remove(activity);

    /// <summary>The files of a message, by name: they stay where the channel keeps them. Teams sends the text once more as HTML; that is none.</summary>
    private static List<SentFile>? Files(Activity activity)
    {
        var files = (activity.Attachments ?? [])
            .Where(attachment => attachment is { ContentType: not (null or "text/html" or Cards.ContentType) })
            .Select(attachment => new SentFile("", attachment.Name ?? attachment.ContentType!, attachment.ContentType!, 0))
            .ToList();
        return files.Count == 0 ? null : files;
    }
}
