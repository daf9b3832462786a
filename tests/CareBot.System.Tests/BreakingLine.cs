using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareBot.SystemTests;

/// <summary>How a line breaks, once.</summary>
internal enum Break
{
    /// <summary>Before a posted activity reaches the service.</summary>
    Request,

    /// <summary>When the service has taken a posted activity and says so.</summary>
    Response,

    /// <summary>Instead of a stream's frame with an activity.</summary>
    BeforeFrame,

    /// <summary>In the middle of that frame.</summary>
    WithinFrame,

    /// <summary>Right after it.</summary>
    AfterFrame,
}

/// <summary>The network between a client and the service: it passes every byte on, until it is told to break.</summary>
internal sealed class BreakingLine : IAsyncDisposable
{
    private const int ReadMax = 64 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Lock planning = new();
    private readonly Task accepting;
    private (Break Kind, int After)? plan;

    public BreakingLine()
    {
        listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Where the service listens.</summary>
    public Uri? Service { get; set; }

    /// <summary>The times it broke.</summary>
    public int Breaks { get; private set; }

    /// <summary>Breaks once, when so many activities have passed.</summary>
    public void BreakAt(Break kind, int after)
    {
        lock (planning)
        {
            plan = (kind, after);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        listener.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
            {
                lines.Add(CarryAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, Service!.Port, stop.Token);
            var line = new Line();
            await Task.WhenAny(
                PassAsync(near.GetStream(), far.GetStream(), bytes => Asked(line, bytes), stop.Token),
                PassAsync(far.GetStream(), near.GetStream(), bytes => Answered(line, bytes), stop.Token));
        }
        catch (Exception over) when (over is SocketException or OperationCanceledException)
        {
            // The service is away, or the test is over: the client sees a line that is cut.
        }

        await stop.CancelAsync();
        // No goodbye: a reset, as when a router loses its mind.
        near.LingerState = far.LingerState = new LingerOption(enable: true, seconds: 0);
    }

    /// <summary>Passes on what comes until either end is closed, or until it is to break: then only what goes through before.</summary>
    private static async Task PassAsync(
        NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, int?> cut, CancellationToken cancellation)
    {
        var buffer = new byte[ReadMax];
        try
        {
            while (await from.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                var left = cut(buffer.AsMemory(0, read));
                await to.WriteAsync(buffer.AsMemory(0, left ?? read), cancellation);
                if (left is not null)
                {
                    return;
                }
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException)
        {
            // The other direction, or the other end, is gone.
        }
    }

    /// <returns>How much goes through before the line is cut; null when it is not.</returns>
    private int? Asked(Line line, ReadOnlyMemory<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes.Span);
        if (text.StartsWith("GET ", StringComparison.Ordinal) || text.StartsWith("POST ", StringComparison.Ordinal))
        {
            line.IsStream = text.Contains("Upgrade: websocket", StringComparison.OrdinalIgnoreCase);
            line.IsPost = text.StartsWith("POST ", StringComparison.Ordinal) && text.Split('\r')[0].Contains("/activities", StringComparison.Ordinal);
            return line.IsPost && IsTime(Break.Request) ? 0 : null;
        }

        return null;
    }

    private int? Answered(Line line, ReadOnlyMemory<byte> bytes)
    {
        if (line.IsPost)
        {
            return IsTime(Break.Response) ? 0 : null;
        }

        // The service sends a frame in one go; one without an activity is a sign of life.
        var activities = line.IsStream ? Encoding.UTF8.GetString(bytes.Span).Split("\"type\":\"message\"").Length - 1 : 0;
        return IsTime(Break.BeforeFrame, activities) ? 0
            : IsTime(Break.WithinFrame, activities) ? bytes.Length / 2
            : IsTime(Break.AfterFrame, activities) ? bytes.Length
            : null;
    }

    private bool IsTime(Break kind, int activities = 1)
    {
        lock (planning)
        {
            if (plan is not { } planned || planned.Kind != kind)
            {
                return false;
            }

            plan = planned.After < activities ? null : planned with { After = planned.After - activities };
            Breaks += plan is null ? 1 : 0;
            return plan is null;
        }
    }

    private sealed class Line
    {
        public bool IsStream { get; set; }

        public bool IsPost { get; set; }
    }
}
