using CareBot.Desk;
using CareBot.Procedures.Slots;

namespace CareBot.Procedures.Engine;

/// <summary>Second thoughts: another value for what was said, a step back, the whole given up.</summary>
internal static class Correcting
{
    /// <summary>Gives a slot another value, and goes back to the first step that made something of the old one.</summary>
    public static Walk Correct(Walk walk, string slot, Value value, FilledBy by)
    {
        var visited = walk.Here.Visited;
        var at = visited.FindIndex(id => walk.Procedure.Find(id) is { } step and not Step.Ask && StepReads.Of(step, walk.Procedure).Contains(slot));
        if (at < 0)
        {
            walk.Record(new RunEvent.Filled(slot, value, by));
            return walk.Step is Step.Ask ask && walk.Run.Waiting is Waiting.Answer
                ? ask.Slot == slot ? Asking.Filled(walk, ask, value, by) : Asking.Put(walk, ask)
                : walk;
        }

        var since = visited.Skip(at).ToHashSet(StringComparer.Ordinal);
        var done = DoneIn(walk, since);
        if (done.Any(act => act.UndoneBy is null))
        {
            return walk.Say(walk.Words.TooLate).Because(Causes.TooLate(walk, slot)).HandOver(null, $"{walk.Here.Procedure}/{slot}");
        }

        Stepping.Undo(walk, done);
        walk.Record(new RunEvent.Filled(slot, value, by));
        foreach (var confirmed in Confirmed(walk, since).Where(each => each != slot).ToList())
        {
            walk.Record(new RunEvent.Forgotten(confirmed));
        }

        var target = visited[at];
        walk.Record(new RunEvent.Rewound(target));
        return Going.To(walk, new(target));
    }

    /// <summary>Goes back to the question before.</summary>
    public static Walk Back(Walk walk)
    {
        var asked = walk.Here.Visited.Select((id, at) => (Step: walk.Procedure.Find(id) as Step.Ask, At: at))
            .LastOrDefault(each => each.Step is { } ask && ask.Id != walk.Here.At);
        if (asked.Step is not { } before || DoneIn(walk, walk.Here.Visited.Skip(asked.At).ToHashSet(StringComparer.Ordinal)).Count > 0)
        {
            walk.Say(walk.Words.NoWayBack);
            return walk.Step is Step.Ask pending ? Asking.Put(walk, pending) : walk;
        }

        walk.Record(new RunEvent.Forgotten(before.Slot)).Record(new RunEvent.Rewound(before.Id));
        return Going.To(walk, new(before.Id));
    }

    /// <summary>Gives the whole up: what can be undone is, and of what cannot a colleague is told.</summary>
    public static Walk GiveUp(Walk walk)
    {
        var stays = walk.Run.Done.Where(done => done.UndoneBy is null).ToList();
        if (stays.Count > 0)
        {
            walk.Put(new RunOutput.Alert(
                "given-up", null, AlertKind.GivenUp, Wording.Same(string.Join(", ", stays.Select(done => $"{done.Procedure}/{done.Step}")))));
        }

        return Stepping.Undo(walk, walk.Run.Done)
            .Record(new RunEvent.Ended(RunOutcome.Cancelled))
            .Say(stays.Count > 0 ? walk.Words.GivenUpInPart : walk.Words.GivenUp)
            .Put(new RunOutput.Over(RunOutcome.Cancelled, false));
    }

    private static List<DoneAct> DoneIn(Walk walk, HashSet<string> steps) =>
        [.. walk.Run.Done.Where(done => done.Procedure == walk.Here.Procedure && steps.Contains(done.Step))];

    /// <summary>A yes to what has changed since is no yes any more.</summary>
    private static IEnumerable<string> Confirmed(Walk walk, HashSet<string> steps) => walk.Procedure.Steps
        .OfType<Step.Ask>()
        .Where(ask => steps.Contains(ask.Id) && walk.Slot(ask.Slot).Type is SlotType.YesNo)
        .Select(ask => ask.Slot);
}
