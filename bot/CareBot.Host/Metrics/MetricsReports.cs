using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Metrics;

namespace CareBot.Host.Metrics;

/// <summary>Gives the report of a period, up to the last turn that was saved before it was asked for.</summary>
internal sealed class MetricsReports(Projection projection, MetricsStore store)
{
    /// <summary>Reports on the contacts that started in [<paramref name="from"/>, <paramref name="to"/>); null is without end.</summary>
    public async Task<HandlingReport> ForAsync(DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation)
    {
        await projection.CatchUpAsync(cancellation);
        return HandlingReport.Of(await store.ContactsAsync(from, to, cancellation), from, to);
    }

    /// <summary>The same report from a process of its own, beside the running service or without it.</summary>
    /// <remarks>
    /// While the service runs, the metrics file is its own: the journal is folded in memory instead, to the same figures.
    /// </remarks>
    public static async Task<HandlingReport> ForCommandAsync(
        DataFolder folder, DateTimeOffset? from, DateTimeOffset? to, TimeProvider clock, ILogger logger, CancellationToken cancellation)
    {
        if (!File.Exists(folder.Record))
        {
            // A report is no reason to make a folder: nothing has happened here yet.
            return HandlingReport.Of([], from, to);
        }

        using var alone = folder.TryLock();
        using var database = new Database(folder);
        using var store = alone is null ? MetricsStore.InMemory(logger) : MetricsStore.OnDisk(folder, clock, logger);
        return await new MetricsReports(new Projection(new Journal(database), store), store).ForAsync(from, to, cancellation);
    }
}
