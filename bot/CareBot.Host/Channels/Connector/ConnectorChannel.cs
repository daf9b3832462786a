using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Turns;

namespace CareBot.Host.Channels.Connector;

/// <summary>Sends what turns decided to the connector at the conversation's <c>serviceUrl</c>.</summary>
internal sealed class ConnectorChannel(ConnectorClient connector, ConnectorActivities activities) : IChannel
{
    public bool Serves(string channel) => channel != DirectLineConversations.Channel;

    public string? HostOf(string address) => new Uri(ConversationReference.Read(address).ServiceUrl).Authority;

    public async Task<Delivery> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        if (outgoing.Address is not { } address)
        {
            return new Delivery.Impossible("The conversation has no address.");
        }

        var reference = ConversationReference.Read(address);
        if (activities.Of(outgoing.Effect, outgoing.Conversation, outgoing.ReplyTo, reference) is not { } activity)
        {
            // Nothing to say where the channel takes nothing of the kind.
            return new Delivery.Sent();
        }

        var sending = outgoing.ReplyTo is { } replyTo
            ? await connector.ReplyAsync(reference.ServiceUrl, reference.Conversation.Id!, replyTo, activity, cancellation)
            : await connector.SendAsync(reference.ServiceUrl, reference.Conversation.Id!, activity, cancellation);
        return sending.Delivery;
    }
}
