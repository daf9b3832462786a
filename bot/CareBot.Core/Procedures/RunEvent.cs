using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace CareBot.Procedures;

/// <summary>Something that happened in a run. A run is a fold of these: there is no other way to change one.</summary>
/// <remarks>The short names are what the journal stores: a class may be renamed, they may not.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Entered), "entered")]
[JsonDerivedType(typeof(ToldAtOnce), "toldAtOnce")]
[JsonDerivedType(typeof(Filled), "filled")]
[JsonDerivedType(typeof(Forgotten), "forgotten")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Waits), "waits")]
[JsonDerivedType(typeof(WentOn), "wentOn")]
[JsonDerivedType(typeof(SideOver), "sideOver")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Called), "called")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Acted), "acted")]
[JsonDerivedType(typeof(Undone), "undone")]
[JsonDerivedType(typeof(Promised), "promised")]
[JsonDerivedType(typeof(Kept), "kept")]
[JsonDerivedType(typeof(Overdue), "overdue")]
[JsonDerivedType(typeof(Rewound), "rewound")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Migrated), "migrated")]
[JsonDerivedType(typeof(Reviewed), "reviewed")]
[JsonDerivedType(typeof(Left), "left")]
[JsonDerivedType(typeof(Arrived), "arrived")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Ended), "ended")]
public abstract record RunEvent
{
    private RunEvent()
    {
    }

    /// <summary>It began.</summary>
    public sealed record Started(ProcedureId Procedure, int Version, DateTimeOffset At) : RunEvent;

    /// <summary>It came to a step.</summary>
    public sealed record Entered(string Step) : RunEvent;

    /// <summary>The customer's first message tells a slot of a procedure that has not been called yet.</summary>
    public sealed record ToldAtOnce(Told What) : RunEvent;

    /// <summary>A slot was filled.</summary>
    public sealed record Filled(string Slot, Value Value, FilledBy By) : RunEvent;

    /// <summary>A slot was emptied, to be asked for again.</summary>
    public sealed record Forgotten(string Slot) : RunEvent;

    /// <summary>The customer would not fill a slot.</summary>
    public sealed record Refused(string Slot) : RunEvent;

    /// <summary>A result got its name.</summary>
    public sealed record Assigned(string Name, Value Value) : RunEvent;

    /// <summary>It waits.</summary>
    public sealed record Waits(Waiting For) : RunEvent;

    /// <summary>What it waited for has come, or it waits no longer.</summary>
    public sealed record WentOn : RunEvent;

    /// <summary>One of several things side by side is over.</summary>
    public sealed record SideOver(string Step) : RunEvent;

    /// <summary>A person said yes to what a step is about to do.</summary>
    public sealed record Approved(string Step, string By) : RunEvent;

    /// <summary>It went into another procedure.</summary>
    public sealed record Called(ProcedureId Procedure, int Version) : RunEvent;

    /// <summary>It came back from one.</summary>
    public sealed record Returned(RunOutcome Outcome) : RunEvent;

    /// <summary>Another system did something.</summary>
    public sealed record Acted(DoneAct Act) : RunEvent;

    /// <summary>Something done elsewhere is being undone.</summary>
    public sealed record Undone(string Key) : RunEvent;

    /// <summary>Something must be over by an instant.</summary>
    public sealed record Promised(Promise Promise) : RunEvent;

    /// <summary>It was over in time.</summary>
    public sealed record Kept(string Name) : RunEvent;

    /// <summary>It was not.</summary>
    public sealed record Overdue(string Name) : RunEvent;

    /// <summary>It went back to a step that it had been to.</summary>
    public sealed record Rewound(string Step) : RunEvent;

    /// <summary>The customer was asked about the run itself, or no longer is.</summary>
    public sealed record Asked(RunQuestion? About) : RunEvent;

    /// <summary>It goes on in another version of its procedure.</summary>
    /// <param name="Version">In which.</param>
    /// <param name="Step">At which step of it.</param>
    /// <param name="Values">What is known there.</param>
    /// <param name="Steps">The steps that are called otherwise there, by what they were called.</param>
    /// <param name="For">What it waits for there.</param>
    /// <param name="By">Who agreed to it.</param>
    public sealed record Migrated(
        int Version, string Step, ImmutableSortedDictionary<string, Value> Values, IReadOnlyDictionary<string, string> Steps, Waiting For, string By) : RunEvent;

    /// <summary>Somebody has been asked whether it is still right after a change of rules.</summary>
    public sealed record Reviewed(string Change) : RunEvent;

    /// <summary>It goes on in another conversation of the same customer, and no longer in this one.</summary>
    public sealed record Left(ConversationId For) : RunEvent;

    /// <summary>It goes on here.</summary>
    /// <param name="Run">As it was where it was until now.</param>
    /// <param name="From">The conversation that it comes from.</param>
    public sealed record Arrived(Run Run, ConversationId From) : RunEvent;

    /// <summary>Something went wrong that no step handles: a person must look.</summary>
    public sealed record Failed(string Why) : RunEvent;

    /// <summary>It is over.</summary>
    public sealed record Ended(RunOutcome Outcome) : RunEvent;

    /// <summary>The run as its events have made it.</summary>
    /// <param name="id">Which run.</param>
    /// <param name="events">All of its events in order; the first is <see cref="Started"/> or <see cref="Arrived"/>.</param>
    public static Run Fold(RunId id, IEnumerable<RunEvent> events) =>
        events.Aggregate((Run?)null, (run, happened) => happened.On(run, id)) ?? throw new ArgumentException("A run has at least one event.", nameof(events));

