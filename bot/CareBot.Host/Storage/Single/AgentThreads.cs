using Microsoft.Data.Sqlite;

namespace CareBot.Host.Storage.Single;

/// <summary>The threads in which agents elsewhere follow contacts, and how far the journal has been shown there.</summary>
internal sealed class AgentThreads(Database database)
{
    private const string Reader = "agent-threads";

    /// <summary>The journal's position up to which everything has been shown; null when nothing ever was.</summary>
    public long? Position() => database.Read(session => (long?)session.Scalar("SELECT position FROM positions WHERE reader = $1", Reader));

    /// <summary>Everything up to here has been shown.</summary>
    public Task MoveAsync(long position, CancellationToken cancellation) =>
        database.WriteAsync(session => Move(session, position), cancellation);

    /// <summary>A contact has a thread from now on.</summary>
    /// <param name="thread">Which.</param>
    /// <param name="position">Where in the journal it was opened: up to there everything has been shown; null says nothing of that.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task OpenAsync(AgentThread thread, long? position, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            session.Execute(
                "INSERT INTO agent_threads(contact, conversation, thread, card) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                thread.Contact.Value, thread.Conversation.Value, thread.Id, thread.Card);
            return position is { } shown ? Move(session, shown) : 0;
        },
        cancellation);

    /// <summary>The thread of a contact; null when it has none.</summary>
    public AgentThread? Find(ContactId contact) => database.Read(session => session.Query(
        "SELECT contact, conversation, thread, card FROM agent_threads WHERE contact = $1", Thread, contact.Value).FirstOrDefault());

    /// <summary>The thread of that name; null when it is no contact's.</summary>
    public AgentThread? FindById(string thread) => database.Read(session => session.Query(
        "SELECT contact, conversation, thread, card FROM agent_threads WHERE thread = $1", Thread, thread).FirstOrDefault());

    /// <summary>A message of the customer is shown in a contact's thread by this line.</summary>
    public Task ShowAsync(ContactId contact, string message, string line, CancellationToken cancellation) => database.WriteAsync(
        session => session.Execute(
            "INSERT INTO agent_lines(contact, message, line) VALUES ($1, $2, $3) ON CONFLICT(contact, message) DO UPDATE SET line = $3",
            contact.Value, message, line),
        cancellation);

    /// <summary>The line that shows a message; null when none does.</summary>
    public string? LineOf(ContactId contact, string message) => database.Read(session => (string?)session.Scalar(
        "SELECT line FROM agent_lines WHERE contact = $1 AND message = $2", contact.Value, message));

    private static int Move(SqlSession session, long position) => session.Execute(
        "INSERT INTO positions(reader, position) VALUES ($1, $2) ON CONFLICT(reader) DO UPDATE SET position = max(position, $2)",
        Reader, position);

    private static AgentThread Thread(SqliteDataReader row) =>
        new(new(row.GetString(0)), new(row.GetString(1)), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3));
}

/// <summary>A thread in which agents follow a contact.</summary>
/// <param name="Contact">Which contact.</param>
/// <param name="Conversation">Its conversation with the customer.</param>
/// <param name="Id">The thread's id, where the agents are.</param>
/// <param name="Card">The id of the activity that shows the contact's state; null when it is not known.</param>
internal sealed record AgentThread(ContactId Contact, ConversationId Conversation, string Id, string? Card);
