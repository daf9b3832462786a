using System.Text.Json;
using CareBot.Turns;
using Microsoft.Data.Sqlite;

namespace CareBot.Host.Storage.Single;

/// <summary>Everything that happened, in order, never changed.</summary>
internal sealed class Journal(Database database)
{
    /// <summary>The entries after a position, oldest first.</summary>
    public IReadOnlyList<JournalEntry> ReadAfter(long position, int max) => database.Read(session => session.Query(
        """
        SELECT position, conversation, at, event,
            CASE WHEN event LIKE '{"is":"customerSaid"%'
                THEN (SELECT json_extract(state, '$.customer') FROM conversations WHERE id = conversation) END
        FROM journal WHERE position > $1 ORDER BY position LIMIT $2
        """,
        row => Entry(row) with { Customer = row.IsDBNull(4) ? null : row.GetString(4) }, position, max));

    /// <summary>The position of the last entry; 0 when there is none.</summary>
    public long Last() => database.Read(session => (long?)session.Scalar("SELECT max(position) FROM journal") ?? 0);

    /// <summary>The last entries of one conversation, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Read(ConversationId conversation, int max) => database.Read(session => session.Query(
        """
        SELECT * FROM (SELECT position, conversation, at, event FROM journal WHERE conversation = $1 ORDER BY position DESC LIMIT $2)
        ORDER BY position
        """,
        Entry, conversation.Value, max));

    /// <summary>A message of the customer's, by the channel's id of it; null when there is none of that id.</summary>
    public CareEvent.CustomerSaid? Said(ConversationId conversation, string message) => database.Read(session => session.Query(
        """
        SELECT position, conversation, at, event FROM journal
        WHERE conversation = $1 AND event LIKE '{"is":"customerSaid"%' AND json_extract(event, '$.message') = $2
        ORDER BY position LIMIT 1
        """,
        Entry, conversation.Value, message)).FirstOrDefault()?.Event as CareEvent.CustomerSaid;

    private static JournalEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0),
        new(row.GetString(1)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        JsonSerializer.Deserialize(row.GetString(3), RecordJson.Default.CareEvent)
            ?? throw new InvalidDataException("A journal entry is null."));
}

/// <summary>One thing that happened.</summary>
/// <param name="Position">Its place in the journal; positions grow, and may have gaps.</param>
/// <param name="Conversation">Where.</param>
/// <param name="At">When, UTC, to the millisecond.</param>
/// <param name="Event">What.</param>
internal sealed record JournalEntry(long Position, ConversationId Conversation, DateTimeOffset At, CareEvent Event)
{
    /// <summary>The name that the channel gives for the customer who wrote; null where it gives none, or nobody wrote.</summary>
    /// <remarks>Only <see cref="Journal.ReadAfter"/> looks for it.</remarks>
    public string? Customer { get; init; }
}
