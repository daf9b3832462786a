using CareBot.Host.Storage;
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
    public static async Task<HandlingReport> ForCommandAsync(
        DataFolder folder, DateTimeOffset? from, DateTimeOffset? to, TimeProvider clock, ILogger logger, CancellationToken cancellation) =>
        await StandaloneMetrics.ReadAsync(
            folder, clock, logger, (projection, store) => new MetricsReports(projection, store).ForAsync(from, to, cancellation))
        ?? HandlingReport.Of([], from, to);
}
