using System.Collections.Frozen;
using CareBot.Desk;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Tables;

namespace CareBot.Procedures;

/// <summary>The identity of a procedure, the same in all its versions.</summary>
public readonly record struct ProcedureId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A care process as an editor wrote it, in one version.</summary>
public sealed record Procedure
{
    /// <summary>Which.</summary>
    public required ProcedureId Id { get; init; }

    /// <summary>Counted from 1; what has been published under a number never changes.</summary>
    public required int Version { get; init; }

    /// <summary>A hash over everything it is made of: its file, its tables, its templates.</summary>
    public required string Hash { get; init; }

    /// <summary>What customers and agents call it.</summary>
    public required Wording Title { get; init; }

    /// <summary>The words of a button that starts it.</summary>
    public required Wording Button { get; init; }

    /// <summary>The subject it is counted under.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Who keeps it; empty when nobody is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Whether customers may start it; others are called by procedures or started by agents.</summary>
    public bool IsForCustomers { get; init; } = true;

    /// <summary>The ways customers say that they want it.</summary>
    public IReadOnlyList<StartPhrase> Starts { get; init; } = [];

    /// <summary>What must be known, by name.</summary>
    public required FrozenDictionary<string, Slot> Slots { get; init; }

    /// <summary>The steps in the order they are written; the first is where it begins, and each leads to the next unless it says otherwise.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>The slot whose value tells one run from another of the same customer; null when there may be only one at a time.</summary>
    public string? Key { get; init; }

    /// <summary>Where an error of a name goes that no step of its own handles.</summary>
    public IReadOnlyDictionary<string, Target> Catches { get; init; } = FrozenDictionary<string, Target>.Empty;

    /// <summary>What a procedure that calls this one gets, by name.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>How long what it came to holds for another call with the same values; null when every call goes through it.</summary>
    public TimeAmount? Remember { get; init; }

    /// <summary>The tables that its steps decide by, by path.</summary>
    public IReadOnlyDictionary<string, DecisionTable> Tables { get; init; } = FrozenDictionary<string, DecisionTable>.Empty;

    /// <summary>Whether it fetches requests of other conversations.</summary>
    public bool FetchesOthers => Steps.Any(step => step is Step.Act { Action: ActionCall.BringHere });

    /// <summary>The step of an id; null where there is none.</summary>
    public Step? Find(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>Where a step leads when nothing else is said: to the one it names, or to the next in the file.</summary>
    public Target After(Step step) => step.Next ?? (Steps.SkipWhile(each => each.Id != step.Id).Skip(1).FirstOrDefault(each => each.Within is null) is { } next
        ? new(next.Id)
        : Target.Handoff);
}

/// <summary>A way of saying that a procedure is wanted.</summary>
/// <param name="Language">The language it is in.</param>
/// <param name="Text">The words; a message that has all of them says it.</param>
public sealed record StartPhrase(Language Language, string Text);

/// <summary>Where a step leads: to another step, or to something that the engine does.</summary>
/// <param name="To">The id of a step, or <c>@</c> and the name of an act.</param>
public readonly record struct Target(string To)
{
    /// <summary>Ask the same once more.</summary>
    public static Target AskAgain { get; } = new("@ask_again");

    /// <summary>A person goes on.</summary>
    public static Target Handoff { get; } = new("@handoff");

    /// <summary>Keep what is there, and go on when the customer comes back.</summary>
    public static Target Draft { get; } = new("@draft");

    /// <summary>Remind the customer, and wait as long again; the second time a person looks.</summary>
    public static Target Remind { get; } = new("@remind_and_wait");

    /// <summary>Every act of the engine.</summary>
    public static IReadOnlyList<Target> Acts { get; } = [AskAgain, Handoff, Draft, Remind];

    /// <summary>Whether it is an act rather than a step.</summary>
    public bool IsAct => To.StartsWith('@');

    /// <inheritdoc/>
    public override string ToString() => To;
}
