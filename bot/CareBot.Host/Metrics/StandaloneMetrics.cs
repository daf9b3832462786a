using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Metrics;

namespace CareBot.Host.Metrics;

/// <summary>The metrics for a command in a process of its own, beside the running service or without it.</summary>
/// <remarks>While the service runs, the metrics file is its own: the journal is folded in memory instead, to the same documents.</remarks>
internal static class StandaloneMetrics
{
    /// <summary>Reads what a projection over the folder's journal gives.</summary>
    /// <returns>Null where nothing has happened yet: to look is no reason to make a folder.</returns>
    public static async Task<T?> ReadAsync<T>(
        DataFolder folder, TimeProvider clock, ILogger logger, Func<Projection, MetricsStore, Task<T>> read)
        where T : class
    {
        if (!File.Exists(folder.Record))
        {
            return null;
        }

        using var alone = folder.TryLock();
        using var database = new Database(folder);
        using var store = alone is null ? MetricsStore.InMemory(logger) : MetricsStore.OnDisk(folder, clock, logger);
        return await read(new Projection(new Journal(database), store), store);
    }

    /// <summary>The customers' questions in [<paramref name="from"/>, <paramref name="to"/>), in the order of time; null is without end.</summary>
    public static async Task<IReadOnlyList<QuestionRecord>> QuestionsAsync(
        DataFolder folder, DateTimeOffset? from, DateTimeOffset? to, TimeProvider clock, ILogger logger, CancellationToken cancellation) =>
        await ReadAsync(folder, clock, logger, async (projection, store) =>
        {
            await projection.CatchUpAsync(cancellation);
            var questions = await store.QuestionsAsync(from, to, cancellation);
            return questions.Where(question => to is null || question.At < to).ToList();
        }) ?? [];
}
