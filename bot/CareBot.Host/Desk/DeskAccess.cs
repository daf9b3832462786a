using System.Net;

namespace CareBot.Host.Desk;

/// <summary>Who may reach the desk: whoever sits at the machine it is being developed on, until people can sign in.</summary>
internal sealed class DeskAccess(IHostEnvironment environment)
{
    /// <summary>Whether a request comes from this very machine to this very machine, in development.</summary>
    /// <remarks>
    /// A tunnel or proxy on this machine makes the whole world look like it: its headers, or the name that the world
    /// calls it by, give it away. An unknown sender is not this machine.
    /// </remarks>
    public bool Allows(HttpContext context) =>
        environment.IsDevelopment()
        && context.Connection.RemoteIpAddress is { } sender
        && IPAddress.IsLoopback(sender)
        && IsLoopback(context.Request.Host.Host)
        && !context.Request.Headers.ContainsKey("Forwarded")
        && !context.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
