using System.Text.Json;
using CareBot.Turns;
using Microsoft.Data.Sqlite;

namespace CareBot.Host.Storage.Single;

/// <summary>The effects that are decided and not yet carried out.</summary>
internal sealed class OutboxStore(Database database)
{
    /// <summary>The conversations that have an effect due, in the order of their oldest.</summary>
    /// <remarks>A conversation whose first effect waits for its next try is left out as a whole, so that order holds.</remarks>
    public IReadOnlyList<ConversationId> Due(DateTimeOffset now, int max) => database.Read(session => session.Query(
        """
        SELECT conversation FROM outbox WHERE id IN (SELECT min(id) FROM outbox WHERE dead = 0 GROUP BY conversation)
            AND due_at <= $1 ORDER BY id LIMIT $2
        """,
        row => new ConversationId(row.GetString(0)), now.ToUnixTimeMilliseconds(), max));

    /// <summary>What is pending in a conversation, in order.</summary>
    public IReadOnlyList<PendingEffect> Pending(ConversationId conversation, int max) => database.Read(session => session.Query(
        """
        SELECT id, conversation, reply_to, effect, attempts, due_at FROM outbox
        WHERE conversation = $1 AND dead = 0 ORDER BY id LIMIT $2
        """,
        Effect, conversation.Value, max));

    /// <summary>It is done.</summary>
    public Task CompleteAsync(long id, CancellationToken cancellation) =>
        database.WriteAsync(session => session.Execute("DELETE FROM outbox WHERE id = $1", id), cancellation);

    /// <summary>It failed and is tried again at <paramref name="dueAt"/>, or never again when that is null.</summary>
    public Task PostponeAsync(long id, DateTimeOffset? dueAt, string error, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.Execute(
                "UPDATE outbox SET attempts = attempts + 1, due_at = coalesce($2, due_at), dead = $3, error = $4 WHERE id = $1",
                id, dueAt?.ToUnixTimeMilliseconds(), dueAt is null ? 1 : 0, error),
            cancellation);

    /// <summary>What was given up, the oldest first.</summary>
    public IReadOnlyList<DeadEffect> Dead(int max) => database.Read(session => session.Query(
        """
        SELECT id, conversation, reply_to, effect, attempts, due_at, error FROM outbox WHERE dead = 1 ORDER BY id LIMIT $1
        """,
        row => new DeadEffect(Effect(row), row.IsDBNull(6) ? "" : row.GetString(6)), max));

    /// <summary>How many were given up.</summary>
    public long DeadCount() => database.Read(session => (long)session.Scalar("SELECT count(*) FROM outbox WHERE dead = 1")!);

    /// <summary>Puts what was given up in its place again: all of it, or the one of that number.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> ReviveAsync(long? id, DateTimeOffset now, CancellationToken cancellation) => database.WriteAsync(
        session => session.Execute(
            "UPDATE outbox SET dead = 0, attempts = 0, due_at = $2 WHERE dead = 1 AND ($1 IS NULL OR id = $1)",
            id, now.ToUnixTimeMilliseconds()),
        cancellation);

    private static PendingEffect Effect(SqliteDataReader row) => new(
        row.GetInt64(0),
        new(row.GetString(1)),
        row.IsDBNull(2) ? null : row.GetString(2),
        JsonSerializer.Deserialize(row.GetString(3), RecordJson.Default.Effect) ?? throw new InvalidDataException("A stored effect is null."),
        row.GetInt32(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));
}

/// <summary>An effect that waits to be carried out.</summary>
/// <param name="Id">Unique and growing; the same at every try, so that a channel can tell a repetition.</param>
/// <param name="Conversation">Where it goes.</param>
/// <param name="ReplyTo">The channel's id of the activity that it answers; null when it answers none.</param>
/// <param name="Effect">What to do.</param>
/// <param name="Attempts">The tries so far.</param>
/// <param name="DueAt">Not to be tried before.</param>
internal sealed record PendingEffect(
    long Id, ConversationId Conversation, string? ReplyTo, Effect Effect, int Attempts, DateTimeOffset DueAt);

/// <summary>An effect that was given up.</summary>
/// <param name="Effect">What it was.</param>
/// <param name="Why">Why the last try failed.</param>
internal sealed record DeadEffect(PendingEffect Effect, string Why);
