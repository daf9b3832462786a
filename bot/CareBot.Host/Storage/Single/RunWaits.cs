using System.Globalization;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Host.Storage.Single;

/// <summary>What runs wait for from people and other systems, so that it is found without reading every conversation.</summary>
/// <remarks>It is derived from the conversations, and written with them.</remarks>
internal sealed class RunWaits(Database database)
{
    internal const string ForTask = "task";

    internal const string ForConsent = "consent";

    internal const string ForAlert = "alert";

    private const string ForEvent = "event";

    private const string OfProcedure = "run";

    private const string OfSubject = "about";

    /// <summary>The conversations that are looked through for requests about one thing; nobody opens more for one order.</summary>
    private const int AboutMax = 20;

    /// <summary>The runs that wait for an event about something: the order, the case that their procedure is keyed by.</summary>
    /// <param name="name">The event: <c>goods.received</c>.</param>
    /// <param name="key">What it is about.</param>
    public IReadOnlyList<(ConversationId Conversation, RunId Run)> ForEventOf(string name, string key) => database.Read(session => session.Query(
        "SELECT DISTINCT conversation, run FROM run_waits WHERE kind = $1 AND name = $2 AND key = $3",
        row => (new ConversationId(row.GetString(0)), new RunId(row.GetString(1))), ForEvent, name, key));

    /// <summary>The conversations in which a run is in one version of a procedure.</summary>
    public IReadOnlyList<ConversationId> In(ProcedureId procedure, int version) => database.Read(session => session.Query(
        "SELECT DISTINCT conversation FROM run_waits WHERE kind = $1 AND name = $2 AND key = $3",
        row => new ConversationId(row.GetString(0)), OfProcedure, procedure.Value, Text(version)));

    /// <summary>The conversations with runs that know something by which a request may be about it.</summary>
    /// <param name="key">An order by its number.</param>
    public IReadOnlyList<ConversationId> About(string key) => database.Read(session => session.Query(
        "SELECT DISTINCT conversation FROM run_waits WHERE kind = $1 AND key = $2 ORDER BY conversation LIMIT $3",
        row => new ConversationId(row.GetString(0)), OfSubject, key, AboutMax));

    /// <summary>The conversations in which a run is in a procedure, in whatever version, also while it is in another that this one has called.</summary>
    public IReadOnlyList<ConversationId> In(ProcedureId procedure) => database.Read(session => session.Query(
        "SELECT DISTINCT conversation FROM run_waits WHERE kind = $1 AND name = $2",
        row => new ConversationId(row.GetString(0)), OfProcedure, procedure.Value));

    /// <summary>Writes what the runs of a conversation wait for, and what colleagues should look at, after a turn that moved any of it.</summary>
    public static void Write(SqlSession session, TurnRecord turn)
    {
        if (!turn.Events.Any(happened => happened is CareEvent.RunMoved or CareEvent.AlertRaised or CareEvent.AlertSettled))
        {
            return;
        }

        var id = turn.Next.Id.Value;
        session.Execute("DELETE FROM run_waits WHERE conversation = $1", id);
        var since = turn.At.ToUnixTimeMilliseconds();
        foreach (var run in turn.Next.Runs)
        {
            foreach (var frame in run.Frames)
            {
                Add(session, id, run.Id, frame.At, (OfProcedure, frame.Procedure.Value, Text(frame.Version)), since, null);
            }

            foreach (var waiting in run.Waiting?.Parts ?? [])
            {
                Write(session, id, run, waiting, since);
            }

            // Any of its values may be what it is about: customers know an order by its number, not by our names.
            foreach (var subject in Keys(run.Frames[0]))
            {
                Add(session, id, run.Id, run.Here.At, (OfSubject, run.Frames[0].Procedure.Value, subject), since, null);
            }
        }

        // An alert is overdue from its beginning: it stands before what is due later.
        foreach (var alert in turn.Next.Alerts)
        {
            Add(session, id, alert.Run, "", (ForAlert, alert.Queue.Value, alert.Id), alert.At.ToUnixTimeMilliseconds(), alert.At);
        }
    }

    private static void Write(SqlSession session, string conversation, Run run, Waiting waiting, long since)
    {
        IEnumerable<(string Kind, string Name, string? Key)> rows = waiting switch
        {
            Waiting.Work work => [(ForTask, work.Queue, work.Id)],
            Waiting.Consent consent => [(ForConsent, consent.Role, consent.Id)],
            // Any value of the run may be what the event is about: senders know an order by its number, not by our names.
            Waiting.Happening happening =>
                from name in happening.Events
                from key in run.Frames.SelectMany(Keys).Distinct()
                select (ForEvent, name, (string?)key),
            _ => [],
        };
        foreach (var row in rows)
        {
            Add(session, conversation, run.Id, run.Here.At, row, since, waiting.DueAt);
        }
    }

    private static void Add(
        SqlSession session, string conversation, RunId run, string step, (string Kind, string Name, string? Key) row, long since, DateTimeOffset? dueAt) => session.Execute(
        "INSERT INTO run_waits(conversation, run, step, kind, name, key, since, due_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        conversation, run.Value, step, row.Kind, row.Name, row.Key, since, dueAt?.ToUnixTimeMilliseconds());

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The signs of something that an event can be about; a customer's sentence is none.</summary>
    private const int KeyLengthMax = 64;

    private static IEnumerable<string> Keys(Frame frame) => frame.Values.Values.OfType<Value.Text>().Select(text => text.Words).Where(IsKey).Distinct();

    private static bool IsKey(string words) => words.Length is > 0 and <= KeyLengthMax && !words.Contains(' ', StringComparison.Ordinal);
}
