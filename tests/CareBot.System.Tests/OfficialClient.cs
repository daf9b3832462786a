using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>A customer whose page uses Microsoft's Direct Line client, in Node.</summary>
internal sealed class OfficialClient : IAsyncDisposable
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(60);

    private static readonly string Script = typeof(OfficialClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "OfficialClient").Value!;

    private readonly Process node;
    private readonly List<JsonElement> received = [];

    public OfficialClient(Uri service, string token)
    {
        node = Process.Start(new ProcessStartInfo("node", [Script, $"{service}v3/directline", token])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>The messages that came, in the order in which they came.</summary>
    public IReadOnlyList<JsonElement> Messages => [.. received.Where(said => Visitor.Text(said, "type") == "message")];

    /// <summary>Says something and waits until it has been taken, has come back, and has been answered.</summary>
    public async Task<string> SayAsync(string text)
    {
        await node.StandardInput.WriteLineAsync(text);
        await node.StandardInput.FlushAsync();
        var said = "";
        while (said == "" || !Has("id", said) || !Has("replyToId", said))
        {
            var next = await NextAsync();
            said = next.TryGetProperty("said", out var id) ? id.GetString()! : said;
        }

        return said;
    }

    public async ValueTask DisposeAsync()
    {
        node.Kill();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private bool Has(string name, string value) => Messages.Any(message => Visitor.Text(message, name) == value);

    private async Task<JsonElement> NextAsync()
    {
        using var limit = new CancellationTokenSource(WaitMax);
        var line = await node.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The client has ended.");
        var told = JsonDocument.Parse(line).RootElement;
        if (told.TryGetProperty("broken", out var why))
        {
            throw new InvalidOperationException($"The client has given up: {why}");
        }

        received.Add(told);
        return told;
    }
}
