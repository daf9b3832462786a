using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using CareBot.Host.Channels.DirectLine;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Widget;

/// <summary>Gives the page a token without any secret in it: for a new conversation, or for the one that it was in.</summary>
internal sealed class ChatTokens(
    DirectLineTokens tokens, DirectLineConversations conversations, Origins origins, IOptions<ChatOptions> options, TimeProvider clock)
    : IDisposable
{
    /// <summary>How long after its token's end a page may come back to its conversation: a laptop closed overnight.</summary>
    private static readonly TimeSpan ComeBackMax = TimeSpan.FromHours(24);

    private const int BodyBytesMax = 8 * 1024;
    private const int LocaleLengthMax = 35;

    private readonly PartitionedRateLimiter<string> limiter =
        PartitionedRateLimiter.Create<string, string>(from => RateLimitPartition.GetFixedWindowLimiter(
            from, _ => new() { PermitLimit = options.Value.TokensPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public async Task<IResult> GiveAsync(HttpContext http, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!IsOwnPage(http.Request))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Only this service's own page gets a token here");
        }

        using var lease = limiter.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        if (!lease.IsAcquired)
        {
            http.Response.Headers.RetryAfter = "60";
            return TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "Too many conversations at once");
        }

        return await JsonBody.ReadAsync(http.Request, BodyBytesMax, ChatJson.Default.ChatTokenRequest, cancellation)
            is JsonBody<ChatTokenRequest>.Read { Value: var asked } && !(asked.Locale?.Length > LocaleLengthMax)
            ? TypedResults.Json(Reply(await ComeBackAsync(asked.Token) ?? Fresh(asked.Locale)), ChatJson.Default.ChatTokenReply)
            : TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The body is not {\"locale\"?, \"token\"?}");
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>Browsers send Origin with every POST, and older ones at least that; pages can change neither.</summary>
    private bool IsOwnPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
        && origins.IsOwn(request.Headers.Origin.ToString(), request.Host);

    private async Task<Grant?> ComeBackAsync(string? token) => token is null
        ? null
        : await tokens.ReadAsync(token) switch
        {
            TokenReading.Good good => good.Grant,
            TokenReading.Expired expired when clock.GetUtcNow() - expired.At < ComeBackMax => expired.Grant,
            _ => null,
        };

    private static Grant Fresh(string? locale) => new(
        DirectLineConversations.NewId(), new() { User = DirectLineConversations.NewUser(), Locale = locale });

    private ChatTokenReply Reply(Grant grant)
    {
        var started = conversations.Find(grant.Conversation);
        return new(grant.Conversation.Value, tokens.Issue(started ?? grant), started is not null);
    }
}

/// <summary>What the page asks for.</summary>
/// <param name="Locale">The language it is shown in.</param>
/// <param name="Token">The token it had; null when it had none.</param>
internal sealed record ChatTokenRequest(string? Locale, string? Token);

/// <summary>What the page gets.</summary>
/// <param name="ConversationId">The conversation that it had, or a new one.</param>
/// <param name="Token">For this conversation.</param>
/// <param name="Started">Whether there is a history to come back to.</param>
internal sealed record ChatTokenReply(string ConversationId, string Token, bool Started);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChatTokenRequest))]
[JsonSerializable(typeof(ChatTokenReply))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, ChatTexts>))]
internal sealed partial class ChatJson : JsonSerializerContext;
