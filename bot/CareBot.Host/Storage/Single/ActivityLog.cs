using System.Globalization;

namespace CareBot.Host.Storage.Single;

/// <summary>The activities of each conversation in order, as a channel's clients see them: numbered from 1 without a gap.</summary>
internal sealed class ActivityLog(Database database, News news)
{
    /// <summary>Appends an activity; the same key again appends nothing and returns the first one's number.</summary>
    public async Task<long> AppendAsync(
        ConversationId conversation, string? key, string body, DateTimeOffset at, CancellationToken cancellation)
    {
        var sequence = await database.WriteAsync(
            session => (key is null ? null : SequenceOf(session, conversation.Value, key))
                ?? Append(session, conversation.Value, key, at.ToUnixTimeMilliseconds(), body),
            cancellation);
        news.Publish(conversation);
        return sequence;
    }

    /// <summary>The activities after a number, oldest first.</summary>
    public IReadOnlyList<LoggedActivity> ReadAfter(ConversationId conversation, long sequence, int max) => database.Read(session =>
        session.Query(
            "SELECT sequence, at, body FROM activities WHERE conversation = $1 AND sequence > $2 ORDER BY sequence LIMIT $3",
            row => new LoggedActivity(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2)),
            conversation.Value, sequence, max));

    /// <summary>The number of the last activity; 0 when there is none.</summary>
    public long Last(ConversationId conversation) => database.Read(session => Last(session, conversation.Value));

    /// <summary>The activity's id on the wire: unique, and growing with its number.</summary>
    public static string IdOf(ConversationId conversation, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{sequence:D7}");

    internal static long? SequenceOf(SqlSession session, string conversation, string key) =>
        (long?)session.Scalar("SELECT sequence FROM activities WHERE conversation = $1 AND key = $2", conversation, key);

    internal static long Append(SqlSession session, string conversation, string? key, long at, string body)
    {
        var sequence = Last(session, conversation) + 1;
        session.Execute(
            "INSERT INTO activities(conversation, sequence, key, at, body) VALUES ($1, $2, $3, $4, $5)",
            conversation, sequence, key, at, body);
        return sequence;
    }

    private static long Last(SqlSession session, string conversation) =>
        (long?)session.Scalar("SELECT max(sequence) FROM activities WHERE conversation = $1", conversation) ?? 0;
}

/// <summary>An activity in the log: its number, when it was written (UTC) and its JSON without id and timestamp.</summary>
internal sealed record LoggedActivity(long Sequence, DateTimeOffset At, string Body);
