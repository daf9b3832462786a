using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Turns;
using CareBot.Turns;

namespace CareBot.Host.Channels.Connector;

/// <summary>Sends replies to the connector at the conversation's <c>serviceUrl</c>. It tries once: the outbox tries again.</summary>
internal sealed class ConnectorChannel(IHttpClientFactory clients, ServiceUrls serviceUrls, TimeProvider clock) : IChannel
{
    public const string ClientName = "connector";

    /// <summary>The time a connector may take for one reply.</summary>
    public static readonly TimeSpan SendMax = TimeSpan.FromSeconds(15);

    public bool Serves(string channel) => channel != DirectLineConversations.Channel;

    public async Task<Delivery> SendAsync(OutgoingReply reply, CancellationToken cancellation)
    {
        if (reply.Address is not { } address)
        {
            return new Delivery.Impossible("The conversation has no address.");
        }

        var reference = ConversationReference.Read(address);
        if (serviceUrls.Allow(reference.ServiceUrl) is not { } serviceUrl)
        {
            return new Delivery.Impossible($"{reference.ServiceUrl} is not among BotFramework:AllowedServiceUrls any more.");
        }

        try
        {
            using var body = new StringContent(
                JsonSerializer.Serialize(Message(reply, reference), WireJson.Wire.Activity), Encoding.UTF8, "application/json");
            using var client = clients.CreateClient(ClientName);
            using var response = await client.PostAsync(Route(serviceUrl, reference, reply.ReplyTo), body, cancellation);
            return Judge(response);
        }
        catch (HttpRequestException failure)
        {
            return new Delivery.TryLater(failure.Message);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery.TryLater($"No answer within {SendMax.TotalSeconds} s.");
        }
    }

    private static Uri Route(Uri serviceUrl, ConversationReference reference, string? replyTo)
    {
        var activities = $"v3/conversations/{Uri.EscapeDataString(reference.Conversation.Id!)}/activities";
        return new(serviceUrl, replyTo is null ? activities : $"{activities}/{Uri.EscapeDataString(replyTo)}");
    }

    private static Activity Message(OutgoingReply outgoing, ConversationReference reference)
    {
        var reply = outgoing.Reply;
        return new()
        {
            Type = "message",
            ChannelId = reference.ChannelId,
            ServiceUrl = reference.ServiceUrl,
            From = reply.Agent is { } agent ? (reference.Bot ?? new()) with { Name = agent.Name } : reference.Bot,
            Recipient = reference.User,
            Conversation = reference.Conversation,
            ReplyToId = outgoing.ReplyTo,
            Locale = reply.Language.Tag(),
            Text = reply.Text,
            TextFormat = reply.Format == TextFormat.Markdown ? "markdown" : "plain",
            InputHint = reply.Choices is [] ? "acceptingInput" : "expectingInput",
            SuggestedActions = Buttons.Of(reply.Choices),
        };
    }

    private Delivery Judge(HttpResponseMessage response) => response.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new Delivery.Sent(),
        HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError => new Delivery.TryLater($"{(int)response.StatusCode}", Wait(response.Headers.RetryAfter)),
        var status => new Delivery.Impossible($"{(int)status}"),
    };

    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter) =>
        retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - clock.GetUtcNow() : null);
}
