using CareBot.Host.Storage.Single;

namespace CareBot.Host.Metrics;

/// <summary>Brings the metrics up to the journal. May be called by several at once: an entry is folded once, whoever comes first.</summary>
internal sealed class Projection(Journal journal, MetricsStore store)
{
    /// <summary>The journal entries folded in one transaction.</summary>
    /// <remarks>LiteDB syncs page by page: a rebuild in batches of 500 was measured to take three times as long.</remarks>
    private const int BatchMax = 4000;

    /// <returns>How many entries were read to get there.</returns>
    public async Task<long> CatchUpAsync(CancellationToken cancellation)
    {
        var position = await store.PositionAsync(cancellation);
        if (position > 0 && !Has(position))
        {
            // The record was put back from an older copy: the metrics speak of things that it knows nothing of.
            await store.ClearAsync(cancellation);
            position = 0;
        }

        var read = 0L;
        while (journal.ReadAfter(position, BatchMax) is [_, ..] entries)
        {
            position = await store.FoldAsync(position, entries, cancellation);
            read += entries.Count;
        }

        return read;
    }

    private bool Has(long position) => journal.ReadAfter(position - 1, 1) is [var entry] && entry.Position == position;
}
