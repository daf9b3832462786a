using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareBot.SystemTests;

/// <summary>The site of a shop: pages on an origin of its own, with a policy as strict as a careful shop's, that load the chat.</summary>
internal sealed class ShopSite : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Uri care;
    private readonly string settings;

    /// <param name="care">Where the chat comes from.</param>
    /// <param name="settings">What the site sets, as JavaScript.</param>
    /// <param name="port">Where the site is.</param>
    public ShopSite(Uri care, string settings, int port)
    {
        this.care = care;
        this.settings = settings;
        // Not the service's name: for browsers the two are different sites, which share no storage.
        Address = new Uri($"http://localhost:{port}");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = AnswerAsync();
    }

    public Uri Address { get; }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public void Dispose() => listener.Close();

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                Answer(await listener.GetContextAsync());
            }
            catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
            {
                // A browser that left in the middle, or the end of the test: the loop knows which.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var origin = care.GetLeftPart(UriPartial.Authority);
        var (type, body) = context.Request.Url!.AbsolutePath switch
        {
            "/settings.js" => ("text/javascript", settings),
            "/favicon.ico" => ("image/x-icon", ""),
            var path => ("text/html", $"""
                <!doctype html><html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Negozio</title>
                <script src="/settings.js"></script><script async src="{origin}/embed.js"></script></head>
                <body><main><h1>Negozio {path}</h1><p><a href="/altra-pagina">Altra pagina</a></p></main></body></html>
                """),
        };
        context.Response.ContentType = $"{type}; charset=utf-8";
        context.Response.Headers["Content-Security-Policy"] = $"default-src 'self'; script-src 'self' {origin}; frame-src {origin}";
        context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: true);
    }
}
