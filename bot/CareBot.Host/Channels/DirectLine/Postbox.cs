using System.Text.Json;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Takes in what a client posts: a message is a turn, anything else is logged, a typing sign only passes through.</summary>
internal sealed class Postbox(TurnRunner runner, ActivityLog log, Streams streams, TimeProvider clock)
{
    /// <returns>Once it is on disk.</returns>
    public async Task<Posted> TakeAsync(
        ConversationId conversation, PostedActivity.Accepted posted, CancellationToken cancellation)
    {
        if (posted.Activity.Type == "typing")
        {
            return new(Show(conversation, posted.Activity), IsNew: true);
        }

        var body = Transcript.Body(posted.Activity);
        var (sequence, isNew) = posted.Activity.Type == "message"
            ? await SayAsync(conversation, posted, body, cancellation)
            : (await log.AppendAsync(conversation, posted.Key, body, clock.GetUtcNow(), cancellation), true);
        return new(ActivityLog.IdOf(conversation, sequence), isNew);
    }

    private async Task<(long Sequence, bool IsNew)> SayAsync(
        ConversationId conversation, PostedActivity.Accepted posted, string body, CancellationToken cancellation)
    {
        var outcome = await runner.TakeAsync(
            new Incoming
            {
                Conversation = conversation,
                Input = posted.Said,
                Received = new(posted.Key, body),
            },
            cancellation);

        return outcome switch
        {
            TurnOutcome.Taken { Sequence: { } sequence } => (sequence, true),
            TurnOutcome.Duplicate duplicate => (duplicate.Sequence, false),
            _ => throw new InvalidOperationException($"Conversation {conversation} went away while it was posted to."),
        };
    }

    /// <summary>Shows a typing sign on the open streams. Its id is nobody else's: clients show one of two activities that share one.</summary>
    private string Show(ConversationId conversation, Activity typing)
    {
        var now = clock.GetUtcNow();
        var id = $"{ActivityLog.IdOf(conversation, log.Last(conversation))}.{Guid.CreateVersion7(now):N}";
        var shown = typing with
        {
            Id = id,
            Timestamp = WireTime.Of(now),
            ChannelId = DirectLineConversations.Channel,
            Conversation = new() { Id = conversation.Value },
        };
        streams.Show(conversation, JsonSerializer.SerializeToUtf8Bytes(new() { Activities = [shown] }, WireJson.Wire.ActivitySet));
        return id;
    }
}

/// <summary>What became of an activity.</summary>
/// <param name="Id">Its id; the first one's when it had come before.</param>
/// <param name="IsNew">Whether a message had not come before.</param>
internal readonly record struct Posted(string Id, bool IsNew);
