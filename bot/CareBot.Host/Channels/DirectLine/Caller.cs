using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Who calls, once it is proved.</summary>
internal abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>A back end of the company: it reaches every conversation.</summary>
    public sealed record BackEnd : Caller;

    /// <summary>A client: it reaches its own conversation.</summary>
    public sealed record Client(Grant Grant) : Caller;
}

internal static class CallerOfRequest
{
    /// <summary>Who calls. Only behind <see cref="CallerFilter"/>.</summary>
    public static Caller Caller(this HttpContext http) => http.Features.Get<Caller>()
        ?? throw new InvalidOperationException("This endpoint does not stand behind the filter.");
}

/// <summary>Lets in who has a secret or a token, calls from a trusted page, and asks for no conversation but their own.</summary>
internal sealed class CallerFilter(DirectLineTokens tokens, Origins origins, IOptions<DirectLineOptions> options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    private readonly byte[][] secrets = [.. options.Value.Secrets.Select(Hash)];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal) || header.Length == Scheme.Length)
        {
            return WireError.Unauthorized;
        }

        var (caller, refused) = await ProveAsync(header[Scheme.Length..]);
        if (caller is null)
        {
            return refused;
        }

        var grant = (caller as Caller.Client)?.Grant;
        if (!origins.Trust(http.Request, grant?.Binding.Origins))
        {
            CrossOrigin.Withdraw(http.Response);
            return WireError.ForbiddenOrigin;
        }

        // Another's conversation is refused whether it exists or not, so that ids cannot be tried out.
        if (grant is not null && http.GetRouteValue("id") is string id && id != grant.Conversation.Value)
        {
            return WireError.Forbidden;
        }

        CrossOrigin.Grant(http);
        http.Features.Set(caller);
        return await next(context);
    }

    private async Task<(Caller? Caller, WireError? Refused)> ProveAsync(string credential)
    {
        if (IsSecret(credential))
        {
            return (new Caller.BackEnd(), null);
        }

        return await tokens.ReadAsync(credential) switch
        {
            TokenReading.Good good => (new Caller.Client(good.Grant), null),
            TokenReading.Expired => (null, WireError.TokenExpired),
            _ => (null, WireError.Forbidden),
        };
    }

    /// <summary>Compares with every secret in a time that tells nothing about them.</summary>
    private bool IsSecret(string credential)
    {
        var hash = Hash(credential);
        var found = false;
        foreach (var secret in secrets)
        {
            found |= CryptographicOperations.FixedTimeEquals(hash, secret);
        }

        return found;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
