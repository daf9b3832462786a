using System.Text.Json;
using CareBot.Turns;
using Microsoft.Data.Sqlite;

namespace CareBot.Host.Storage.Single;

/// <summary>Conversations as they stand, and the one way to move them on.</summary>
internal sealed class ConversationStore(Database database, News news)
{
    /// <summary>How long the same input is known again.</summary>
    private static readonly TimeSpan OnceFor = TimeSpan.FromDays(1);

    /// <summary>The conversation as last saved; null when it was never opened.</summary>
    public StoredConversation? Find(ConversationId id) => database.Read(session =>
        session.Query("SELECT version, address, state FROM conversations WHERE id = $1", Stored, id.Value).FirstOrDefault());

    /// <summary>Opens a conversation in which nothing has happened yet. One that exists stays as it is.</summary>
    public Task OpenAsync(Conversation fresh, string? address, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.Execute(
                """
                INSERT INTO conversations(id, version, status, since, due_at, address, state)
                VALUES ($1, 1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
                """,
                fresh.Id.Value, StatusName(fresh), Since(fresh), fresh.DueAt?.ToUnixTimeMilliseconds(), address, State(fresh)),
            cancellation);

    /// <summary>Saves state, events, effects and the received activity of one turn together, or nothing of it.</summary>
    /// <returns>Saved, or why not: another turn came first, or the activity had been received before.</returns>
    public async Task<Saved> TrySaveAsync(TurnRecord turn, CancellationToken cancellation)
    {
        var saved = await database.WriteAsync(session => TrySave(session, turn), cancellation);
        if (saved is Saved.Done)
        {
            news.Publish(turn.Next.Id);
        }

        return saved;
    }

    /// <summary>Saves one turn of each of several conversations together, or none of them.</summary>
    /// <returns>Of the first, or of the one that could not be saved.</returns>
    public async Task<Saved> TrySaveAsync(IReadOnlyList<TurnRecord> turns, CancellationToken cancellation)
    {
        try
        {
            var saved = await database.WriteAsync(
                session => turns.Select(turn => TrySave(session, turn) switch
                {
                    Saved.Done done => done,
                    var other => throw new NotTogetherException(other),
                }).ToList()[0],
                cancellation);
            foreach (var turn in turns)
            {
                news.Publish(turn.Next.Id);
            }

            return saved;
        }
        catch (NotTogetherException instead)
        {
            return instead.Became;
        }
    }

    /// <summary>The conversations that wait for a person or are with one, the longest waiting first.</summary>
    public IReadOnlyList<Conversation> WithPeople(int max) => database.Read(session => session.Query(
        "SELECT version, address, state FROM conversations WHERE status <> 'withBot' ORDER BY since LIMIT $1",
        row => Stored(row).Conversation, max));

    /// <summary>The conversations with the bot in which people have something to do for a run, or to look at; what is due first comes first.</summary>
    public IReadOnlyList<Conversation> WithTasks(int max) => database.Read(session => session.Query(
        """
        SELECT c.version, c.address, c.state FROM conversations c
        JOIN (SELECT conversation, min(coalesce(due_at, 9223372036854775807)) AS due, min(since) AS since
            FROM run_waits WHERE kind IN ($1, $2, $3) GROUP BY conversation) w ON w.conversation = c.id
        WHERE c.status = 'withBot' ORDER BY w.due, w.since LIMIT $4
        """,
        row => Stored(row).Conversation, RunWaits.ForTask, RunWaits.ForConsent, RunWaits.ForAlert, max));

    /// <summary>The conversations whose deadline has passed, the earliest first.</summary>
    public IReadOnlyList<ConversationId> Due(DateTimeOffset now, int max) => database.Read(session => session.Query(
        "SELECT id FROM conversations WHERE due_at <= $1 ORDER BY due_at LIMIT $2",
        row => new ConversationId(row.GetString(0)), now.ToUnixTimeMilliseconds(), max));

