using System.Text.Json;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Core.Tests.Procedures;

/// <summary>Something that may happen to a conversation with procedures; what it is in detail hangs on what is under way by then.</summary>
/// <param name="Kind">Which kind of thing.</param>
/// <param name="Choice">Which of several.</param>
internal sealed record Move(int Kind, int Choice);

/// <summary>A conversation that is lived through, move by move.</summary>
/// <param name="dies">Whether the process ends after every move and a new one reads what was kept.</param>
/// <param name="name">The conversation's name.</param>
internal sealed class Life(bool dies = false, string name = "c1")
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);

    private static readonly string[] Sayings =
    [
        "fare un reso", "vorrei un reso per A100", "fare un reclamo", "A100", "A200", "no, è A200", "sì", "no", "non mi piace", "anna@example.it", "preferisco non dirlo",
        "IT60X0542811101000000123456", "annulla", "indietro", "ripeti", "quando arriva il rimborso?", "operatore", "boh", "5", "",
    ];

    /// <summary>As the store has it.</summary>
    private static readonly JsonSerializerOptions Kept = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly List<ActionCall> unanswered = [];
    private int decidedBefore;

    public Conversation Conversation { get; private set; } = new() { Id = new(name), Channel = "directline", StartedAt = Noon, Language = Language.Italian };

    public DateTimeOffset Now { get; private set; } = Noon;

    /// <summary>The procedures there are.</summary>
    public ProcedureBook Book { get; set; } = SmallProcedures.Book;

    /// <summary>What other conversations have under way.</summary>
    public IReadOnlyList<RequestElsewhere> Elsewhere { get; set; } = [];

    /// <summary>What was decided, in order; two conversations may tell it together.</summary>
    public List<Decision> Decisions { get; init; } = [];

    public IEnumerable<ActionCall> Calls => Decisions.SelectMany(decision => decision.Effects).OfType<Effect.Act>().Select(act => act.Call);

    public static string Written(object of) => JsonSerializer.Serialize(of, of.GetType(), Kept);

    /// <param name="moves">What happens.</param>
    /// <param name="dies">Whether the process ends after every move.</param>
    /// <param name="publishesAt">The move before which every procedure is published in a second version; null for never.</param>
    public static Life Of(IEnumerable<Move> moves, bool dies = false, int? publishesAt = null)
    {
        var life = new Life(dies);
        foreach (var (move, at) in moves.Select((move, at) => (move, at)))
        {
            if (at == publishesAt)
            {
                life.Book = SmallProcedures.SecondBook;
                life.decidedBefore = life.Decisions.Count;
            }

            life.Make(move);
        }

        return life;
    }

    /// <summary>A return whose parcel is waited for: a label has been made, and a refund is promised.</summary>
    public static Life AtParcel(ProcedureBook? book = null)
    {
        var life = new Life { Book = book ?? SmallProcedures.Book };
        life.Say("vorrei un reso per A100");
        life.Answer();
        life.Say("non mi piace", "sì", "anna@example.it");
        life.Answer();
        Assert.Equal("parcel", Assert.Single(life.Conversation.Runs).Here.At);
        return life;
    }

    /// <summary>The events of each run, in order.</summary>
    public IEnumerable<(RunId Run, List<RunEvent> Events)> Runs => Decisions.SelectMany(decision => decision.Events).OfType<CareEvent.RunMoved>()
        .GroupBy(moved => moved.Run).Select(moves => (moves.Key, moves.SelectMany(moved => moved.Events).ToList()));

    /// <summary>Whether a run began before the second versions were published.</summary>
    public bool IsOfFirst(RunId run) => Decisions.Take(decidedBefore).SelectMany(decision => decision.Events)
        .OfType<CareEvent.RunMoved>().Any(moved => moved.Run == run);

    public Decision Take(Input input)
    {
        var evidence = input is Input.CustomerSaid said
            ? SmallLibrary.Find(said.Text, Conversation) with { Wanted = Wanted(said.Text) }
            : Evidence.None;
        var decision = Turn.Decide(Conversation, input, evidence with { Procedures = Book, Elsewhere = Elsewhere }, new(), Now);
        Decisions.Add(decision);
        Conversation = dies ? JsonSerializer.Deserialize<Conversation>(Written(decision.Next), Kept)! : decision.Next;
        unanswered.AddRange(decision.Effects.OfType<Effect.Act>().Select(act => act.Call));
        return decision;
    }

    public void Say(params string[] texts)
    {
        foreach (var text in texts)
        {
            Now = Now.AddSeconds(5);
            Take(new Input.CustomerSaid(text));
        }
    }

    /// <summary>Time passes, and nothing else happens.</summary>
    public void Wait(TimeSpan time) => Now += time;

    /// <summary>Other systems answer what they have been asked.</summary>
    public void Answer()
    {
        while (unanswered is [var call, ..])
        {
            unanswered.RemoveAt(0);
            Take(new Input.ActionReturned(call.Run, call.Key, call.Action, new ActionResult.Succeeded(Value.Fields.Of(("total", new Value.Number(60)), ("number", new Value.Text("L-1"))))));
        }
    }

    /// <summary>Time passes to what is due next.</summary>
    public void Due()
    {
        Now = Conversation.NextDueAt is { } due && due > Now ? due : Now;
        Take(new Input.DeadlinePassed());
    }

    /// <summary>The requests of another conversation come here, as the service has it: what leaves there and what comes here is one.</summary>
    public void Bring(ActionCall call, Life there)
    {
        var runs = RunsElsewhere.About(there.Conversation, "A100", Book)
            .Where(run => RunsElsewhere.MayGo(there.Conversation, run, Book, Now))
            .ToList();
        if (Take(new Input.RunsBrought(call.Run, call.Key, [.. runs.Select(run => new BroughtRun(run, there.Conversation.Id))], 0)).Events.Count > 0)
        {
            there.Take(new Input.RunsFetched([.. runs.Select(run => run.Id)], Conversation.Id));
        }
    }

    public void Make(Move move)
    {
        Now = Now.AddSeconds(5);
        var agent = new Agent(new("giulia"), "Giulia");
        var run = Pick(Conversation.Runs, move.Choice);
        var id = run?.Id ?? new("nobody");
        switch (move.Kind)
        {
            case <= 4:
                Take(new Input.CustomerSaid(Sayings[move.Choice % Sayings.Length]));
                break;
            case <= 8 when Pick(unanswered, move.Choice / 4) is { } call:
                // An answer may come twice, as the outbox delivers at least once.
                if (move.Choice % 5 > 0)
                {
                    unanswered.Remove(call);
                }

                Take(new Input.ActionReturned(call.Run, call.Key, call.Action, Result(move.Choice)));
                break;
            case 9:
                Take(new Input.Happened(id, "goods.received", Value.Fields.Of(("due_on", new Value.Date(new(2026, 12, 1))), ("dueDate", new Value.Number(1)))));
                break;
            case 10 or 11 when Waiting(run) is { } task:
                Take(new Input.TaskDone(id, task, agent, move.Choice % 4 > 0, task.Contains("check", StringComparison.Ordinal)
                    ? new Dictionary<string, Value> { ["condition"] = new Value.Text(move.Choice % 3 > 0 ? "fine" : "damaged") }
                    : []));
                break;
            case 12 or 13:
                Now = Conversation.NextDueAt is { } due && due > Now && move.Choice % 3 > 0 ? due : Now.AddHours(move.Choice);
                Take(new Input.DeadlinePassed());
                break;
            case 14:
                Take(new Input.AgentClaimed(agent));
                break;
            case 15:
                Take((move.Choice % 4) switch
                {
                    0 => new Input.AgentClosed(agent),
                    1 => new Input.AgentFilled(agent, id, "email", "bruno@example.it"),
                    2 => new Input.AgentStarted(agent, new("complaint")),
                    _ => new Input.AgentResumed(agent, id),
                });
                break;
        }
    }

    private static ActionResult Result(int choice) => (choice % 7) switch
    {
        0 => new ActionResult.Failed(choice % 2 == 0 ? "not_found" : ActionResult.Unavailable, "no"),
        var total => new ActionResult.Succeeded(Value.Fields.Of(("total", new Value.Number(total == 6 ? 600 : total * 30)), ("number", new Value.Text("L-1")), ("Zone", new Value.Text("it")))),
    };

    private static string? Waiting(Run? run) => run?.Waiting?.Parts
        .Select(part => part is Waiting.Work work ? work.Id : part is Waiting.Consent consent ? consent.Id : null).FirstOrDefault(task => task is not null);

    private static ProcedureId? Wanted(string text) =>
        text.Contains("riprendere", StringComparison.OrdinalIgnoreCase) ? new("resume") :
        text.Contains("reso", StringComparison.Ordinal) ? new("return") : text.Contains("reclamo", StringComparison.Ordinal) ? new("complaint") : null;

    private static T? Pick<T>(IReadOnlyList<T> of, int choice)
        where T : class => of.Count == 0 ? null : of[choice % of.Count];
}
