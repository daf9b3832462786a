using CareBot.Host.Channels.Connector.Teams;
using CareBot.Host.Channels.Protocol;
using CareBot.Turns;

namespace CareBot.Host.Channels.Connector;

/// <summary>A reply as a channel's connector takes it.</summary>
internal static class ConnectorMessage
{
    public const string TeamsChannel = "msteams";

    /// <summary>The channels whose clients show forms; elsewhere words do.</summary>
    private static readonly string[] ShowsCards = [TeamsChannel, "webchat", "emulator"];

    public static Activity Of(Effect.Reply reply, string? replyTo, ConversationReference reference) =>
        reply.Choices is [_, ..] && reference.ChannelId == TeamsChannel
            ? Bare(reply, replyTo, reference) with { Text = "", Summary = reply.Text, Attachments = [Cards.Attached(ReplyCard.Of(reply))] }
            : Bare(reply, replyTo, reference) with
            {
                Text = reply.Text,
                TextFormat = reply.Format == TextFormat.Markdown ? "markdown" : "plain",
                SuggestedActions = Buttons.Of(reply.Choices),
                Attachments = reply.Form is not null && ShowsCards.Contains(reference.ChannelId)
                    ? [Cards.Attached(FormCard.Of(reply.Language))]
                    : null,
            };

    private static Activity Bare(Effect.Reply reply, string? replyTo, ConversationReference reference) => new()
    {
        Type = "message",
        ChannelId = reference.ChannelId,
        ServiceUrl = reference.ServiceUrl,
        From = reply.Agent is { } agent ? (reference.Bot ?? new()) with { Name = agent.Name } : reference.Bot,
        Recipient = reference.User,
        Conversation = reference.Conversation,
        ReplyToId = replyTo,
        Locale = reply.Language.Tag(),
        InputHint = reply.Choices is [] ? "acceptingInput" : "expectingInput",
    };
}
