using System.Text.Json;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Settings;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Sends by writing into the conversation's log: streams and polls read from there.</summary>
internal sealed class DirectLineChannel(ActivityLog log, IOptions<CareOptions> care, TimeProvider clock) : IChannel
{
    public bool Serves(string channel) => channel == DirectLineConversations.Channel;

    public async Task<Delivery> SendAsync(OutgoingReply reply, CancellationToken cancellation)
    {
        // The key makes a repetition after a crash one message.
        await log.AppendAsync(
            reply.Conversation.Id, $"out:{reply.Id}", Transcript.Body(Message(reply)), clock.GetUtcNow(), cancellation);
        return new Delivery.Sent();
    }

    private Activity Message(OutgoingReply outgoing)
    {
        var reply = outgoing.Reply;
        return new()
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
            ChannelData = JsonSerializer.SerializeToElement(new(MarkOf(outgoing)), WireJson.Wire.SpeakerData),
        };
    }

    private static SpeakerData.Mark MarkOf(OutgoingReply outgoing)
    {
        var speaker = outgoing.Reply.Agent is null ? "bot" : "agent";
        return outgoing.Conversation.Status switch
        {
            Status.WithAgent with => new(speaker, "agent", with.Agent.Name),
            Status.Queued => new(speaker, "queue", null),
            _ => new(speaker, "bot", null),
        };
    }
}
