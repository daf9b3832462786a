using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CareBot.Host.Storage.Single;

/// <summary>The SQLite file: one thread writes and commits what waits as one transaction; readers use sessions of their own.</summary>
/// <remarks>
/// Group commit is what makes <c>synchronous=FULL</c> affordable: a write is acknowledged after its commit is on the disk,
/// and many share one. Writers on connections of their own would starve each other for seconds.
/// </remarks>
internal sealed class Database : IDisposable
{
    /// <summary>The writes that may wait; beyond it, writers wait to be let in.</summary>
    private const int WaitingMax = 4096;

    /// <summary>The writes in one commit.</summary>
    private const int BatchMax = 256;

    /// <summary>The write-ahead log is folded back after this many commits, so that it cannot grow without end.</summary>
    private const int CommitsBetweenCheckpoints = 4096;

    private readonly string connectionString;
    private readonly Channel<Write> waiting = Channel.CreateBounded<Write>(new BoundedChannelOptions(WaitingMax) { SingleReader = true });
    private readonly ConcurrentBag<SqlSession> readers = [];
    private readonly Thread writer;

    public Database(DataFolder folder)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = folder.Record, Pooling = false }.ToString();
        using (var session = new SqlSession(connectionString))
        {
            Schema.Ensure(session, folder.Record);
        }

        writer = new Thread(WriteAll) { IsBackground = true, Name = "carebot.db writer" };
        writer.Start();
    }

    /// <summary>Queues work for the writer and completes after the commit that holds it. Work that throws is undone alone.</summary>
    public async Task<T> WriteAsync<T>(Func<SqlSession, T> work, CancellationToken cancellation)
    {
        var write = new Write<T>(work);
        await waiting.Writer.WriteAsync(write, cancellation);
        return await write.Committed;
    }

    /// <summary>Reads a consistent snapshot on a session of its own; runs beside the writer.</summary>
    public T Read<T>(Func<SqlSession, T> work)
    {
        if (!readers.TryTake(out var session))
        {
            session = new SqlSession(connectionString);
        }

        try
        {
            return work(session);
        }
        finally
        {
            readers.Add(session);
        }
    }

    /// <summary>Commits what waits and closes the file.</summary>
    public void Dispose()
    {
        if (waiting.Writer.TryComplete())
        {
            writer.Join();
            while (readers.TryTake(out var session))
            {
                session.Dispose();
            }
        }
    }

    private void WriteAll()
    {
        using var session = new SqlSession(connectionString);
        session.Execute("PRAGMA synchronous=FULL");
        var batch = new List<Write>(BatchMax);
        var commits = 0;

        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < BatchMax && waiting.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            Commit(session, batch);
            batch.Clear();

            if (++commits % CommitsBetweenCheckpoints == 0)
            {
                session.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }

        session.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void Commit(SqlSession session, List<Write> batch)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            foreach (var write in batch)
            {
                write.Run(session);
            }

            session.Execute("COMMIT");
        }
        catch (SqliteException failure)
        {
            // The disk is full or the file is gone: none of the batch is saved, and each caller is told so.
            TryRollBack(session);
            foreach (var write in batch)
            {
                write.Fail(failure);
            }

            return;
        }

        foreach (var write in batch)
        {
            write.Acknowledge();
        }
    }

    private static void TryRollBack(SqlSession session)
    {
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does on a full disk; there is no transaction left to end.
        }
    }

    private abstract class Write
    {
        public abstract void Run(SqlSession session);

        public abstract void Acknowledge();

        public abstract void Fail(Exception failure);
    }

    private sealed class Write<T>(Func<SqlSession, T> work) : Write
    {
        private readonly TaskCompletionSource<T> committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private Exception? refused;

        public Task<T> Committed => committed.Task;

        public override void Run(SqlSession session)
        {
            session.Execute("SAVEPOINT one");
            try
            {
                result = work(session);
                session.Execute("RELEASE one");
            }
#pragma warning disable CA1031 // One caller's failing work, whatever its reason, must not undo its neighbours'; the caller gets the exception.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                refused = failure;
                session.Execute("ROLLBACK TO one");
                session.Execute("RELEASE one");
            }
        }

        public override void Acknowledge()
        {
            if (refused is not null)
            {
                committed.SetException(refused);
            }
            else
            {
                committed.SetResult(result!);
            }
        }

        public override void Fail(Exception failure) => committed.SetException(failure);
    }
}
