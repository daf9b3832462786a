using System.Globalization;

namespace CareBot.Host.Storage.Single;

/// <summary>The tables of <c>carebot.db</c>.</summary>
internal static class Schema
{
    private const int Version = 4;

    private const string First =
        """
        CREATE TABLE conversations(
            id TEXT PRIMARY KEY, version INTEGER NOT NULL, status TEXT NOT NULL, since INTEGER,
            due_at INTEGER, address TEXT, state TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX conversations_due ON conversations(due_at) WHERE due_at IS NOT NULL;
        CREATE INDEX conversations_with_people ON conversations(status, since) WHERE status <> 'withBot';

        CREATE TABLE journal(
            position INTEGER PRIMARY KEY AUTOINCREMENT, conversation TEXT NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL);
        CREATE INDEX journal_of ON journal(conversation, position);

        CREATE TABLE activities(
            conversation TEXT NOT NULL, sequence INTEGER NOT NULL, key TEXT, at INTEGER NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY(conversation, sequence)) WITHOUT ROWID;
        CREATE UNIQUE INDEX activities_once ON activities(conversation, key) WHERE key IS NOT NULL;

        CREATE TABLE outbox(
            id INTEGER PRIMARY KEY AUTOINCREMENT, conversation TEXT NOT NULL, reply_to TEXT, effect TEXT NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL, error TEXT, dead INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX outbox_pending ON outbox(conversation, id) WHERE dead = 0;
        """;

    /// <summary>Agents who work elsewhere than at the desk, and inputs that come again without being activities of the conversation.</summary>
    private const string Second =
        """
        CREATE TABLE agent_threads(
            contact TEXT PRIMARY KEY, conversation TEXT NOT NULL, thread TEXT NOT NULL, card TEXT) WITHOUT ROWID;
        CREATE INDEX agent_threads_by_id ON agent_threads(thread);

        CREATE TABLE positions(reader TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE taken(key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX taken_at ON taken(at);
        """;

    /// <summary>What customers have said, as agents elsewhere were shown it.</summary>
    private const string Third =
        """
        CREATE TABLE agent_lines(
            contact TEXT NOT NULL, message TEXT NOT NULL, line TEXT NOT NULL, PRIMARY KEY(contact, message)) WITHOUT ROWID;
        """;

    /// <summary>Calls of other systems, and what runs wait for: people's tasks and events elsewhere.</summary>
    private const string Fourth =
        """
        CREATE TABLE actions(
            id INTEGER PRIMARY KEY AUTOINCREMENT, conversation TEXT NOT NULL, call TEXT NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL, error TEXT);
        CREATE INDEX actions_due ON actions(due_at);

        CREATE TABLE run_waits(
            conversation TEXT NOT NULL, run TEXT NOT NULL, step TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
            key TEXT, since INTEGER NOT NULL, due_at INTEGER);
        CREATE INDEX run_waits_of ON run_waits(conversation);
        CREATE INDEX run_waits_for ON run_waits(kind, name, key);
        """;

    /// <summary>Makes the tables of a new file and refuses a file that a newer program has written.</summary>
    public static void Ensure(SqlSession session, string file)
    {
        var found = Convert.ToInt32(session.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (found > Version)
        {
            throw new InvalidDataException(
                $"{file} has version {found} and this program knows up to {Version}: start the newer program, or restore a backup.");
        }

        // Readers go on while the writer writes, and a commit is one flush.
        session.Execute("PRAGMA journal_mode=WAL");
        if (found == Version)
        {
            return;
        }

        // A command beside a service that starts: whoever comes second finds the work done.
        session.Execute("BEGIN IMMEDIATE");
        found = Convert.ToInt32(session.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (found < 1)
        {
            session.Execute(First);
        }

        if (found < 2)
        {
            session.Execute(Second);
        }

        if (found < 3)
        {
            session.Execute(Third);
        }

        if (found < 4)
        {
            session.Execute(Fourth);
        }

        session.Execute($"PRAGMA user_version={Version}");
        session.Execute("COMMIT");
    }
}
