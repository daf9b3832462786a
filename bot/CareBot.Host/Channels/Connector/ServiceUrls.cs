using System.Net;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary>Where replies may go. The caller names the address, so it is compared with a list before anything is sent there.</summary>
internal sealed class ServiceUrls(IOptions<BotFrameworkOptions> options, AnonymousAccess anonymous)
{
    private static readonly string[] Microsofts = ["https://smba.trafficmanager.net/", "https://*.botframework.com/"];

    private readonly IReadOnlyList<ServiceUrlPattern> allowed =
    [
        .. (options.Value.AllowedServiceUrls is { Count: > 0 } own ? own : Microsofts)
            .Select(ServiceUrlPattern.Read).OfType<ServiceUrlPattern>(),
    ];

    /// <summary>The address with a slash at its end; null when it is none that replies may be sent to.</summary>
    public Uri? Allow(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl?.TrimEnd('/') + "/", UriKind.Absolute, out var url) || url.UserInfo.Length > 0)
        {
            return null;
        }

        // A tool on the developer's own machine, such as an emulator.
        if (url.Scheme == Uri.UriSchemeHttp)
        {
            return url.IsLoopback && anonymous.IsOn ? url : null;
        }

        return !IPAddress.TryParse(url.DnsSafeHost, out _) && allowed.Any(pattern => pattern.Matches(url)) ? url : null;
    }
}

/// <summary>An https address whose first label may stand for any one label or more.</summary>
/// <param name="Host">The host, or what follows the star's dot.</param>
/// <param name="AnySubdomain">Whether it began with a star.</param>
/// <param name="Port">The port.</param>
/// <param name="Path">What the path must begin with; ends with a slash.</param>
internal sealed record ServiceUrlPattern(string Host, bool AnySubdomain, int Port, string Path)
{
    private const string Star = "*.";

    /// <returns>Null when the text is no such address.</returns>
    public static ServiceUrlPattern? Read(string text)
    {
        const string scheme = "https://";
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = text[scheme.Length..];
        var any = rest.StartsWith(Star, StringComparison.Ordinal);
        return Uri.TryCreate(scheme + (any ? rest[Star.Length..] : rest), UriKind.Absolute, out var url) && url.UserInfo.Length == 0
            ? new(url.Host, any, url.Port, url.AbsolutePath.TrimEnd('/') + "/")
            : null;
    }

    public bool Matches(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps
        && url.Port == Port
        && (AnySubdomain
            ? url.Host.EndsWith("." + Host, StringComparison.OrdinalIgnoreCase)
            : url.Host.Equals(Host, StringComparison.OrdinalIgnoreCase))
        && url.AbsolutePath.StartsWith(Path, StringComparison.Ordinal);
}