    private static Saved TrySave(SqlSession session, TurnRecord turn)
    {
        var id = turn.Next.Id.Value;
        var at = turn.At.ToUnixTimeMilliseconds();

        if (turn.Once is { } once && session.Scalar("SELECT 1 FROM taken WHERE key = $1", once) is not null)
        {
            return new Saved.Duplicate(0);
        }

        if (turn.Received is { Key: { } key } && ActivityLog.SequenceOf(session, id, key) is { } before)
        {
            return new Saved.Duplicate(before);
        }

        if (!TryMove(session, turn))
        {
            return new Saved.Conflict();
        }

        if (turn.Once is { } taken)
        {
            session.Execute("DELETE FROM taken WHERE at < $1", at - (long)OnceFor.TotalMilliseconds);
            session.Execute("INSERT INTO taken(key, at) VALUES ($1, $2)", taken, at);
        }

        long? sequence = turn.Received is { } received ? ActivityLog.Append(session, id, received.Key, at, received.Body) : null;

        foreach (var happened in turn.Events)
        {
            session.Execute(
                "INSERT INTO journal(conversation, at, event) VALUES ($1, $2, $3)",
                id, at, JsonSerializer.Serialize(happened, RecordJson.Default.CareEvent));
        }

        var replyTo = turn.ReplyTo ?? (sequence is { } number ? ActivityLog.IdOf(turn.Next.Id, number) : null);
        RunWaits.Write(session, turn);
        foreach (var effect in turn.Effects)
        {
            if (effect is Effect.Act act)
            {
                ActionStore.Add(session, id, act.Call, at);
                continue;
            }

            session.Execute(
                "INSERT INTO outbox(conversation, reply_to, effect, due_at) VALUES ($1, $2, $3, $4)",
                id, replyTo, JsonSerializer.Serialize(effect, RecordJson.Default.Effect), at);
        }

        return new Saved.Done(sequence);
    }

    /// <summary>Writes the new state if the version is still the one the decision was made on.</summary>
    private static bool TryMove(SqlSession session, TurnRecord turn)
    {
        var next = turn.Next;
        return turn.Version == 0
            ? session.Execute(
                """
                INSERT INTO conversations(id, version, status, since, due_at, address, state)
                VALUES ($1, 1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
                """,
                next.Id.Value, StatusName(next), Since(next), next.NextDueAt?.ToUnixTimeMilliseconds(), turn.Address, State(next)) == 1
            : session.Execute(
                """
                UPDATE conversations SET version = version + 1, status = $3, since = $4, due_at = $5,
                    address = coalesce($6, address), state = $7
                WHERE id = $1 AND version = $2
                """,
                next.Id.Value, turn.Version, StatusName(next), Since(next), next.NextDueAt?.ToUnixTimeMilliseconds(), turn.Address,
                State(next)) == 1;
    }

    private static string StatusName(Conversation conversation) => conversation.Status switch
    {
        Status.Queued => "queued",
        Status.WithAgent => "withAgent",
        _ => "withBot",
    };

    private static long? Since(Conversation conversation) => conversation.Status switch
    {
        Status.Queued queued => queued.Since.ToUnixTimeMilliseconds(),
        Status.WithAgent with => with.QueuedAt.ToUnixTimeMilliseconds(),
        _ => null,
    };

    private static string State(Conversation conversation) => JsonSerializer.Serialize(conversation, RecordJson.Default.Conversation);

    /// <summary>Undoes the turns that were written before the one that could not be.</summary>
    private sealed class NotTogetherException(Saved became) : Exception
    {
        public Saved Became => became;
    }

    private static StoredConversation Stored(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.IsDBNull(1) ? null : row.GetString(1),
        JsonSerializer.Deserialize(row.GetString(2), RecordJson.Default.Conversation)
            ?? throw new InvalidDataException("A stored conversation is null."));
}

/// <summary>A conversation with the version it was saved as and the address that its channel sends to.</summary>
internal sealed record StoredConversation(long Version, string? Address, Conversation Conversation);

/// <summary>One turn as it is saved.</summary>
internal sealed record TurnRecord
{
    /// <summary>The version the decision was made on; 0 for a conversation that was not there.</summary>
    public required long Version { get; init; }

    public required Conversation Next { get; init; }

    public required DateTimeOffset At { get; init; }

    public IReadOnlyList<CareEvent> Events { get; init; } = [];

    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>The activity that the turn came from, to be written into the conversation's log; null for other inputs.</summary>
    public ReceivedActivity? Received { get; init; }

    /// <summary>What makes an input the same when it comes again and is no activity of the conversation; null when it cannot come again.</summary>
    public string? Once { get; init; }

    /// <summary>The channel's id of the activity that replies answer; null when the log's own id is that id.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Where the channel sends to from now on, in the channel's own words; null leaves it as it was.</summary>
    public string? Address { get; init; }
}

/// <summary>An activity as it came in.</summary>
/// <param name="Key">What makes it the same when it comes again; null when it cannot come again.</param>
/// <param name="Body">Its JSON.</param>
internal sealed record ReceivedActivity(string? Key, string Body);

/// <summary>What became of a save.</summary>
internal abstract record Saved
{
    private Saved()
    {
    }

    /// <summary>On disk. <paramref name="Sequence"/> is the received activity's place in the log; null when there was none.</summary>
    public sealed record Done(long? Sequence) : Saved;

    /// <summary>Another turn was saved first: load, decide and try again.</summary>
    public sealed record Conflict : Saved;

    /// <summary>The same input was taken before; <paramref name="Sequence"/> is its activity's place in the log, 0 when it has none.</summary>
    public sealed record Duplicate(long Sequence) : Saved;
}
