using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Turns;

namespace CareBot.Host.Channels.Connector;

/// <summary>Sends replies to the connector at the conversation's <c>serviceUrl</c>.</summary>
internal sealed class ConnectorChannel(ConnectorClient connector) : IChannel
{
    public bool Serves(string channel) => channel != DirectLineConversations.Channel;

    public async Task<Delivery> SendAsync(OutgoingReply reply, CancellationToken cancellation)
    {
        if (reply.Address is not { } address)
        {
            return new Delivery.Impossible("The conversation has no address.");
        }

        var reference = ConversationReference.Read(address);
        var message = ConnectorMessage.Of(reply.Reply, reply.ReplyTo, reference);
        var sending = reply.ReplyTo is { } replyTo
            ? await connector.ReplyAsync(reference.ServiceUrl, reference.Conversation.Id!, replyTo, message, cancellation)
            : await connector.SendAsync(reference.ServiceUrl, reference.Conversation.Id!, message, cancellation);
        return sending.Delivery;
    }
}
