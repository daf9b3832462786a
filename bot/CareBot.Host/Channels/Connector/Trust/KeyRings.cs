using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace CareBot.Host.Channels.Connector;

/// <summary>Who may issue tokens, each with keys of their own: a key of one never proves a token of another.</summary>
internal sealed class KeyRings : IDisposable
{
    public const string ClientName = "keys";

    private readonly KeyRing channels;
    private readonly KeyRing emulators;
    private readonly string channelIssuer;
    private readonly HashSet<string> emulatorIssuers;

    public KeyRings(IOptions<BotFrameworkOptions> options, IHttpClientFactory clients, TimeProvider clock, ILogger<KeyRings> logger)
    {
        var cloud = Cloud.Of(options.Value);
        channelIssuer = cloud.ChannelIssuer;
        emulatorIssuers = options.Value.AllowEmulatorTokens ? [.. cloud.EmulatorIssuers] : [];
        channels = new(cloud.OpenIdMetadata, Documents(), clock, logger);
        emulators = new(cloud.EmulatorOpenIdMetadata, Documents(), clock, logger);

        HttpDocumentRetriever Documents() =>
            new(clients.CreateClient(ClientName)) { RequireHttps = !options.Value.AllowInsecureLoopback };
    }

    /// <summary>The keys of an issuer and the kind of tokens that it issues; null when it may issue none.</summary>
    public (KeyRing Keys, TokenKind Kind)? Of(string issuer) =>
        issuer == channelIssuer ? (channels, TokenKind.Channel)
        : emulatorIssuers.Contains(issuer) ? (emulators, TokenKind.Emulator)
        : null;

    public void Dispose()
    {
        channels.Dispose();
        emulators.Dispose();
    }
}

/// <summary>Who a token speaks for.</summary>
internal enum TokenKind
{
    /// <summary>A channel of the Bot Framework.</summary>
    Channel,

    /// <summary>A developer's Emulator, by the app's own secret.</summary>
    Emulator,
}
