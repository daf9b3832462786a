using CareBot.Host.Metrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareBot.Host.Tests.Metrics;

public class MetricsProjectorTests
{
    [Fact]
    public async Task News_of_a_turn_brings_it_into_the_metrics()
    {
        using var care = new CareOnDisk();
        using var store = care.OpenStore();
        using var projector = new MetricsProjector(
            new Projection(care.Journal, store), care.News, care.Clock, NullLogger<MetricsProjector>.Instance);
        await projector.StartAsync(CancellationToken.None);

        await care.SayAsync("thread", "rimborso?", CareOnDisk.Returns);

        await UntilAsync(care, store, care.Journal.ReadAfter(0, 500)[^1].Position);
        CareOnDisk.AssertSame(care.FoldAll(), await store.ContactsAsync(null, null, CancellationToken.None));
        await projector.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Round_that_fails_is_tried_again()
    {
        using var care = new CareOnDisk();
        await care.SayAsync("thread", "rimborso?", CareOnDisk.Returns);
        await care.Database.WriteAsync(
            session => session.Execute("INSERT INTO journal(conversation, at, event) VALUES ('thread', 0, '{\"is\":\"unheardOf\"}')"),
            CancellationToken.None);
        using var store = care.OpenStore();
        using var projector = new MetricsProjector(
            new Projection(care.Journal, store), care.News, care.Clock, NullLogger<MetricsProjector>.Instance);
        await projector.StartAsync(CancellationToken.None);
        for (var round = 0; round < 10; round++)
        {
            await TurnClockAsync(care);
        }

        Assert.Equal(0, await store.PositionAsync(CancellationToken.None));
        Assert.False(projector.ExecuteTask!.IsCompleted);

        await care.Database.WriteAsync(
            session => session.Execute("DELETE FROM journal WHERE event LIKE '%unheardOf%'"), CancellationToken.None);

        await UntilAsync(care, store, care.Journal.ReadAfter(0, 500)[^1].Position);
        await projector.StopAsync(CancellationToken.None);
    }

    private static async Task UntilAsync(CareOnDisk care, MetricsStore store, long position)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await store.PositionAsync(patience.Token) < position)
        {
            await TurnClockAsync(care);
        }
    }

    private static async Task TurnClockAsync(CareOnDisk care)
    {
        care.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(TimeSpan.FromMilliseconds(20));
    }
}
