using CareBot.Host.Channels.Protocol;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CareBot.Host.Channels.DirectLine;

/// <summary><c>tokens/generate</c> for back ends, <c>tokens/refresh</c> and <c>session/getsessionid</c> for clients.</summary>
internal static class TokenEndpoints
{
    /// <summary>A token's user id begins so: it can then be told from one that a client invented.</summary>
    public const string UserPrefix = "dl_";

    private const int BodyBytesMax = 16 * 1024;
    private const int UserLengthMax = 128;
    private const int NameLengthMax = 200;
    private const int OriginsMax = 20;

    public static void MapTokens(this IEndpointRouteBuilder directLine)
    {
        directLine.MapPost("/tokens/generate", GenerateAsync);
        directLine.MapPost("/tokens/refresh", Refresh);
        directLine.MapGet("/session/getsessionid", SessionOf);
    }

    private static async Task<IResult> GenerateAsync(
        HttpContext http, DirectLineTokens tokens, PostLimits limits, CancellationToken cancellation)
    {
        if (http.Caller() is not Caller.BackEnd)
        {
            return WireError.Forbidden;
        }

        if (limits.CountStart(http) is { } wait)
        {
            return wait;
        }

        return await JsonBody.ReadAsync(http.Request, BodyBytesMax, WireJson.Wire.TokenParameters, cancellation) switch
        {
            JsonBody<TokenParameters>.Absent => Reply(http, tokens, new(DirectLineConversations.NewId(), Binding.None)),
            JsonBody<TokenParameters>.Read { Value: var asked } when Refused(asked) is { } error => error,
            JsonBody<TokenParameters>.Read { Value: var asked } =>
                Reply(http, tokens, new(DirectLineConversations.NewId(), Bind(asked))),
            JsonBody<TokenParameters>.TooLarge => WireError.MessageTooBig,
            _ => WireError.BadSyntax,
        };
    }

    private static IResult Refresh(HttpContext http, DirectLineTokens tokens) =>
        http.Caller() is Caller.Client client ? Reply(http, tokens, client.Grant) : WireError.Forbidden;

    /// <summary>Clients ask for it before they show a card to sign in with. A conversation is a session here.</summary>
    private static IResult SessionOf(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return http.Caller() is Caller.Client { Grant.Conversation: var conversation }
            ? TypedResults.Json(new SessionReply(conversation.Value), WireJson.Wire.SessionReply)
            : WireError.Forbidden;
    }

    private static JsonHttpResult<TokenReply> Reply(HttpContext http, DirectLineTokens tokens, Grant grant)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new TokenReply
            {
                ConversationId = grant.Conversation.Value,
                Token = tokens.Issue(grant),
                ExpiresIn = tokens.LifetimeSeconds,
            },
            WireJson.Wire.TokenReply);
    }

    private static Binding Bind(TokenParameters asked) =>
        new() { User = asked.User?.Id, Name = asked.User?.Name, Origins = asked.TrustedOrigins };

    private static WireError? Refused(TokenParameters asked)
    {
        if (asked.User is { Id: { } user } && !user.StartsWith(UserPrefix, StringComparison.Ordinal))
        {
            return WireError.BadArgument($"user.id must begin with \"{UserPrefix}\".");
        }

        if (asked.User is { } who && (who.Id?.Length > UserLengthMax || who.Name?.Length > NameLengthMax))
        {
            return WireError.BadArgument($"user.id holds at most {UserLengthMax} characters and user.name {NameLengthMax}.");
        }

        return asked.TrustedOrigins is { } origins && (origins.Count > OriginsMax || !origins.All(Origins.IsOrigin))
            ? WireError.BadArgument($"trustedOrigins holds at most {OriginsMax} origins such as \"https://www.example.com\".")
            : null;
    }
}
