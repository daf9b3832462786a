using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace CareBot.Benchmarks;

/// <summary>One customer with a socket: asks, and notes when the question was acknowledged and when the answer came.</summary>
internal sealed class LoadCustomer : IAsyncDisposable
{
    private static readonly string[] Questions =
    [
        "quanto costa la spedizione", "quando arriva il mio ordine", "come restituisco un articolo", "quando arriva il rimborso",
        "ho dimenticato la password", "posso pagare in contanti alla consegna", "la lampada è arrivata rotta", "dove siete a Padova",
    ];

    private readonly HttpClient http;
    private readonly string conversation;
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, (long Started, TaskCompletionSource Done)> open = [];
    private readonly ConcurrentDictionary<string, bool> early = [];
    private Task reading = Task.CompletedTask;
    private int asked;

    private LoadCustomer(HttpClient http, string conversation)
    {
        this.http = http;
        this.conversation = conversation;
    }

    /// <summary>Milliseconds from sending a question to its acknowledgement.</summary>
    public ConcurrentBag<double> Acknowledged { get; } = [];

    /// <summary>Milliseconds from sending a question to the answer's arrival on the socket.</summary>
    public ConcurrentBag<double> Answered { get; } = [];

    public static async Task<LoadCustomer> ArriveAsync(Uri address, string secret, CancellationToken cancellation)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var started = await StartAsync(http, cancellation);
        started.EnsureSuccessStatusCode();
        var body = await started.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("token").GetString());

        var customer = new LoadCustomer(http, body.GetProperty("conversationId").GetString()!);
        await customer.socket.ConnectAsync(new Uri(body.GetProperty("streamUrl").GetString()!), cancellation);
        customer.reading = customer.ReadAsync();
        return customer;
    }

    /// <summary>A secret may start so many conversations in a minute: who brings more customers waits as long as it is told.</summary>
    private static async Task<HttpResponseMessage> StartAsync(HttpClient http, CancellationToken cancellation)
    {
        while (true)
        {
            var started = await http.PostAsJsonAsync(
                "v3/directline/conversations", new { user = new { id = $"dl_{Guid.CreateVersion7()}" } }, cancellation);
            if (started.Headers.RetryAfter?.Delta is not { } wait)
            {
                return started;
            }

            started.Dispose();
            await Task.Delay(wait, cancellation);
        }
    }

    public async Task AskAsync(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var posted = await http.PostAsJsonAsync(
            $"v3/directline/conversations/{conversation}/activities",
            new { type = "message", text = Questions[Interlocked.Increment(ref asked) % Questions.Length], from = new { id = "x" } },
            cancellation);
        posted.EnsureSuccessStatusCode();
        var id = (await posted.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("id").GetString()!;
        Acknowledged.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);

        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open[id] = (started, done);
        if (early.ContainsKey(id))
        {
            // The answer overtook the acknowledgement.
            Finish(id);
        }

        await done.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        socket.Dispose();
        http.Dispose();
        stop.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var length = 0;
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await socket.ReceiveAsync(buffer.AsMemory(length), stop.Token);
                    length += received.Count;
                }
                while (!received.EndOfMessage);

                if (length > 0)
                {
                    Note(JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The customer has left.
        }
    }

    private void Note(JsonElement set)
    {
        foreach (var activity in set.GetProperty("activities").EnumerateArray())
        {
            if (activity.TryGetProperty("replyToId", out var answers) && answers.GetString() is { } id)
            {
                early[id] = true;
                Finish(id);
            }
        }
    }

    private void Finish(string id)
    {
        if (open.TryRemove(id, out var question))
        {
            Answered.Add(Stopwatch.GetElapsedTime(question.Started).TotalMilliseconds);
            question.Done.TrySetResult();
        }
    }
}
