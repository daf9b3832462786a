using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CareBot.Procedures;

/// <summary>The identity of a run.</summary>
public readonly record struct RunId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One execution of a procedure for one customer. It is what its <see cref="RunEvent"/>s have made of it, and nothing else.</summary>
public sealed record Run
{
    /// <summary>The steps of one run, repetitions included; a run that goes on longer goes to a person.</summary>
    public const int StepsMax = 500;

    /// <summary>The procedures of one run that may call each other in a chain.</summary>
    public const int FramesMax = 5;

    /// <summary>Which.</summary>
    public required RunId Id { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The procedure it began with, and those called one by the other; the last is where it is.</summary>
    public required ImmutableList<Frame> Frames { get; init; }

    /// <summary>What has been done elsewhere, in order.</summary>
    public ImmutableList<DoneAct> Done { get; init; } = [];

    /// <summary>The keys of what has been done and undone again.</summary>
    public ImmutableList<string> Undone { get; init; } = [];

    /// <summary>What must be over by when.</summary>
    public ImmutableList<Promise> Promises { get; init; } = [];

    /// <summary>What the first message tells procedures that may be called: each takes it once, when it is.</summary>
    public ImmutableList<Told> Told { get; init => field = value ?? []; } = [];

    /// <summary>The changes of rules for which somebody has been asked to look at it.</summary>
    public ImmutableList<string> Reviewed { get; init => field = value ?? []; } = [];

    /// <summary>What the customer was asked about the run itself; null when nothing.</summary>
    public RunQuestion? Asked { get; init; }

    /// <summary>The steps so far.</summary>
    public int Steps { get; init; }

    /// <summary>How it ended; null while it goes on.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>The conversation in which it goes on; null while it does in this one.</summary>
    public ConversationId? LeftFor { get; init; }

    /// <summary>Where it is.</summary>
    [JsonIgnore]
    public Frame Here => Frames[^1];

    /// <summary>Whether it is over.</summary>
    [JsonIgnore]
    public bool IsOver => Outcome is not null;

    /// <summary>What it waits for; null while it moves or when it is over.</summary>
    [JsonIgnore]
    public Waiting? Waiting => Here.Waiting;

    /// <summary>The cases that it has opened, once each, by their codes.</summary>
    [JsonIgnore]
    public IEnumerable<CaseFile> Cases => Frames.SelectMany(frame => frame.Values.Values).Select(CaseFile.Of).OfType<CaseFile>()
        .DistinctBy(file => file.Code).OrderBy(file => file.Code, StringComparer.Ordinal);

    /// <summary>Whether it is the customer's turn in it.</summary>
    [JsonIgnore]
    public bool WaitsForCustomer => !IsOver && (Asked is not null || Waiting is Waiting.Answer);

    /// <summary>When something in it is due if nothing happens before; null when nothing is.</summary>
    [JsonIgnore]
    public DateTimeOffset? DueAt => IsOver ? null : Promises.Select(promise => (DateTimeOffset?)promise.DueAt).Append(Waiting?.FirstDueAt).Min();
}

/// <summary>A procedure under way in a run.</summary>
public sealed record Frame
{
    /// <summary>Which.</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>In the version that it began with.</summary>
    public required int Version { get; init; }

    /// <summary>The step where it is; empty before the first.</summary>
    public string At { get; init; } = "";

    /// <summary>What the step waits for; null while it moves.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>What is known, by name, in the order of the names' signs: also where the store has read it.</summary>
    public ImmutableSortedDictionary<string, Value> Values
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    /// <summary>The steps it has been to, in order.</summary>
    public ImmutableList<string> Visited { get; init; } = [];

    /// <summary>The slots that the customer would not fill.</summary>
    public ImmutableHashSet<string> Refused { get; init; } = [];

    /// <summary>The steps that a person has said yes to.</summary>
    public ImmutableHashSet<string> Approved { get; init; } = [];
}

/// <summary>What a customer has told before anybody asked.</summary>
/// <param name="Procedure">The procedure that would ask.</param>
/// <param name="Slot">For which slot.</param>
/// <param name="Value">What they said.</param>
public sealed record Told(ProcedureId Procedure, string Slot, Value Value);

/// <summary>Something done elsewhere.</summary>
/// <param name="Procedure">In which procedure.</param>
/// <param name="Step">By which step.</param>
/// <param name="Key">By what the other system knows it.</param>
/// <param name="UndoneBy">The action that undoes it; null when nothing can.</param>
/// <param name="Result">What the other system answered.</param>
public sealed record DoneAct(ProcedureId Procedure, string Step, string Key, string? UndoneBy, Value Result);

/// <summary>Something that must be over by an instant.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Procedure">The procedure that makes it: others that it calls may have a step of the same name.</param>
/// <param name="Step">The step whose end keeps it.</param>
/// <param name="DueAt">By when.</param>
/// <param name="Queue">The queue where somebody looks when it is missed.</param>
public sealed record Promise(string Name, ProcedureId Procedure, string Step, DateTimeOffset DueAt, string Queue)
{
    /// <summary>What agents call it; null where they read its name.</summary>
    public Wording? Label { get; init; }
}

/// <summary>What the customer is asked about a run itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunQuestion>))]
public enum RunQuestion
{
    /// <summary>Shall it be given up?</summary>
    [JsonStringEnumMemberName("cancel")]
    Cancel,

    /// <summary>Shall it go on where it was?</summary>
    [JsonStringEnumMemberName("goOn")]
    GoOn,
}

/// <summary>How a run ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunOutcome>))]
public enum RunOutcome
{
    /// <summary>The customer has what they came for.</summary>
    [JsonStringEnumMemberName("resolved")]
    Resolved,

    /// <summary>They have not.</summary>
    [JsonStringEnumMemberName("unresolved")]
    Unresolved,

    /// <summary>They gave it up.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>A person goes on.</summary>
    [JsonStringEnumMemberName("transferred")]
    Transferred,
}

/// <summary>Outcomes as editors write them.</summary>
public static class RunOutcomeNames
{
    /// <summary>Every name, in the order of <see cref="RunOutcome"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["resolved", "unresolved", "cancelled", "transferred"];

    /// <summary>The name of an outcome.</summary>
    public static string Name(this RunOutcome outcome) => All[(int)outcome];

    /// <summary>The outcome of a name; null where none has it.</summary>
    public static RunOutcome? Find(string name) => All.Select((each, at) => (each, at))
        .Where(known => known.each == name)
        .Select(known => (RunOutcome?)known.at)
        .FirstOrDefault();
}
