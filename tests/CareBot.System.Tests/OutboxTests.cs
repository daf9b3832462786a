using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>Replies that a channel does not take: listed, and sent again while the service runs.</summary>
public class OutboxTests
{
    private static readonly TimeSpan SendMax = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Reply_that_was_given_up_is_listed_with_its_reason_and_sent_again_on_demand()
    {
        using var folder = new TemporaryFolder();
        using var channel = new RefusingChannel();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await SayAsync(carebot.Address, channel.Url, "operatore");
        await UntilAsync(() => channel.Refused >= 2);

        var list = await UntilListedAsync(folder.Path, 2);
        Assert.Contains("403", list.Output, StringComparison.Ordinal);
        Assert.Contains("emulator:c1", list.Output, StringComparison.Ordinal);

        channel.Refuses = false;
        var number = JsonDocument.Parse((await CommandLine.RunAsync("outbox", "list", "--json", "--data", folder.Path)).Output)
            .RootElement.GetProperty("replies")[0].GetProperty("number").GetInt64();
        var one = await CommandLine.RunAsync("outbox", "resend", $"{number}", "--data", folder.Path);
        Assert.Equal((0, 1), (one.ExitCode, (await UntilListedAsync(folder.Path, 1)).ExitCode));

        await CommandLine.RunAsync("outbox", "resend", "--data", folder.Path);
        var none = await UntilListedAsync(folder.Path, 0);

        Assert.Equal(0, none.ExitCode);
        await UntilAsync(() => channel.Taken.Count == 2);
        Assert.Contains("assistente automatico", channel.Taken.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_that_nobody_gave_up_is_said_to_be_none()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);

        var run = await CommandLine.RunAsync("outbox", "resend", "77", "--data", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("0 to be sent again", run.Errors, StringComparison.Ordinal);
    }

    private static async Task SayAsync(Uri service, string serviceUrl, string text)
    {
        using var http = new HttpClient { BaseAddress = service };
        using var response = await http.PostAsJsonAsync("api/messages", new
        {
            type = "message",
            id = "a1",
            channelId = "emulator",
            serviceUrl,
            text,
            locale = "it-IT",
            conversation = new { id = "c1" },
            from = new { id = "29:anna", name = "Anna" },
            recipient = new { id = "28:bot" },
        });
        response.EnsureSuccessStatusCode();
    }

    private static async Task<CommandLine> UntilListedAsync(string data, int count)
    {
        CommandLine? list = null;
        await UntilAsync(async () =>
        {
            list = await CommandLine.RunAsync("outbox", "list", "--data", data);
            return list.Errors.Contains($"{count} undelivered", StringComparison.Ordinal);
        });
        return list!;
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(SendMax);
        while (!await holds())
        {
            await Task.Delay(100, limit.Token);
        }
    }

    /// <summary>A connector that takes nothing until it is told to.</summary>
    private sealed class RefusingChannel : IDisposable
    {
        private readonly HttpListener listener = new();
        private int refused;

        public RefusingChannel()
        {
            Url = $"http://127.0.0.1:{CareBotProcess.FreePort()}/";
            listener.Prefixes.Add(Url);
            listener.Start();
            _ = ListenAsync();
        }

        public string Url { get; }

        public bool Refuses { get; set; } = true;

        public int Refused => refused;

        public ConcurrentQueue<string> Taken { get; } = [];

        public void Dispose() => listener.Close();

        private async Task ListenAsync()
        {
            while (listener.IsListening)
            {
                HttpListenerContext call;
                try
                {
                    call = await listener.GetContextAsync();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                using var reader = new StreamReader(call.Request.InputStream);
                var body = await reader.ReadToEndAsync();
                if (Refuses)
                {
                    Interlocked.Increment(ref refused);
                }
                else
                {
                    Taken.Enqueue(body);
                }

                call.Response.StatusCode = Refuses ? 403 : 200;
                call.Response.Close();
            }
        }
    }
}
