using System.Threading.Channels;
using CareBot.Host.Storage;

namespace CareBot.Host.Metrics;

/// <summary>Keeps the metrics close behind the journal, beside the turns and never in their way.</summary>
internal sealed class MetricsProjector(
    Projection projection, News news, TimeProvider clock, ILogger<MetricsProjector> logger) : BackgroundService
{
    /// <summary>How often the journal is looked at without news: after a failed round, or news that were missed.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>The rest between rounds, so that busy times make larger transactions and not more of them.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    private readonly Channel<bool> woken = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = news.Subscribe(_ => Wake());
        using var timer = clock.CreateTimer(_ => Wake(), null, TimeSpan.Zero, Every);

        await foreach (var _ in woken.Reader.ReadAllAsync(stoppingToken))
        {
            await FollowAsync(stoppingToken);
            await Task.Delay(Rest, clock, stoppingToken);
        }
    }

    private void Wake() => woken.Writer.TryWrite(true);

    private async Task FollowAsync(CancellationToken cancellation)
    {
        try
        {
            if (await projection.CatchUpAsync(cancellation) is > 0 and var entries)
            {
                Log.Folded(logger, entries);
            }
        }
#pragma warning disable CA1031 // A full disk, or a journal of a newer program: care goes on without figures until a round succeeds.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.RoundFailed(logger, failure);
        }
    }
}
