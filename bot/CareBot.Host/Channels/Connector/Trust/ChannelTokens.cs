using System.Text.Json;
using CareBot.Host.Channels.Protocol;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareBot.Host.Channels.Connector;

/// <summary>Judges the tokens that channels and Emulators send along with activities.</summary>
internal sealed class ChannelTokens(
    KeyRings rings, IOptions<BotFrameworkOptions> options, TimeProvider clock, ILogger<ChannelTokens> logger)
{
    /// <summary>How far the clocks of two machines may be apart.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const string Scheme = "Bearer";

    private readonly JsonWebTokenHandler handler = new();

    /// <summary>Whose token a request carries, once all that can be proved without its body is proved; null when that fails.</summary>
    public async Task<ProvenCaller?> ProveAsync(string? authorization, CancellationToken cancellation)
    {
        if (options.Value.AppId.Length == 0 || Token(authorization) is not { } token)
        {
            return Refuse("there is no token that can be read");
        }

        if (token.Kid is not { Length: > 0 } || rings.Of(token.Issuer) is not { Keys: var ring, Kind: var kind })
        {
            return Refuse("the token names no key, or an issuer that may not issue any");
        }

        if (await ring.FindAsync(token.Kid, cancellation) is not { } key)
        {
            return Refuse("its issuer has no such key");
        }

        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = token.Issuer,
            ValidAudience = options.Value.AppId,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (begins, expires, _, _) => IsCurrent(begins, expires),
        });
        if (!result.IsValid)
        {
            return Refuse(result.Exception?.GetType().Name ?? "it is not valid");
        }

        return kind == TokenKind.Emulator && !IsOwnApp(token)
            ? Refuse("it is another app's")
            : new ProvenCaller(kind, token, Endorsements(key));
    }

    private bool IsCurrent(DateTime? begins, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && end > now - ClockSkew && (begins is not { } start || start <= now + ClockSkew);
    }

    /// <summary>The header holds two words, and the second is a signed token of three parts.</summary>
    private static JsonWebToken? Token(string? authorization)
    {
        if (authorization?.Split(' ') is not [Scheme, { Length: > 0 } text] || text.Count(letter => letter == '.') != 2)
        {
            return null;
        }

        try
        {
            return new(text);
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>An Emulator has a token of the bot's own app: the first version of tokens names it in one claim, the second in another.</summary>
    private bool IsOwnApp(JsonWebToken token)
    {
        var version = Claim(token, "ver");
        return (version is null or "" or "1.0" ? Claim(token, "appid") : version == "2.0" ? Claim(token, "azp") : null) == options.Value.AppId;
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    /// <summary>The channels that a key may speak for: a member of Microsoft's keys that no standard has.</summary>
    private static IReadOnlyList<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var listed) && listed is not null
            ? JsonSerializer.SerializeToElement(listed) is { ValueKind: JsonValueKind.Array } names
                ? [.. names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]
                : []
            : [];

    private ProvenCaller? Refuse(string why)
    {
        Log.CallRefused(logger, why);
        return null;
    }
}

/// <summary>A caller whose token is good, and what it may say.</summary>
/// <param name="Kind">Who it speaks for.</param>
/// <param name="Token">The token.</param>
/// <param name="Endorsements">The channels that its key may speak for.</param>
internal sealed record ProvenCaller(TokenKind Kind, JsonWebToken Token, IReadOnlyList<string> Endorsements)
{
    /// <summary>Whether it may bring this activity: a channel's token names the address to reply to, and its key the channels.</summary>
    public bool MayBring(Activity activity) =>
        Kind == TokenKind.Emulator
        || (Token.TryGetPayloadValue<string>("serviceurl", out var claimed)
            && IsSameAddress(claimed, activity.ServiceUrl)
            && activity.ChannelId is { } channel
            && Endorsements.Contains(channel, StringComparer.Ordinal));

    /// <summary>Letter for letter, except that hosts have no case.</summary>
    private static bool IsSameAddress(string? claimed, string? sent) =>
        claimed is not null && sent is not null
        && (claimed == sent
            || (Uri.TryCreate(claimed, UriKind.Absolute, out var one) && Uri.TryCreate(sent, UriKind.Absolute, out var other)
                && claimed.Equals(sent, StringComparison.OrdinalIgnoreCase)
                && one.PathAndQuery == other.PathAndQuery));
}
