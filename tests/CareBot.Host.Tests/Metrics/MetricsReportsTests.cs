using CareBot.Host.Metrics;
using CareBot.Host.Storage;
using CareBot.Metrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareBot.Host.Tests.Metrics;

public class MetricsReportsTests
{
    [Fact]
    public async Task Report_beside_the_running_service_is_the_same_as_without_it()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(40);

        var alone = await CommandAsync(care.Folder);
        using var running = care.Folder.TryLock();
        using var store = care.OpenStore();
        var served = await new MetricsReports(new Projection(care.Journal, store), store).ForAsync(null, null, CancellationToken.None);
        var beside = await CommandAsync(care.Folder);

        Assert.NotNull(running);
        Assert.Equal(HandlingReportJson.Write(alone), HandlingReportJson.Write(beside));
        Assert.Equal(HandlingReportJson.Write(alone), HandlingReportJson.Write(served));
        Assert.Equal(HandlingReportJson.Write(HandlingReport.Of(care.FoldAll(), null, null)), HandlingReportJson.Write(alone));
    }

    [Fact]
    public async Task Report_takes_in_the_turn_that_was_saved_just_before()
    {
        using var care = new CareOnDisk();
        using var store = care.OpenStore();
        var reports = new MetricsReports(new Projection(care.Journal, store), store);

        for (var contacts = 1; contacts <= 3; contacts++)
        {
            await care.SayAsync($"thread-{contacts}", "rimborso?", CareOnDisk.Returns);
            Assert.Equal(contacts, (await reports.ForAsync(null, null, CancellationToken.None)).Contacts);
        }
    }

    [Fact]
    public async Task Period_includes_its_start_and_not_its_end()
    {
        using var care = new CareOnDisk();
        await care.SayAsync("first", "rimborso?", CareOnDisk.Returns);
        var second = CareOnDisk.Morning.AddHours(1);
        care.Clock.SetUtcNow(second);
        await care.SayAsync("second", "rimborso?", CareOnDisk.Returns);

        Assert.Equal(1, (await CommandAsync(care.Folder, CareOnDisk.Morning, second)).Contacts);
        Assert.Equal(1, (await CommandAsync(care.Folder, second, null)).Contacts);
        Assert.Equal(2, (await CommandAsync(care.Folder, null, second.AddMilliseconds(1))).Contacts);
        Assert.Equal(0, (await CommandAsync(care.Folder, null, CareOnDisk.Morning)).Contacts);
    }

    [Fact]
    public async Task Report_of_an_empty_folder_has_no_contacts_and_leaves_it_empty()
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("carebot-metrics-").FullName);

        var report = await CommandAsync(folder);

        Assert.Equal(0, report.Contacts);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Directory.Delete(folder.Path);
    }

    [Fact]
    public async Task Report_after_a_rebuild_is_the_same_to_the_byte()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(40);
        var before = HandlingReportJson.Write(await CommandAsync(care.Folder));

        var rebuilt = await RebuildAsync(care.Folder);

        var done = Assert.IsType<Rebuild.Done>(rebuilt);
        Assert.Equal(care.FoldAll().Count, done.Contacts);
        Assert.Equal(care.Journal.ReadAfter(0, int.MaxValue).Count, done.Entries);
        Assert.Equal(before, HandlingReportJson.Write(await CommandAsync(care.Folder)));
    }

    [Fact]
    public async Task Rebuild_replaces_even_a_file_that_is_damaged()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(5);
        await File.WriteAllTextAsync(care.Folder.Metrics, "nonsense");

        Assert.IsType<Rebuild.Done>(await RebuildAsync(care.Folder));

        Assert.Equal(care.FoldAll().Count, (await CommandAsync(care.Folder)).Contacts);
        Assert.Empty(Directory.EnumerateFiles(care.Folder.Path, "*damaged*"));
    }

    [Fact]
    public async Task Rebuild_is_refused_while_the_service_runs_or_without_a_record()
    {
        using var care = new CareOnDisk();
        using var running = care.Folder.TryLock();

        Assert.Equal(new Rebuild.Refused("the service is running: stop it first"), await RebuildAsync(care.Folder));
        var refused = Assert.IsType<Rebuild.Refused>(await RebuildAsync(new DataFolder(Path.Combine(care.Folder.Path, "nowhere"))));
        Assert.Contains("carebot.db", refused.Why, StringComparison.Ordinal);
    }

    private static Task<HandlingReport> CommandAsync(DataFolder folder, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        MetricsReports.ForCommandAsync(folder, from, to, TimeProvider.System, NullLogger.Instance, CancellationToken.None);

    private static Task<Rebuild> RebuildAsync(DataFolder folder) =>
        MetricsRebuild.RunAsync(folder, TimeProvider.System, NullLogger.Instance, CancellationToken.None);
}
