using System.Net;
using CareBot.Host.Settings;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary>Whether <c>/api/messages</c> takes calls without a token: on a machine that serves itself alone, and nothing else.</summary>
internal sealed class AnonymousAccess(
    IOptions<BotFrameworkOptions> options, IHostEnvironment environment, IConfiguration configuration)
{
    /// <summary>Whether it may be taken at all.</summary>
    public bool IsOn { get; } = (options.Value.AllowAnonymous ?? environment.IsDevelopment()) && ListensOnLoopbackOnly(configuration);

    /// <summary>Whether this caller may do without a token.</summary>
    public bool Admits(HttpContext http) =>
        IsOn && http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote);

    /// <exception cref="StartRefusedException">The settings would open the service to anybody.</exception>
    public void Check()
    {
        if (options.Value.AllowAnonymous == true && !IsOn)
        {
            throw new StartRefusedException(
                "BotFramework:AllowAnonymous is for a service that listens on this machine alone: "
                + "take it away, or listen on http://localhost only.");
        }
    }

    private static bool ListensOnLoopbackOnly(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]);
        var urls = configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return string.IsNullOrEmpty(configuration["HTTP_PORTS"])
            && endpoints.Concat(urls).All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);
    }
}
