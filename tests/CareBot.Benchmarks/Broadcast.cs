using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CareBot.Benchmarks;

/// <summary>Many streams of one conversation: how long until the last of them has what was said.</summary>
internal sealed class Broadcast : IAsyncDisposable
{
    private const int FrameMax = 16 * 1024;

    private readonly HttpClient http;
    private readonly string conversation;
    private readonly List<ClientWebSocket> sockets = [];

    private Broadcast(HttpClient http, string conversation)
    {
        this.http = http;
        this.conversation = conversation;
    }

    public static async Task<Broadcast> OpenAsync(Uri address, string secret, int streams, CancellationToken cancellation)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var started = await http.PostAsJsonAsync("v3/directline/conversations", new { }, cancellation);
        started.EnsureSuccessStatusCode();
        var body = await started.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var broadcast = new Broadcast(http, body.GetProperty("conversationId").GetString()!);
        for (var i = 0; i < streams; i++)
        {
            var again = await http.GetFromJsonAsync<JsonElement>($"v3/directline/conversations/{broadcast.conversation}", cancellation);
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri(again.GetProperty("streamUrl").GetString()!), cancellation);
            broadcast.sockets.Add(socket);
        }

        return broadcast;
    }

    /// <summary>Says something once and returns the milliseconds after which each stream had it, shortest first.</summary>
    public async Task<List<double>> SayAsync(string text, CancellationToken cancellation)
    {
        var heard = sockets.Select(socket => HearAsync(socket, text, cancellation)).ToList();
        var started = Stopwatch.GetTimestamp();
        using var posted = await http.PostAsJsonAsync(
            $"v3/directline/conversations/{conversation}/activities", new { type = "event", name = text, from = new { id = "x" } }, cancellation);
        posted.EnsureSuccessStatusCode();
        return [.. (await Task.WhenAll(heard)).Select(at => Stopwatch.GetElapsedTime(started, at).TotalMilliseconds).Order()];
    }

    public ValueTask DisposeAsync()
    {
        sockets.ForEach(socket => socket.Dispose());
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <returns>The instant at which it came.</returns>
    private static async Task<long> HearAsync(ClientWebSocket socket, string text, CancellationToken cancellation)
    {
        var sought = Encoding.UTF8.GetBytes(text);
        var buffer = new byte[FrameMax];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            if (buffer.AsSpan(0, received.Count).IndexOf(sought) >= 0)
            {
                return Stopwatch.GetTimestamp();
            }
        }
    }
}
