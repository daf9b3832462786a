using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>What has come of a conversation so far, as far as it can be seen from outside.</summary>
internal sealed class Seen
{
    private readonly Dictionary<RunId, Footprint> runs = [];
    private readonly List<RunId> moved = [];
    private readonly List<string> transcript = [];
    private readonly List<Heard> replies = [];
    private readonly List<ActionCall> calls = [];
    private readonly ProcedureBook book;

    public Seen(Conversation opened, ProcedureBook book, DateTimeOffset now) => (Conversation, this.book, Now) = (opened, book, now);

    /// <summary>The conversation as it is now.</summary>
    public Conversation Conversation { get; private set; }

    /// <summary>The instant that it is, UTC.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>What was said and done, a line each, in order.</summary>
    public IReadOnlyList<string> Transcript => transcript;

    /// <summary>The calls of other systems, in order.</summary>
    public IReadOnlyList<ActionCall> Calls => calls;

    public BusinessCalendar Calendar => book.Calendar;

    public ProcedureBook Book => book;

    /// <summary>What has been said since something was last done.</summary>
    public IReadOnlyList<Heard> Fresh => replies;

    /// <summary>Why what an agent did last changed nothing; null when it was carried out.</summary>
    public Refusal? Refused { get; set; }

    /// <summary>Everything that happened, in order.</summary>
    public List<CareEvent> Events { get; } = [];

    /// <summary>The steps come to since something was last done.</summary>
    public List<StepPlace> FreshSteps { get; } = [];

    public IEnumerable<StepPlace> Steps => runs.Values.SelectMany(run => run.Steps);

    public IEnumerable<RowPlace> Rows => runs.Values.SelectMany(run => run.Rows);

    /// <summary>What went wrong in runs so that a person must look, as the engine tells it, and no scenario has spoken of.</summary>
    public List<string> Incidents { get; } = [];

    /// <summary>The run of a procedure that moved last, or of any where it has none.</summary>
    public Run? Run(ProcedureId? procedure) =>
        (moved.Where(id => runs[id].Run?.Frames[0].Procedure == procedure).Select(id => (RunId?)id).LastOrDefault() ?? (moved.Count > 0 ? moved[^1] : null)) is { } id
            ? runs[id].Run
            : null;

    public IEnumerable<RunEvent> RunEvents => runs.Values.SelectMany(run => run.Events);

    /// <summary>Something is being done: what was said before it has been heard.</summary>
    public void Do(string what)
    {
        replies.Clear();
        FreshSteps.Clear();
        transcript.Add(what);
    }

    public void Note(string what) => transcript.Add(what);

    public void Called(ActionCall call)
    {
        calls.Add(call);
        Note($"→ {call.Action}({string.Join(", ", call.With.Named.Select(each => $"{each.Key}={each.Value}"))})");
    }

    public void Take(Decision decision)
    {
        Conversation = decision.Next;
        Refused = decision.Refused;
        Events.AddRange(decision.Events);
        foreach (var move in decision.Events.OfType<CareEvent.RunMoved>())
        {
            Follow(move);
        }

        foreach (var alert in decision.Events.OfType<CareEvent.AlertRaised>().Select(raised => raised.Alert))
        {
            Note($"(alert to {alert.Queue}: {alert.About.Italian})");
            Incidents.AddRange(alert.Kind == AlertKind.NotDone ? [alert.About.Italian] : []);
        }

        // The first message of a customer is answered by an introduction as well: nobody need expect it.
        var introduces = decision.Events.Any(happened => happened is CareEvent.Introduced);
        foreach (var (reply, at) in decision.Effects.OfType<Effect.Reply>().Select((reply, at) => (reply, at)))
        {
            var who = reply.Agent?.Name ?? "B";
            Note($"{who}: {reply.Text}{(reply.Choices.Count == 0 ? "" : $" [{string.Join(" | ", reply.Choices)}]")}");
            replies.Add(new(reply, IsIntroduction: introduces && at == 0 && reply.Agent is null));
        }

        if (decision.Refused is { } refusal)
        {
            Note($"(refused: {refusal})");
        }
    }

    private void Follow(CareEvent.RunMoved move)
    {
        if (!runs.TryGetValue(move.Run, out var run))
        {
            runs.Add(move.Run, run = new(move.Run, book));
        }

        var before = run.Steps.Count;
        run.Follow(move.Events);
        moved.Add(move.Run);
        Incidents.AddRange(move.Events.OfType<RunEvent.Failed>().Select(failed => failed.Why));
        FreshSteps.AddRange(run.Steps.Skip(before));
        if (run.Steps.Count > before)
        {
            Note($"({string.Join(" → ", run.Steps.Skip(before).Select(step => step.Step))})");
        }

        foreach (var note in move.Events.Select(Note).OfType<string>())
        {
            Note(note);
        }
    }

    private static string? Note(RunEvent happened) => happened switch
    {
        RunEvent.Failed failed => $"(incident: {failed.Why})",
        RunEvent.Overdue overdue => $"(overdue: {overdue.Name})",
        RunEvent.Ended ended => $"(over: {ended.Outcome})",
        RunEvent.Waits { For: Waiting.HandedOver handed } => $"(to a person: {handed.Reason})",
        _ => null,
    };
}

/// <summary>Something said to the customer.</summary>
/// <param name="Reply">What.</param>
/// <param name="IsIntroduction">Whether it only says who speaks.</param>
internal sealed record Heard(Effect.Reply Reply, bool IsIntroduction)
{
    /// <summary>Whether a scenario has spoken of it.</summary>
    public bool IsExpected { get; set; }
}
