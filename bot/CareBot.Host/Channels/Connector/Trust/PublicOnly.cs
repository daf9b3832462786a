using System.Net;
using System.Net.Sockets;

namespace CareBot.Host.Channels.Connector;

/// <summary>Connects to public addresses alone: a name on the list could be made to point into the company's own network.</summary>
/// <remarks>The name is resolved here and the connection goes to what was judged, so that a second answer changes nothing.</remarks>
internal static class PublicOnly
{
    /// <param name="loopback">Whether this machine may be reached: for tests and a developer's tools.</param>
    public static SocketsHttpHandler Handler(bool loopback) => new()
    {
        // A redirect would carry token and conversation to where no list was asked.
        AllowAutoRedirect = false,
        ConnectCallback = (context, cancellation) => ConnectAsync(context, loopback, cancellation),
    };

    /// <summary>Whether an address is nobody's in particular: not of this machine, a private network, a link or a group.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !IPAddress.IsLoopback(plain) && !Reserved.Any(network => network.Contains(plain));
    }

    // RFC 6890 and its successors in IANA's registries of special-purpose addresses.
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001:db8::/32", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, bool loopback, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation);

        // The company's own proxy may stand in its own network; it was named by who runs this service, not by a caller.
        var isProxy = !host.Equals(context.InitialRequestMessage.RequestUri?.DnsSafeHost, StringComparison.OrdinalIgnoreCase);
        var judged = addresses.Where(address => isProxy || IsPublic(address) || (loopback && IPAddress.IsLoopback(address))).ToArray();
        if (judged.Length == 0)
        {
            throw new HttpRequestException($"{host} has no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(judged, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
