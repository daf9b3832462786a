using System.Text.Json;
using CareBot.Procedures.Engine;

namespace CareBot.Host.Storage.Single;

/// <summary>The calls of other systems that are decided and not yet answered.</summary>
/// <remarks>They lie beside the outbox and not in it: a slow system must not hold up what the customer is told.</remarks>
internal sealed class ActionStore(Database database)
{
    /// <summary>The calls that are due, the oldest first.</summary>
    public IReadOnlyList<PendingAction> Due(DateTimeOffset now, int max) => database.Read(session => session.Query(
        "SELECT id, conversation, call, attempts FROM actions WHERE due_at <= $1 ORDER BY id LIMIT $2",
        row => new PendingAction(
            row.GetInt64(0),
            new(row.GetString(1)),
            JsonSerializer.Deserialize(row.GetString(2), RecordJson.Default.ActionCall) ?? throw new InvalidDataException("A stored call is null."),
            row.GetInt32(3)),
        now.ToUnixTimeMilliseconds(), max));

    /// <summary>It was answered, and the answer is taken.</summary>
    public Task CompleteAsync(long id, CancellationToken cancellation) =>
        database.WriteAsync(session => session.Execute("DELETE FROM actions WHERE id = $1", id), cancellation);

    /// <summary>It failed and is tried again.</summary>
    public Task PostponeAsync(long id, DateTimeOffset dueAt, string error, CancellationToken cancellation) => database.WriteAsync(
        session => session.Execute(
            "UPDATE actions SET attempts = attempts + 1, due_at = $2, error = $3 WHERE id = $1", id, dueAt.ToUnixTimeMilliseconds(), error),
        cancellation);

    /// <summary>Writes down a call, in the transaction of the turn that decided it.</summary>
    public static void Add(SqlSession session, string conversation, ActionCall call, long at) => session.Execute(
        "INSERT INTO actions(conversation, call, due_at) VALUES ($1, $2, $3)",
        conversation, JsonSerializer.Serialize(call, RecordJson.Default.ActionCall), at);
}

/// <summary>A call that waits for its answer.</summary>
/// <param name="Id">Unique and growing.</param>
/// <param name="Conversation">Whose run asks.</param>
/// <param name="Call">What is asked.</param>
/// <param name="Attempts">The tries so far.</param>
internal sealed record PendingAction(long Id, ConversationId Conversation, ActionCall Call, int Attempts);
