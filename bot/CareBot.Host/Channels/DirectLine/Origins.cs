using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Whose pages may call.</summary>
internal sealed class Origins(IOptions<DirectLineOptions> options, PublicAddress address)
{
    /// <summary>Whether the text is scheme, host and port and nothing more.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the request comes from a page of this service, from a trusted one, or from no page at all.</summary>
    /// <param name="request">The request.</param>
    /// <param name="named">The list that the caller's token names; null when it names none.</param>
    public bool Trust(HttpRequest request, IReadOnlyList<string>? named)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (named ?? [.. options.Value.TrustedOrigins]).Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (named is null && IsOwn(origin, request.Host));
    }

    /// <summary>Whether a site may show the chat page in a frame of its own.</summary>
    public bool MayEmbed(string? origin, HostString host) =>
        origin is not null
        && (options.Value.TrustedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase) || (IsOrigin(origin) && IsOwn(origin, host)));

    /// <summary>Whether the origin is this service itself, by its public address or by the name that the page was opened under.</summary>
    /// <remarks>A script cannot write either header; a program that can needs no page to call from.</remarks>
    public bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase)
            || uri.GetLeftPart(UriPartial.Authority) == address.Base.GetLeftPart(UriPartial.Authority)
            || (uri.IsLoopback && address.Base.IsLoopback && uri.Port == address.Base.Port));
}
