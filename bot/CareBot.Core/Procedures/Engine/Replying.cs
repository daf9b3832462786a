namespace CareBot.Procedures.Engine;

/// <summary>What other systems and people bring back.</summary>
internal static class Replying
{
    public static Walk Returned(Walk walk, string key, string action, ActionResult result)
    {
        if (Awaited(walk, waiting => waiting is Waiting.Elsewhere reply && reply.Key == key) is not Step.Act act)
        {
            // Copies and undoings are waited for by nobody, but one that fails must not go unseen.
            return result is ActionResult.Failed failed && !walk.Run.Done.Any(done => done.Key == key)
                ? walk.Put(RunOutput.Alert.NotDone(key, action, failed))
                : walk;
        }

        if (result is ActionResult.Failed { Error: var error })
        {
            walk.Because(Causes.NotDone(act.Action, error));
        }

        switch (result)
        {
            case ActionResult.Succeeded succeeded:
                if (act.Writes)
                {
                    walk.Record(new RunEvent.Acted(new(walk.Here.Procedure, act.Id, key, act.UndoneBy, succeeded.Answer)));
                }

                if (act.Into is { } into)
                {
                    walk.Record(new RunEvent.Assigned(into, succeeded.Answer));
                }

                return Over(walk, act, walk.Procedure.After(act));
            case ActionResult.Failed failed when Handler(walk, act, failed.Error) is { } target:
                return target.IsAct ? Acting.Do(walk.Record(new RunEvent.WentOn()), target) : Going.On(walk, target);
            case ActionResult.Failed failed:
                return walk.Fail($"{act.Action}: {failed.Error}. {failed.Why}");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public static Walk Happened(Walk walk, string name, Value.Fields with)
    {
        if (Awaited(walk, waiting => waiting is Waiting.Happening happening && happening.Events.Contains(name)) is not Step.Wait wait)
        {
            return walk;
        }

        walk.Record(new RunEvent.Assigned(wait.Into, with.Named.Count == 0 ? Value.Fields.Of(("event", new Value.Text(name))) : with));
        return Over(walk, wait, wait.On.TryGetValue(name, out var target) ? target : walk.Procedure.After(wait));
    }

    public static Walk Worked(Walk walk, string task, string by, bool done, IReadOnlyDictionary<string, Value> values)
    {
        var step = Awaited(walk, waiting => waiting is Waiting.Work work ? work.Id == task : waiting is Waiting.Consent consent && consent.Id == task);
        if (!done && walk.Run.Waiting?.Parts.Select(part => Asked(part, task)).FirstOrDefault(cause => cause is not null) is { } refused)
        {
            walk.Because(refused);
        }

        foreach (var (slot, value) in values.Where(_ => step is Step.Work))
        {
            walk.Record(new RunEvent.Filled(slot, value, FilledBy.Agent));
        }

        return step switch
        {
            Step.Work work when done => Over(walk, work, work.OnDone ?? walk.Procedure.After(work)),
            Step.Approve approve when done => Over(walk, approve, approve.OnYes),

            // A no is no step done: it leads away from the others beside it.
            Step.Work work => Going.On(walk, work.OnRejected),
            Step.Approve approve => Going.On(walk, approve.OnNo),
            Step.Act act when done => Going.To(walk.Record(new RunEvent.Approved(act.Id, by)), new(act.Id)),
            Step.Act act => Handler(walk, act, Step.Act.Rejected) is { } target
                ? Going.On(walk, target)
                : walk.HandOver(null, $"{walk.Here.Procedure}/{act.Id}: {by}"),
            _ => walk,
        };
    }

    /// <summary>What it means that colleagues did not do what they were asked, or said no to; null where it was something else.</summary>
    private static Wording? Asked(Waiting waiting, string task) => waiting switch
    {
        Waiting.Work work when work.Id == task => Causes.CannotBeDone(work.Text),
        Waiting.Consent consent when consent.Id == task => Causes.Refused(consent.Text),
        _ => null,
    };

    /// <summary>The step that waits for this, alone or among others; null when none does.</summary>
    private static Step? Awaited(Walk walk, Func<Waiting, bool> isIt) => walk.Run.IsOver ? null : walk.Run.Waiting switch
    {
        Waiting.Sides sides => sides.Each.FirstOrDefault(side => side.For is { } waiting && isIt(waiting)) is { } side ? walk.Procedure.Find(side.Step) : null,
        { } waiting when isIt(waiting) => walk.Step,
        _ => null,
    };

    /// <summary>A step side by side with others waits for them, unless it leads elsewhere; one alone leads on.</summary>
    private static Walk Over(Walk walk, Step step, Target target) =>
        walk.Step is Step.Parallel parallel && step.Id != parallel.Id && (target == walk.Procedure.After(step) || target == walk.Procedure.After(parallel))
            ? Sideways.Over(walk, parallel, step.Id)
            : Going.On(walk, target);

    private static Target? Handler(Walk walk, Step.Act act, string error) =>
        act.OnError.TryGetValue(error, out var own) ? own
        : act.OnError.TryGetValue(Step.Act.AnyError, out var any) ? any
        : walk.Procedure.Catches.TryGetValue(error, out var caught) ? caught
        : null;
}
