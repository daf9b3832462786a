using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Library;

/// <summary>Takes up changes of the authored files while the service runs.</summary>
/// <remarks>The watcher is quick and, on network drives and in containers, not to be relied on: a slow look at all files backs it up.</remarks>
internal sealed class LibraryWatch(
    LiveIndex index, LiveProcedures procedures, TimeProvider clock, ILogger<LibraryWatch> logger) : BackgroundService
{
    /// <summary>Editors save in several steps: a change is taken up when the files have been still for this long.</summary>
    private static readonly TimeSpan Stillness = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest time until a change is taken up that the watcher did not see.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim changed = new(0, 1);

    /// <summary>Why texts could not be kept the last time: it is said once, and not every few seconds.</summary>
    private string? unkept;

    private IReadOnlyList<string> unkeptVersions = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Report(index.Current.Library.Problems);
        Report(procedures.Current.Library.Problems);
        ReportUnkept();
        if (index.Current.Index.Unkept is { } why)
        {
            Log.IndexNotKept(logger, why);
        }

        using var watcher = Watch(index.Current.Library.Folder);

        while (true)
        {
            await AsideAsync(_ => Keep(), stoppingToken);
            if (await changed.WaitAsync(Every, stoppingToken))
            {
                await BeStillAsync(stoppingToken);
            }

            await AsideAsync(Refresh, stoppingToken);
        }
    }

    // It takes seconds, and on two cores one thread of the pool is half of those that serve customers.
    private static Task AsideAsync(Action<CancellationToken> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => work(cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Keep()
    {
        var why = index.Keep();
        if (why is not null && why != unkept)
        {
            Log.TextsNotKept(logger, why);
        }

        unkept = why;
    }

    /// <returns>Null where this machine does not let files be watched: then the slow look alone finds changes.</returns>
    private FileSystemWatcher? Watch(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, Filters = { "*.md", "*.yaml" } };
        watcher.Changed += (_, _) => Signal();
        watcher.Created += (_, _) => Signal();
        watcher.Deleted += (_, _) => Signal();
        watcher.Renamed += (_, _) => Signal();
        // Too many changes at once overflow the watcher: that is a change as well.
        watcher.Error += (_, _) => Signal();
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException limit)
        {
            Log.NotWatched(logger, (int)Every.TotalSeconds, limit.Message);
            watcher.Dispose();
            return null;
        }
    }

    private void Signal()
    {
        lock (changed)
        {
            if (changed.CurrentCount == 0)
            {
                changed.Release();
            }
        }
    }

    private async Task BeStillAsync(CancellationToken cancellation)
    {
        do
        {
            await Task.Delay(Stillness, clock, cancellation);
        }
        while (await changed.WaitAsync(TimeSpan.Zero, cancellation));
    }

    private void Refresh(CancellationToken cancellation)
    {
        try
        {
            var before = index.Current.Library;
            var refreshed = index.Refresh(cancellation);
            if (refreshed.Changed > 0 || !refreshed.Library.Problems.SequenceEqual(before.Problems))
            {
                Log.LibraryRefreshed(logger, refreshed.Changed, refreshed.Library.Articles.Count, (long)refreshed.Took.TotalMilliseconds);
                ReportMended(before, refreshed.Library);
                Report(refreshed.Library.Problems);
            }

            Report(procedures.Refresh());
            ReportUnkept();
        }
#pragma warning disable CA1031 // The last good edition goes on serving, whatever a disk or a file did; the log says what.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.RefreshFailed(logger, failure);
        }
    }

    private void ReportMended(Knowledge.Reading.Library before, Knowledge.Reading.Library now)
    {
        // A line that was added above moves a problem, and does not mend it.
        var left = now.Problems.Select(problem => (problem.Path, problem.Code, problem.Message)).ToHashSet();
        foreach (var gone in before.Problems.Where(problem => !left.Contains((problem.Path, problem.Code, problem.Message))))
        {
            Log.ProblemGone(logger, gone.Path, gone.Code, gone.Message);
        }
    }

    /// <summary>Of procedures that cannot be kept no run begins: that is said once, and not every few seconds.</summary>
    private void ReportUnkept()
    {
        foreach (var version in procedures.Current.Unkept.Except(unkeptVersions))
        {
            Log.VersionNotKept(logger, version);
        }

        unkeptVersions = procedures.Current.Unkept;
    }

    private void Report(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Log.Problem(logger, problem.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning, problem);
        }
    }
}