    /// <summary>The run after this.</summary>
    internal Run On(Run? run, RunId id) => (this, run) switch
    {
        (Started started, null) => new()
        {
            Id = id,
            StartedAt = started.At,
            Frames = [new() { Procedure = started.Procedure, Version = started.Version }],
        },
        // It may come back to where it has been.
        (Arrived arrived, _) => arrived.Run with { LeftFor = null },
        (_, { } before) => After(before),
        _ => throw new InvalidOperationException($"A run begins with its start, not with {GetType().Name}."),
    };

    private Run After(Run run) => this switch
    {
        Entered entered => Here(run with { Steps = run.Steps + 1 }, here => here with
        {
            At = entered.Step,
            Waiting = null,
            Visited = here.Visited.Add(entered.Step),
        }),
        Filled filled => Here(run, here => here with
        {
            Values = here.Values.SetItem(filled.Slot, filled.Value),
            Refused = here.Refused.Remove(filled.Slot),
        }),
        Forgotten forgotten => Here(run, here => here with { Values = here.Values.Remove(forgotten.Slot), Refused = here.Refused.Remove(forgotten.Slot) }),
        Refused refused => Here(run, here => here with { Refused = here.Refused.Add(refused.Slot) }),
        Assigned assigned => Here(run, here => here with { Values = here.Values.SetItem(assigned.Name, assigned.Value) }),
        Waits waits => Here(run, here => here with { Waiting = waits.For }),
        WentOn => Here(run, here => here with { Waiting = null }),
        SideOver over => Here(run, here => here.Waiting is Waiting.Sides sides
            ? here with { Waiting = sides with { Each = [.. sides.Each.Select(side => side.Step == over.Step ? side with { For = null } : side)] } }
            : here),
        Approved approved => Here(run, here => here with { Waiting = null, Approved = here.Approved.Add(approved.Step) }),
        ToldAtOnce told => run with { Told = run.Told.Add(told.What) },
        Called called => run with
        {
            Frames = run.Frames.Add(new() { Procedure = called.Procedure, Version = called.Version }),
            Told = run.Told.RemoveAll(told => told.Procedure == called.Procedure),
        },
        Returned => run with { Frames = run.Frames.RemoveAt(run.Frames.Count - 1) },
        Acted acted => run with { Done = run.Done.Add(acted.Act) },
        Undone undone => run with { Done = run.Done.RemoveAll(done => done.Key == undone.Key), Undone = run.Undone.Add(undone.Key) },
        Promised promised => run with { Promises = run.Promises.RemoveAll(each => each.Name == promised.Promise.Name).Add(promised.Promise) },
        Kept kept => run with { Promises = run.Promises.RemoveAll(promise => promise.Name == kept.Name) },
        Overdue missed => run with { Promises = run.Promises.RemoveAll(promise => promise.Name == missed.Name) },
        Rewound rewound => Here(run, here => here with
        {
            Waiting = null,
            Visited = Before(here.Visited, rewound.Step),
            Approved = here.Approved.Except(here.Visited.Skip(Before(here.Visited, rewound.Step).Count)),
        }),
        Asked asked => run with { Asked = asked.About },
        Migrated migrated => Renamed(run, migrated),
        Reviewed reviewed => run with { Reviewed = run.Reviewed.Add(reviewed.Change) },
        Left left => run with { LeftFor = left.For },
        Failed => run,
        Ended ended => Here(run with { Outcome = ended.Outcome, Promises = [], Asked = null }, here => here with { Waiting = null }),
        _ => throw new UnreachableException(),
    };

    /// <summary>What has been is told by the names that it has in the new version, so that going back finds it.</summary>
    private static Run Renamed(Run run, Migrated migrated)
    {
        var procedure = run.Here.Procedure;
        string Now(string step) => migrated.Steps.GetValueOrDefault(step, step);
        return Here(
            run with
            {
                Done = [.. run.Done.Select(done => done.Procedure == procedure ? done with { Step = Now(done.Step) } : done)],
                Promises = [.. run.Promises.Select(promise => promise.Procedure == procedure ? promise with { Step = Now(promise.Step) } : promise)],
            },
            here => here with
            {
                Version = migrated.Version,
                At = migrated.Step,
                Waiting = migrated.For,
                Values = migrated.Values,
                Visited = [.. here.Visited.Select(Now)],
                Approved = [.. here.Approved.Select(Now)],
            });
    }

    private static ImmutableList<string> Before(ImmutableList<string> visited, string step) =>
        visited.IndexOf(step) is >= 0 and var at ? visited.GetRange(0, at) : visited;

    private static Run Here(Run run, Func<Frame, Frame> change) =>
        run with { Frames = run.Frames.SetItem(run.Frames.Count - 1, change(run.Here)) };
}

/// <summary>Who filled a slot.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FilledBy>))]
public enum FilledBy
{
    /// <summary>The customer, when asked.</summary>
    [JsonStringEnumMemberName("customer")]
    Customer,

    /// <summary>The customer, before they were asked.</summary>
    [JsonStringEnumMemberName("words")]
    Words,

    /// <summary>The customer, who corrected what they had said.</summary>
    [JsonStringEnumMemberName("correction")]
    Correction,

    /// <summary>An agent, for the customer.</summary>
    [JsonStringEnumMemberName("agent")]
    Agent,

    /// <summary>Nobody: it is what holds when nothing else is said.</summary>
    [JsonStringEnumMemberName("default")]
    Default,

    /// <summary>The procedure that called this one.</summary>
    [JsonStringEnumMemberName("caller")]
    Caller,
}
