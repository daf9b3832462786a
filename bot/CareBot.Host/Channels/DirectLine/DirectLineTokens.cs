using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Makes and reads tokens, which speak for a client, and tickets, which only open a stream: addresses end up in logs.</summary>
/// <remarks>Tokens are JWTs because official clients read the claim <c>user</c> out of them.</remarks>
internal sealed class DirectLineTokens(TokenKeys keys, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    private const string Issuer = "carebot";
    private const string TokenAudience = "directline";
    private const string TicketAudience = "stream";

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public int LifetimeSeconds => options.Value.TokenLifetimeSeconds;

    public string Issue(Grant grant) => Write(
        TokenAudience,
        TimeSpan.FromSeconds(LifetimeSeconds),
        new()
        {
            ["bot"] = BotAccounts.BotId,
            ["conv"] = grant.Conversation.Value,
            ["user"] = grant.Binding.User,
            ["name"] = grant.Binding.Name,
            ["origins"] = grant.Binding.Origins?.ToArray(),
            ["locale"] = grant.Binding.Locale,
        });

    public string IssueTicket(ConversationId conversation) => Write(
        TicketAudience, TimeSpan.FromSeconds(options.Value.StreamUrlLifetimeSeconds), new() { ["conv"] = conversation.Value });

    public async Task<TokenReading> ReadAsync(string token) => await ReadAsync(token, TokenAudience);

    /// <summary>Whether the ticket opens this conversation's stream now.</summary>
    public async Task<bool> OpensAsync(string ticket, ConversationId conversation) =>
        await ReadAsync(ticket, TicketAudience) is TokenReading.Good good && good.Grant.Conversation == conversation;

    private string Write(string audience, TimeSpan lifetime, Dictionary<string, object?> claims)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            // Expiry is written in whole seconds; rounded up, a token lives no shorter than it was said to.
            Expires = now + lifetime + OneSecond - TimeSpan.FromTicks(1),
            Claims = claims
                .Where(claim => claim.Value is not null)
                .Append(new("jti", Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")))
                .ToDictionary(claim => claim.Key, claim => claim.Value!),
            SigningCredentials = new(keys.Signing, SecurityAlgorithms.HmacSha256),
        });
    }

    private async Task<TokenReading> ReadAsync(string text, string audience)
    {
        var result = await handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            IssuerSigningKeys = keys.All,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            // Compared below: "expired" must be told from "not valid", by this service's own clock and to the second.
            ValidateLifetime = false,
        });

        if (!result.IsValid || result.SecurityToken is not JsonWebToken token || !token.TryGetPayloadValue("conv", out string conversation))
        {
            return new TokenReading.Bad();
        }

        var grant = new Grant(new(conversation), new Binding
        {
            User = Claim<string>(token, "user"),
            Name = Claim<string>(token, "name"),
            Origins = Claim<string[]>(token, "origins"),
            Locale = Claim<string>(token, "locale"),
        });
        var expiry = new DateTimeOffset(token.ValidTo, TimeSpan.Zero);
        return clock.GetUtcNow() < expiry ? new TokenReading.Good(grant) : new TokenReading.Expired(grant, expiry);
    }

    private static T? Claim<T>(JsonWebToken token, string name)
        where T : class => token.TryGetPayloadValue<T>(name, out var value) ? value : null;
}

/// <summary>What a token was found to be.</summary>
internal abstract record TokenReading
{
    private TokenReading()
    {
    }

    public sealed record Good(Grant Grant) : TokenReading;

    /// <summary>Ours, and over since <paramref name="At"/>.</summary>
    public sealed record Expired(Grant Grant, DateTimeOffset At) : TokenReading;

    /// <summary>Not ours, changed, or for another purpose.</summary>
    public sealed record Bad : TokenReading;
}
