using CareBot.Host.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CareBot.Host.Channels;

/// <summary>The address under which the world reaches this service: setting <c>PublicBaseUrl</c>, else where the server listens.</summary>
/// <remarks>Never the Host header of a request: whoever sends the request writes that.</remarks>
internal sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    private const string Setting = "PublicBaseUrl";

    private static readonly Uri Default = new("http://localhost:3978/");

    /// <summary>Ends with a slash.</summary>
    public Uri Base => field ??= Configured(configuration) ?? Bound() ?? Default;

    /// <summary>Scheme, host and port.</summary>
    public string Origin => Base.GetLeftPart(UriPartial.Authority);

    /// <summary>The same for WebSockets, without a path.</summary>
    public string StreamOrigin => $"{(Base.Scheme == Uri.UriSchemeHttps ? "wss" : "ws")}://{Base.Authority}";

    /// <summary>The setting; null when it is absent.</summary>
    /// <exception cref="StartRefusedException">It is neither an https address nor an http address of this machine.</exception>
    public static Uri? Configured(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return null;
        }

        var safe = Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        return safe
            ? address
            : throw new StartRefusedException(
                $"{Setting} \"{text}\" is not an address such as \"https://chat.example.com\"; http is for this machine only.");
    }

    private Uri? Bound()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            // "http://[::]:80", "http://*:80" and "http://+:80" mean every address of the machine: one of them is localhost.
            var named = address.Replace("//*", "//localhost", StringComparison.Ordinal)
                .Replace("//+", "//localhost", StringComparison.Ordinal)
                .Replace("//[::]", "//localhost", StringComparison.Ordinal)
                .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);
            if (Uri.TryCreate(named.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                return uri;
            }
        }

        return null;
    }
}
