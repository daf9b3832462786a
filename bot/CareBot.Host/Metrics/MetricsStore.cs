using System.Threading.Channels;
using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Metrics;
using LiteDB;

namespace CareBot.Host.Metrics;

/// <summary>The contacts' records and their questions in LiteDB. One thread opens, reads, writes and closes it; everybody else
/// asks that thread.</summary>
/// <remarks>LiteDB 5 loses pages when two threads are at it, readers included; with one it has survived every kill.</remarks>
internal sealed class MetricsStore : IDisposable
{
    /// <summary>The requests that may wait; beyond it, callers wait to be let in.</summary>
    private const int WaitingMax = 256;

    private readonly Channel<Request> waiting =
        Channel.CreateBounded<Request>(new BoundedChannelOptions(WaitingMax) { SingleReader = true });

    private readonly Func<LiteDatabase> open;
    private readonly Action delete;
    private readonly ILogger logger;
    private readonly Thread owner;

    /// <summary>The owner's alone. Null before the first request, and after a failure until the next.</summary>
    private LiteDatabase? database;

    private MetricsStore(Func<LiteDatabase> open, Action delete, ILogger logger)
    {
        this.open = open;
        this.delete = delete;
        this.logger = logger;
        owner = new Thread(Serve) { IsBackground = true, Name = "metrics.db owner" };
        owner.Start();
    }

    /// <summary>The file in the data folder, which the process must have locked.</summary>
    public static MetricsStore OnDisk(DataFolder folder, TimeProvider clock, ILogger logger)
    {
        var file = new MetricsFile(folder, clock, logger);
        return new(file.Open, file.Delete, logger);
    }

    /// <summary>An empty store that is gone when disposed.</summary>
    public static MetricsStore InMemory(ILogger logger) =>
        new(MetricsFile.OpenInMemory, () => { /* What was in memory is gone when it is closed. */ }, logger);

    /// <summary>The last journal entry that is in the records; 0 when none is.</summary>
    public Task<long> PositionAsync(CancellationToken cancellation) =>
        AskAsync(database => MetricsState.Read(database).Position, cancellation);

    /// <summary>Folds entries into the records and moves the position on, in one transaction.</summary>
    /// <param name="after">The position that <paramref name="entries"/> follow. Where the store is elsewhere, nothing is folded.</param>
    /// <param name="entries">Consecutive entries of the journal, at least one.</param>
    /// <param name="cancellation">Gives up waiting; a request under way is finished.</param>
    /// <returns>The position the store is at now.</returns>
    public Task<long> FoldAsync(long after, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation) =>
        AskAsync(database => Fold(database, after, entries), cancellation);

    /// <summary>The records of the contacts that started from one instant to another, both included; null is without end.</summary>
    public Task<IReadOnlyList<ContactRecord>> ContactsAsync(
        DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<ContactRecord>>(database => Contacts(database, from, to), cancellation);

    /// <summary>The questions put from one instant to another, both included, in the order of time; null is without end.</summary>
    public Task<IReadOnlyList<QuestionRecord>> QuestionsAsync(
        DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<QuestionRecord>>(database => Questions(database, from, to), cancellation);

    /// <summary>Forgets everything, position included.</summary>
    public Task ClearAsync(CancellationToken cancellation) => AskAsync(
        _ =>
        {
            CloseDatabase();
            delete();
            return true;
        },
        cancellation);

    /// <summary>Finishes what waits and closes the file.</summary>
    public void Dispose()
    {
        if (waiting.Writer.TryComplete())
        {
            owner.Join();
        }
    }

    private async Task<T> AskAsync<T>(Func<LiteDatabase, T> work, CancellationToken cancellation)
    {
        var request = new Request<T>(work);
        await waiting.Writer.WriteAsync(request, cancellation);
        return await request.Answered;
    }

    private void Serve()
    {
        foreach (var request in waiting.Reader.ReadAllAsync().ToBlockingEnumerable())
        {
            if (!request.TryRun(() => database ??= open()))
            {
                // An engine that has thrown is not to be trusted: closing undoes what was begun,
                // and the next opening finds out whether the file is sound.
                CloseDatabase();
            }
        }

        CloseDatabase();
    }

    private void CloseDatabase()
    {
        MetricsFile.Close(database, logger);
        database = null;
    }

    private static long Fold(LiteDatabase database, long after, IReadOnlyList<JournalEntry> entries)
    {
        var position = MetricsState.Read(database).Position;
        if (position != after)
        {
            return position;
        }

        database.BeginTrans();
        var batch = new FoldedBatch(database);
        foreach (var entry in entries)
        {
            batch.Add(entry);
        }

        batch.Write();
        MetricsState.Write(database, entries[^1].Position);
        database.Commit();
        return entries[^1].Position;
    }

    private static List<ContactRecord> Contacts(LiteDatabase database, DateTimeOffset? from, DateTimeOffset? to) =>
        [.. MetricsState.Contacts(database).Find(Between(ContactDocument.StartedAt, from, to)).Select(ContactDocument.Read)];

    /// <summary>Without those of which it is not yet known whether they are questions.</summary>
    private static List<QuestionRecord> Questions(LiteDatabase database, DateTimeOffset? from, DateTimeOffset? to) =>
    [
        .. MetricsState.Questions(database).Find(Between(QuestionDocument.At, from, to)).Select(QuestionDocument.Read)
            .Where(question => question.Outcome is not null)
            .OrderBy(question => question.At)
            .ThenBy(question => question.Contact.Value, StringComparer.Ordinal)
            .ThenBy(question => question.Number),
    ];

    private static BsonExpression Between(string field, DateTimeOffset? from, DateTimeOffset? to) => Query.Between(
        field,
        from is { } first ? first.UtcDateTime : BsonValue.MinValue,
        to is { } last ? last.UtcDateTime : BsonValue.MaxValue);

    private abstract class Request
    {
        /// <returns>Whether it went well. It is answered either way.</returns>
        public abstract bool TryRun(Func<LiteDatabase> database);
    }

    private sealed class Request<T>(Func<LiteDatabase, T> work) : Request
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Answered => answer.Task;

        public override bool TryRun(Func<LiteDatabase> database)
        {
            try
            {
                answer.SetResult(work(database()));
                return true;
            }
#pragma warning disable CA1031 // Whatever it is belongs to the caller; the owner goes on with the next request.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                answer.SetException(failure);
                return false;
            }
        }
    }
}
