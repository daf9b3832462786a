using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary>The token that this bot's replies carry: asked for with the app's secret, and kept until shortly before it expires.</summary>
internal sealed class AppTokens(IHttpClientFactory clients, IOptions<BotFrameworkOptions> options, TimeProvider clock) : IDisposable
{
    public const string ClientName = "app-token";

    /// <summary>A token is renewed so long before it expires.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1, 1);
    private Kept? kept;

    /// <summary>A token that is good now.</summary>
    /// <param name="instead">One that was refused: another is wanted in its place. Null takes the one that is kept.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HttpRequestException">The endpoint could not be reached, or gave none.</exception>
    public async Task<string> GetAsync(string? instead, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (kept is not { } current || current.Text == instead || clock.GetUtcNow() >= current.RenewAt)
            {
                kept = await AskAsync(cancellation);
            }

            return kept.Text;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<Kept> AskAsync(CancellationToken cancellation)
    {
        var (settings, cloud) = (options.Value, Cloud.Of(options.Value));
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", settings.AppId),
            new("client_secret", settings.AppPassword),
            new("scope", cloud.OAuthScope),
        ]);
        using var client = clients.CreateClient(ClientName);
        using var response = await client.PostAsync(new Uri(cloud.TokenEndpoint(settings)), form, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            // What the endpoint says may quote the request, and that holds the secret.
            throw new HttpRequestException(
                $"The token endpoint answered {(int)response.StatusCode}: check BotFramework:AppId, AppPassword and TenantId.");
        }

        var reply = await response.Content.ReadFromJsonAsync(AppTokenJson.Default.AppTokenReply, cancellation);
        return reply is { AccessToken: { Length: > 0 } token, ExpiresIn: > 0 and var seconds }
            ? new(token, clock.GetUtcNow() + TimeSpan.FromSeconds(seconds) - RenewBefore)
            : throw new HttpRequestException("The token endpoint gave no token.");
    }

    private sealed record Kept(string Text, DateTimeOffset RenewAt);
}

/// <summary>What a token endpoint answers.</summary>
internal sealed record AppTokenReply
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>In seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }
}

[JsonSerializable(typeof(AppTokenReply))]
internal sealed partial class AppTokenJson : JsonSerializerContext;
