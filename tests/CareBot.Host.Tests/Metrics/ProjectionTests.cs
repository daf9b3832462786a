using CareBot.Host.Metrics;
using CareBot.Host.Storage;
using CareBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareBot.Host.Tests.Metrics;

public class ProjectionTests
{
    [Fact]
    public async Task Metrics_are_the_fold_of_every_turn_that_was_saved()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(400);
        using var store = care.OpenStore();

        var read = await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);

        var contacts = await store.ContactsAsync(null, null, CancellationToken.None);
        CareOnDisk.AssertSame(care.FoldAll(), contacts);
        Assert.True(read > 4000, "The journal must be longer than one batch, or this proves little.");
        Assert.Equal(Enum.GetValues<Outcome>().Length, contacts.Select(contact => contact.Outcome).OfType<Outcome>().Distinct().Count());
    }

    [Fact]
    public async Task Metrics_follow_turn_by_turn()
    {
        using var care = new CareOnDisk();
        using var store = care.OpenStore();
        var projection = new Projection(care.Journal, store);

        foreach (var text in (string[])["rimborso?", "no", "un operatore", "ci siete?"])
        {
            await care.SayAsync("thread", text, CareOnDisk.Returns);
            Assert.True(await projection.CatchUpAsync(CancellationToken.None) > 0);
            Assert.Equal(0, await projection.CatchUpAsync(CancellationToken.None));
            CareOnDisk.AssertSame(care.FoldAll(), await store.ContactsAsync(null, null, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Store_closed_between_batches_goes_on_where_it_was()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(20);
        var position = 0L;

        while (care.Journal.ReadAfter(position, 37) is [_, ..] batch)
        {
            using var store = care.OpenStore();
            Assert.Equal(position, await store.PositionAsync(CancellationToken.None));
            position = await store.FoldAsync(position, batch, CancellationToken.None);
        }

        using var last = care.OpenStore();
        CareOnDisk.AssertSame(care.FoldAll(), await last.ContactsAsync(null, null, CancellationToken.None));
    }

    /// <summary>What a killed process leaves is what it has written so far: the files as they lie there, never closed.</summary>
    [Fact]
    public async Task Process_killed_between_batches_folds_no_entry_twice_and_leaves_none_out()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(20);
        using var store = care.OpenStore();
        var position = 0L;

        while (care.Journal.ReadAfter(position, 101) is [_, ..] batch)
        {
            position = await store.FoldAsync(position, batch, CancellationToken.None);
            using var left = new CareOnDisk();
            foreach (var file in Directory.EnumerateFiles(care.Folder.Path, "metrics*"))
            {
                File.Copy(file, Path.Combine(left.Folder.Path, Path.GetFileName(file)));
            }

            using var restarted = left.OpenStore();
            Assert.Equal(position, await restarted.PositionAsync(CancellationToken.None));
            await new Projection(care.Journal, restarted).CatchUpAsync(CancellationToken.None);
            CareOnDisk.AssertSame(care.FoldAll(), await restarted.ContactsAsync(null, null, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Entries_that_do_not_follow_the_position_are_not_folded()
    {
        using var care = new CareOnDisk();
        await care.SayAsync("thread", "rimborso?", CareOnDisk.Returns);
        using var store = care.OpenStore();
        var entries = care.Journal.ReadAfter(0, 500);
        var position = await store.FoldAsync(0, entries, CancellationToken.None);

        Assert.Equal(position, await store.FoldAsync(0, entries, CancellationToken.None));
        Assert.Equal(position, await store.FoldAsync(position + 7, entries, CancellationToken.None));

        Assert.Single(Assert.Single(await store.ContactsAsync(null, null, CancellationToken.None)).Articles);
    }

    [Fact]
    public async Task Two_who_catch_up_at_once_fold_every_entry_once()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(40);
        using var store = care.OpenStore();
        var projection = new Projection(care.Journal, store);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => projection.CatchUpAsync(CancellationToken.None))));

        CareOnDisk.AssertSame(care.FoldAll(), await store.ContactsAsync(null, null, CancellationToken.None));
    }

    [Fact]
    public async Task Metrics_that_are_ahead_of_a_restored_record_are_made_anew()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(10);
        using (var store = care.OpenStore())
        {
            await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);
        }

        using var restored = new CareOnDisk();
        await restored.SayAsync("other", "rimborso?", CareOnDisk.Returns);
        File.Copy(care.Folder.Metrics, restored.Folder.Metrics);
        using var reopened = restored.OpenStore();

        await new Projection(restored.Journal, reopened).CatchUpAsync(CancellationToken.None);

        CareOnDisk.AssertSame(restored.FoldAll(), await reopened.ContactsAsync(null, null, CancellationToken.None));
    }

    [Fact]
    public async Task Request_after_a_failed_one_is_served()
    {
        using var care = new CareOnDisk();
        await care.SayAsync("thread", "rimborso?", CareOnDisk.Returns);
        using var folder = new Blocked(care.Folder);
        using var store = MetricsStore.OnDisk(care.Folder, care.Clock, NullLogger.Instance);

        await Assert.ThrowsAnyAsync<Exception>(() => store.PositionAsync(CancellationToken.None));
        folder.Dispose();

        await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);
        CareOnDisk.AssertSame(care.FoldAll(), await store.ContactsAsync(null, null, CancellationToken.None));
    }

    /// <summary>A folder stands where the metrics file should be, until disposed.</summary>
    private sealed class Blocked : IDisposable
    {
        private readonly string path;

        public Blocked(DataFolder folder)
        {
            path = folder.Metrics;
            Directory.CreateDirectory(path);
        }

        public void Dispose()
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }
        }
    }
}
