using System.Text.Json;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Storage.Single;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>A conversation's activities as clients see them, in the order of the log, which is the order of their ids.</summary>
internal sealed class Transcript(ActivityLog log)
{
    /// <summary>The activities in one answer or frame; clients ask on until there are no more.</summary>
    private const int PageMax = 64;

    public ActivitySet ReadAfter(ConversationId conversation, long sequence)
    {
        var page = log.ReadAfter(conversation, sequence, PageMax);
        return new()
        {
            Activities = [.. page.Select(logged => Compose(conversation, logged))],
            Watermark = Watermark.Text(page is [.., var last] ? last.Sequence : sequence),
        };
    }

    public long Last(ConversationId conversation) => log.Last(conversation);

    public static string Body(Activity activity) => JsonSerializer.Serialize(activity, WireJson.Wire.Activity);

    private static Activity Compose(ConversationId conversation, LoggedActivity logged)
    {
        var activity = JsonSerializer.Deserialize(logged.Body, WireJson.Wire.Activity)
            ?? throw new InvalidDataException("A logged activity is null.");
        return activity with
        {
            Id = ActivityLog.IdOf(conversation, logged.Sequence),
            Timestamp = WireTime.Of(logged.At),
            ChannelId = DirectLineConversations.Channel,
            Conversation = new() { Id = conversation.Value },
        };
    }
}
