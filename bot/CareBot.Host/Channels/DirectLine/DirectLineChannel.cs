using System.Text.Json;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Settings;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Sends by writing into the conversation's log: streams and polls read from there.</summary>
internal sealed class DirectLineChannel(ActivityLog log, HandoffActivities handoffs, IOptions<CareOptions> care, TimeProvider clock) : IChannel
{
    public bool Serves(string channel) => channel == DirectLineConversations.Channel;

    public string? HostOf(string address) => null;

    public async Task<Delivery> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        // The key makes a repetition after a crash one message.
        await log.AppendAsync(
            outgoing.Conversation.Id, $"out:{outgoing.Id}", Transcript.Body(ActivityOf(outgoing)), clock.GetUtcNow(), cancellation);
        return new Delivery.Sent();
    }

    private Activity ActivityOf(Outgoing outgoing) => outgoing.Effect switch
    {
        Effect.Reply reply => Message(outgoing, reply),
        Effect.Handoff handoff => handoffs.Of(handoff, outgoing.Conversation, user: new()) with
        {
            From = BotAccounts.Bot(outgoing.Conversation.Language, care.Value.Company),
            ReplyToId = outgoing.ReplyTo,
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Activity Message(Outgoing outgoing, Effect.Reply reply) => new()
    {
        Type = "message",
        From = BotAccounts.Of(reply, care.Value.Company),
        ReplyToId = outgoing.ReplyTo,
        Locale = reply.Language.Tag(),
        Text = reply.Text,
        TextFormat = reply.Format == TextFormat.Markdown ? "markdown" : "plain",
        InputHint = reply.Choices is [] ? "acceptingInput" : "expectingInput",
        SuggestedActions = Buttons.Of(reply.Choices),
        Attachments = reply.Form is null ? null : [Cards.Attached(FormCard.Of(reply.Language))],
        ChannelData = JsonSerializer.SerializeToElement(new(MarkOf(outgoing.Conversation, reply)), WireJson.Wire.SpeakerData),
    };

    private static SpeakerData.Mark MarkOf(Conversation conversation, Effect.Reply reply)
    {
        var speaker = reply.Agent is null ? "bot" : "agent";
        return conversation.Status switch
        {
            Status.WithAgent with => new(speaker, "agent", with.Agent.Name),
            Status.Queued => new(speaker, "queue", null),
            _ => new(speaker, "bot", null),
        };
    }
}
