using CareBot.Host.Channels.Protocol;
using CareBot.Turns;

namespace CareBot.Host.Channels.Connector;

/// <summary>What a turn decided as activities that a channel's connector takes.</summary>
internal sealed class ConnectorActivities(HandoffActivities handoffs)
{
    /// <returns>Null where the channel takes nothing of the kind.</returns>
    public Activity? Of(Effect effect, Conversation conversation, string? replyTo, ConversationReference reference) => effect switch
    {
        Effect.Reply reply => ConnectorMessage.Of(reply, replyTo, reference),

        // Teams refuses events.
        Effect.Handoff when reference.ChannelId == ConnectorMessage.TeamsChannel => null,
        Effect.Handoff handoff => handoffs.Of(handoff, conversation, reference.User) with
        {
            ChannelId = reference.ChannelId,
            ServiceUrl = reference.ServiceUrl,
            From = reference.Bot,
            Recipient = reference.User,
            Conversation = reference.Conversation,
            ReplyToId = replyTo,
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
