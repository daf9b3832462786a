using System.Threading.Channels;

namespace CareBot.Host.Turns;

/// <summary>Says that other systems are to be called, to whoever calls them.</summary>
internal sealed class ActionQueue
{
    private readonly Channel<bool> woken = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to call.</summary>
    public void Wake() => woken.Writer.TryWrite(true);

    /// <summary>Waits until there is, or for as long as calls may have become due by themselves.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            _ = await woken.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is over: it is looked for what has become due.
        }
    }
}
