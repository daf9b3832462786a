using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;

namespace CareBot.Host.Metrics;

/// <summary>Makes the metrics anew from the journal, for whoever doubts them.</summary>
internal static class MetricsRebuild
{
    public static async Task<Rebuild> RunAsync(
        DataFolder folder, TimeProvider clock, ILogger logger, CancellationToken cancellation)
    {
        if (!File.Exists(folder.Record))
        {
            return new Rebuild.Refused($"there is no {folder.Record} to rebuild the metrics from");
        }

        using var alone = folder.TryLock();
        if (alone is null)
        {
            return new Rebuild.Refused("the service is running: stop it first");
        }

        new MetricsFile(folder, clock, logger).Delete();
        using var database = new Database(folder);
        using var store = MetricsStore.OnDisk(folder, clock, logger);
        var entries = await new Projection(new Journal(database), store).CatchUpAsync(cancellation);
        var contacts = await store.ContactsAsync(null, null, cancellation);
        return new Rebuild.Done(contacts.Count, entries);
    }
}

/// <summary>What became of a rebuild.</summary>
internal abstract record Rebuild
{
    private Rebuild()
    {
    }

    /// <summary>The metrics are those of the journal's <paramref name="Entries"/> entries.</summary>
    public sealed record Done(int Contacts, long Entries) : Rebuild;

    /// <summary>Nothing was touched. <paramref name="Why"/> is a sentence for people without its full stop.</summary>
    public sealed record Refused(string Why) : Rebuild;
}
