using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary>Section <c>BotFramework</c>: the channels that come in by <c>/api/messages</c>, Teams among them.</summary>
public sealed class BotFrameworkOptions
{
    internal const string SingleTenant = "SingleTenant";
    internal const string MultiTenant = "MultiTenant";

    /// <summary>The bot's app id at Microsoft; empty means that no channel is registered.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The app's client secret. It belongs into an environment variable or a secret store.</summary>
    public string AppPassword { get; set; } = "";

    /// <summary>Whose app it is: one tenant's (<c>SingleTenant</c>), as every app since August 2025, or an older one of all tenants
    /// (<c>MultiTenant</c>).</summary>
    [AllowedValues(SingleTenant, MultiTenant)]
    public string AppType { get; set; } = SingleTenant;

    /// <summary>The tenant that the app belongs to; needed for one of a single tenant.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>
    /// The tenants whose people are answered in Teams. Empty means the app's own where it belongs to a single tenant, else all.
    /// </summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>
    /// Where replies may be sent to: <c>https</c> addresses, whose first label may be <c>*</c>. Any other <c>serviceUrl</c> is refused.
    /// Empty means Microsoft's own.
    /// </summary>
    public IList<string> AllowedServiceUrls { get; } = [];

    /// <summary>Microsoft's cloud: empty for the public one, <c>https://botframework.azure.us</c> for the US Government's.</summary>
    public string ChannelService { get; set; } = "";

    /// <summary>Where the channels' keys are described; empty means where the cloud has them.</summary>
    public string OpenIdMetadata { get; set; } = "";

    /// <summary>Who issues the channels' tokens; empty means the cloud's own.</summary>
    public string ChannelIssuer { get; set; } = "";

    /// <summary>Where the keys of Emulator tokens are described; empty means where the cloud has them.</summary>
    public string EmulatorOpenIdMetadata { get; set; } = "";

    /// <summary>Whether tokens are taken that the Bot Framework Emulator gets with the app's own secret.</summary>
    public bool AllowEmulatorTokens { get; set; }

    /// <summary>Where the token for replies is asked for; empty means where the cloud has it for this app.</summary>
    public string TokenEndpoint { get; set; } = "";

    /// <summary>What that token is for; empty means the cloud's own.</summary>
    public string OAuthScope { get; set; } = "";

    /// <summary>
    /// Whether calls without a token are taken: from this machine alone, and only while the service listens on it alone. That is the
    /// default (null) in Development; the service refuses to start with <c>true</c> where others could reach it.
    /// </summary>
    public bool? AllowAnonymous { get; set; }

    /// <summary>Whether <c>http</c> addresses of this machine may stand where <c>https</c> is asked for: for tests.</summary>
    public bool AllowInsecureLoopback { get; set; }

    /// <summary>The largest activity taken, in bytes of its JSON.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxActivityBytes { get; set; } = 256 * 1024;
}

[OptionsValidator]
internal sealed partial class BotFrameworkOptionsValidator : IValidateOptions<BotFrameworkOptions>;

/// <summary>Says what no attribute can: that the addresses are addresses, and that what is needed together is there together.</summary>
internal sealed class ChannelsAreSound : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options) =>
        Wrong(options) is { } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;

    private static string? Wrong(BotFrameworkOptions options)
    {
        if (options.AllowedServiceUrls.FirstOrDefault(url => ServiceUrlPattern.Read(url, options.AllowInsecureLoopback) is null) is { } odd)
        {
            return $"BotFramework:AllowedServiceUrls \"{odd}\" is not an address such as \"https://smba.trafficmanager.net/\" or \"https://*.botframework.com/\".";
        }

        if (Cloud.Named(options.ChannelService) is null)
        {
            return $"BotFramework:ChannelService \"{options.ChannelService}\" is not a cloud that is known: "
                + $"leave it empty for the public one, or write \"{Cloud.GovernmentService}\".";
        }

        if (options.AppId.Length > 0 && options.AppPassword.Length == 0)
        {
            return "BotFramework:AppId is set and BotFramework:AppPassword is not: without the app's secret nobody could be answered.";
        }

        if (options is { AppId.Length: > 0, AppType: BotFrameworkOptions.SingleTenant, TenantId: "", TokenEndpoint: "" })
        {
            return "BotFramework:TenantId is missing: an app of a single tenant gets its token there. "
                + "For an app of all tenants set BotFramework:AppType to MultiTenant.";
        }

        return Addresses(options).FirstOrDefault(address => !IsSafe(address.Value, options.AllowInsecureLoopback)) is { Key: { } key } unsafeOne
            ? $"BotFramework:{key} \"{unsafeOne.Value}\" is not an https address."
            : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Addresses(BotFrameworkOptions options) =>
    [
        new(nameof(options.OpenIdMetadata), options.OpenIdMetadata),
        new(nameof(options.EmulatorOpenIdMetadata), options.EmulatorOpenIdMetadata),
        new(nameof(options.TokenEndpoint), options.TokenEndpoint),
    ];

    private static bool IsSafe(string address, bool allowInsecureLoopback) =>
        address.Length == 0
        || (Uri.TryCreate(address, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (allowInsecureLoopback && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)));
}
