using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary>The Bot Framework's Connector: it takes what this bot sends into a channel's conversations.</summary>
/// <remarks>It tries once: the outbox tries again.</remarks>
internal sealed class ConnectorClient(
    IHttpClientFactory clients, ServiceUrls serviceUrls, AppTokens tokens, IOptions<BotFrameworkOptions> options, TimeProvider clock)
{
    public const string ClientName = "connector";

    /// <summary>The time a connector may take for one call.</summary>
    public static readonly TimeSpan SendMax = TimeSpan.FromSeconds(15);

    /// <summary>Answers an activity: in Teams, in its thread.</summary>
    public Task<Sending> ReplyAsync(string serviceUrl, string conversation, string replyTo, Activity activity, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, serviceUrl, $"{Activities(conversation)}/{Escape(replyTo)}", activity, cancellation);

    /// <summary>Says something that answers nothing.</summary>
    public Task<Sending> SendAsync(string serviceUrl, string conversation, Activity activity, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, serviceUrl, Activities(conversation), activity, cancellation);

    /// <summary>Puts an activity in the place of one that was sent.</summary>
    public Task<Sending> UpdateAsync(string serviceUrl, string conversation, string id, Activity activity, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Put, serviceUrl, $"{Activities(conversation)}/{Escape(id)}", activity with { Id = id }, cancellation);

    /// <summary>Takes back an activity that was sent.</summary>
    public Task<Sending> DeleteAsync(string serviceUrl, string conversation, string id, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Delete, serviceUrl, $"{Activities(conversation)}/{Escape(id)}", null, cancellation);

    /// <summary>Begins a conversation: with a person, or a thread in a channel.</summary>
    public Task<Sending> CreateAsync(string serviceUrl, ConversationParameters parameters, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Post, serviceUrl, "v3/conversations", parameters, cancellation);

    /// <summary>Who a member of a conversation is.</summary>
    public Task<Sending> MemberAsync(string serviceUrl, string conversation, string member, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Get, serviceUrl, $"v3/conversations/{Escape(conversation)}/members/{Escape(member)}", null, cancellation);

    private async Task<Sending> CallAsync(HttpMethod method, string serviceUrl, string path, object? body, CancellationToken cancellation)
    {
        // Asked again at each call: an address that was taken once may have been taken off the list.
        if (serviceUrls.Allow(serviceUrl) is not { } allowed)
        {
            return new(new Delivery.Impossible($"{serviceUrl} is not among BotFramework:AllowedServiceUrls any more."));
        }

        try
        {
            string? token = null;
            while (true)
            {
                using var request = new HttpRequestMessage(method, new Uri(allowed, path)) { Content = Content(body) };
                var refused = token;
                if (NeedsToken(allowed))
                {
                    token = await tokens.GetAsync(instead: refused, cancellation);
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                }

                using var client = clients.CreateClient(ClientName);
                using var response = await client.SendAsync(request, cancellation);
                if (response.StatusCode == HttpStatusCode.Unauthorized && token is not null && refused is null)
                {
                    // Revoked before its time: another one, once.
                    continue;
                }

                return await JudgeAsync(response, cancellation);
            }
        }
        catch (HttpRequestException failure)
        {
            return new(new Delivery.TryLater(failure.Message));
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(new Delivery.TryLater($"No answer within {SendMax.TotalSeconds} s."));
        }
    }

    private bool NeedsToken(Uri url) => options.Value.AppId.Length > 0 && !serviceUrls.IsAnonymous(url);

    private static ByteArrayContent? Content(object? body)
    {
        if (body is null)
        {
            return null;
        }

        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), WireJson.Wire));
        content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        return content;
    }

    private async Task<Sending> JudgeAsync(HttpResponseMessage response, CancellationToken cancellation) => response.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new(new Delivery.Sent(), await ReplyOf(response, cancellation)),
        HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError => new(new Delivery.TryLater($"{(int)response.StatusCode}", Wait(response.Headers.RetryAfter))),
        var status => new(new Delivery.Impossible($"{(int)status}")),
    };

    /// <summary>What the connector says of what it took. It may say nothing.</summary>
    private static async Task<ConnectorReply?> ReplyOf(HttpResponseMessage response, CancellationToken cancellation)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
        try
        {
            return bytes.Length == 0 ? null : JsonSerializer.Deserialize(bytes, WireJson.Wire.ConnectorReply);
        }
        catch (JsonException)
        {
            // It took the activity all the same; only its id stays unknown.
            return null;
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter) =>
        retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - clock.GetUtcNow() : null);

    private static string Activities(string conversation) => $"v3/conversations/{Escape(conversation)}/activities";

    private static string Escape(string id) => Uri.EscapeDataString(id);
}

/// <summary>What became of a call to the connector.</summary>
/// <param name="Delivery">Whether it worked, may work later or never will.</param>
/// <param name="Reply">What the connector said; null when it said nothing, or it did not work.</param>
internal sealed record Sending(Delivery Delivery, ConnectorReply? Reply = null);
