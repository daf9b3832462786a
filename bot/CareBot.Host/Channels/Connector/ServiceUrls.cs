using System.Net;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary>Where replies may go. The caller names the address, so it is compared with a list before anything is sent there.</summary>
internal sealed class ServiceUrls(IOptions<BotFrameworkOptions> options, AnonymousAccess anonymous)
{
    private readonly IReadOnlyList<ServiceUrlPattern> allowed =
    [
        .. Cloud.Of(options.Value).ServiceUrls
            .Select(url => ServiceUrlPattern.Read(url, options.Value.AllowInsecureLoopback)).OfType<ServiceUrlPattern>(),
    ];

    /// <summary>The address with a slash at its end; null when it is none that replies may be sent to.</summary>
    public Uri? Allow(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl?.TrimEnd('/') + "/", UriKind.Absolute, out var url) || url.UserInfo.Length > 0)
        {
            return null;
        }

        // A tool on the developer's own machine, such as an emulator: it gets no token.
        if (IsAnonymous(url))
        {
            return url;
        }

        return (url.Scheme == Uri.UriSchemeHttp || !IPAddress.TryParse(url.DnsSafeHost, out _)) && allowed.Any(pattern => pattern.Matches(url))
            ? url
            : null;
    }

    /// <summary>Whether replies go there without the app's token.</summary>
    public bool IsAnonymous(Uri url) => anonymous.IsOn && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback;
}

/// <summary>An address whose first label may stand for any one label or more.</summary>
/// <param name="Scheme"><c>https</c>; <c>http</c> for this machine, where that is allowed.</param>
/// <param name="Host">The host, or what follows the star's dot.</param>
/// <param name="AnySubdomain">Whether it began with a star.</param>
/// <param name="Port">The port.</param>
/// <param name="Path">What the path must begin with; ends with a slash.</param>
internal sealed record ServiceUrlPattern(string Scheme, string Host, bool AnySubdomain, int Port, string Path)
{
    private const string Star = "*.";

    /// <returns>Null when the text is no such address.</returns>
    public static ServiceUrlPattern? Read(string text, bool allowInsecureLoopback)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + "://".Length : 0;
        var (scheme, rest) = (text[..end], text[end..]);
        var any = rest.StartsWith(Star, StringComparison.Ordinal);
        return Uri.TryCreate(scheme + (any ? rest[Star.Length..] : rest), UriKind.Absolute, out var url)
            && url.UserInfo.Length == 0
            && (url.Scheme == Uri.UriSchemeHttps || (allowInsecureLoopback && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && !any))
                ? new(url.Scheme, url.Host, any, url.Port, url.AbsolutePath.TrimEnd('/') + "/")
                : null;
    }

    public bool Matches(Uri url) =>
        url.Scheme == Scheme
        && url.Port == Port
        && (AnySubdomain
            ? url.Host.EndsWith("." + Host, StringComparison.OrdinalIgnoreCase)
            : url.Host.Equals(Host, StringComparison.OrdinalIgnoreCase))
        && url.AbsolutePath.StartsWith(Path, StringComparison.Ordinal);
}
