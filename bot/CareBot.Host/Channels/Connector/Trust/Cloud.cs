namespace CareBot.Host.Channels.Connector;

/// <summary>What one of Microsoft's clouds calls its things.</summary>
internal sealed record Cloud
{
    public const string GovernmentService = "https://botframework.azure.us";

    private static readonly Cloud Public = new()
    {
        OpenIdMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration",
        ChannelIssuer = "https://api.botframework.com",
        EmulatorOpenIdMetadata = "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration",
        EmulatorTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"],
        LoginHost = "https://login.microsoftonline.com",
        SharedTenant = "botframework.com",
        OAuthScope = "https://api.botframework.com/.default",
        ServiceUrls = ["https://smba.trafficmanager.net/", "https://*.botframework.com/"],
    };

    private static readonly Cloud Government = new()
    {
        OpenIdMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        ChannelIssuer = "https://api.botframework.us",
        EmulatorOpenIdMetadata = "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        EmulatorTenants = ["cab8a31a-1906-4287-a0d8-4eef66b95f6e"],
        LoginHost = "https://login.microsoftonline.us",
        SharedTenant = "MicrosoftServices.onmicrosoft.us",
        OAuthScope = "https://api.botframework.us/.default",
        ServiceUrls =
        [
            "https://smba.infra.gcc.teams.microsoft.com/", "https://smba.infra.gov.teams.microsoft.us/",
            "https://smba.infra.dod.teams.microsoft.us/", "https://*.botframework.azure.us/", "https://*.botframework.us/",
        ],
    };

    public required string OpenIdMetadata { get; init; }

    public required string ChannelIssuer { get; init; }

    public required string EmulatorOpenIdMetadata { get; init; }

    /// <summary>The tenants that issue Emulator tokens.</summary>
    public required IReadOnlyList<string> EmulatorTenants { get; init; }

    public required string LoginHost { get; init; }

    /// <summary>The tenant that gives tokens to apps of all tenants.</summary>
    public required string SharedTenant { get; init; }

    public required string OAuthScope { get; init; }

    public required IReadOnlyList<string> ServiceUrls { get; init; }

    /// <returns>Null when there is no such cloud.</returns>
    public static Cloud? Named(string channelService) => channelService.TrimEnd('/') switch
    {
        "" => Public,
        GovernmentService => Government,
        _ => null,
    };

    /// <summary>The cloud with what the settings say otherwise.</summary>
    public static Cloud Of(BotFrameworkOptions options)
    {
        var cloud = Named(options.ChannelService) ?? Public;
        return cloud with
        {
            OpenIdMetadata = Or(options.OpenIdMetadata, cloud.OpenIdMetadata),
            ChannelIssuer = Or(options.ChannelIssuer, cloud.ChannelIssuer),
            EmulatorOpenIdMetadata = Or(options.EmulatorOpenIdMetadata, cloud.EmulatorOpenIdMetadata),
            EmulatorTenants = options.TenantId.Length > 0 ? [.. cloud.EmulatorTenants, options.TenantId] : cloud.EmulatorTenants,
            OAuthScope = Or(options.OAuthScope, cloud.OAuthScope),
            ServiceUrls = options.AllowedServiceUrls is { Count: > 0 } own ? [.. own] : cloud.ServiceUrls,
        };
    }

    /// <summary>Where the app asks for the token of its replies.</summary>
    public string TokenEndpoint(BotFrameworkOptions options) => Or(
        options.TokenEndpoint,
        $"{LoginHost}/{(options.AppType == BotFrameworkOptions.SingleTenant ? options.TenantId : SharedTenant)}/oauth2/v2.0/token");

    /// <summary>Who issues Emulator tokens: every tenant by either version of its endpoint.</summary>
    public IEnumerable<string> EmulatorIssuers => EmulatorTenants.SelectMany(tenant => new[]
    {
        $"https://sts.windows.net/{tenant}/",
        $"{LoginHost}/{tenant}/v2.0",
    });

    private static string Or(string own, string usual) => own.Length > 0 ? own : usual;
}
