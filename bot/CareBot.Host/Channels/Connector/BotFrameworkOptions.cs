using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary>Section <c>BotFramework</c>: the channels that come in by <c>/api/messages</c>.</summary>
public sealed class BotFrameworkOptions
{
    /// <summary>
    /// Whether calls without a token are taken. Only in Development and from this machine, where it is the default;
    /// the service refuses to start with it anywhere else.
    /// </summary>
    public bool? AllowAnonymous { get; set; }

    /// <summary>
    /// Where replies may be sent to: <c>https</c> addresses, whose first label may be <c>*</c>. Any other <c>serviceUrl</c> is refused.
    /// Empty means Microsoft's own: <c>https://smba.trafficmanager.net/</c> and <c>https://*.botframework.com/</c>.
    /// </summary>
    public IList<string> AllowedServiceUrls { get; } = [];

    /// <summary>The largest activity taken, in bytes of its JSON.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxActivityBytes { get; set; } = 256 * 1024;
}

[OptionsValidator]
internal sealed partial class BotFrameworkOptionsValidator : IValidateOptions<BotFrameworkOptions>;

/// <summary>Says what no attribute can: that the addresses are addresses.</summary>
internal sealed class ServiceUrlsAreSound : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options) =>
        options.AllowedServiceUrls.FirstOrDefault(url => ServiceUrlPattern.Read(url) is null) is { } odd
            ? ValidateOptionsResult.Fail(
                $"BotFramework:AllowedServiceUrls \"{odd}\" is not an address such as \"https://smba.trafficmanager.net/\" or \"https://*.botframework.com/\".")
            : ValidateOptionsResult.Success;
}
