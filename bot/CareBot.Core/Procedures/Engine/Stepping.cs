namespace CareBot.Procedures.Engine;

/// <summary>What each kind of step does.</summary>
internal static class Stepping
{
    /// <returns>Where it leads; null when there is something to wait for first, or nothing after.</returns>
    public static Target? Do(Walk walk, Step step) => step switch
    {
        Step.Say say => Say(walk, say),
        Step.Ask ask => Asking.Begin(walk, ask),
        Step.Choose choose => choose.Branches.FirstOrDefault(branch => walk.Scope.Holds(branch.When))?.Then ?? choose.Else,
        Step.Decide decide => Decide(walk, decide),
        Step.Case change => Case(walk, change),
        Step.Call call => Calling.Begin(walk, call),
        Step.Set set => Set(walk, set),
        Step.Raise raise => Calling.Raise(walk, raise.Error),
        Step.Compensate => Undo(walk, step),
        Step.Handoff handoff => Stop(walk.HandOver(handoff.Queue, walk.Code(handoff.Reason), handoff.Why is { } why ? walk.Both(why) : null)),
        Step.End end => Calling.End(walk, end),
        Step.Parallel parallel => Sideways.Begin(walk, parallel),
        _ => Sideways.Wait(walk, step) is { } waiting ? Stop(walk.Wait(waiting)) : walk.Procedure.After(step),
    };

    /// <summary>Undoes what has been done, the last first. What cannot be undone stays done.</summary>
    public static Walk Undo(Walk walk, IEnumerable<DoneAct> done)
    {
        foreach (var act in done.Reverse().Where(act => act.UndoneBy is not null).ToList())
        {
            walk.Record(new RunEvent.Undone(act.Key)).Put(new RunOutput.Act(new(
                walk.Run.Id,
                $"undo/{act.Key}",
                act.UndoneBy!,
                Value.Fields.Of([("key", new Value.Text(act.Key)), ("result", act.Result)]))));
        }

        return walk;
    }

    private static Target? Say(Walk walk, Step.Say say)
    {
        var text = walk.Text(say.Message.In(walk.Context.Language));
        walk.Say(text);
        if (say.CopyTo is { } to && walk.Scope.Evaluate(to) is Value.Text { Words: var address })
        {
            walk.Put(new RunOutput.Copy(
                $"{walk.Run.Id}/{say.Id}/{walk.Run.Steps}", address, walk.Procedure.Title.In(walk.Context.Language), text));
        }

        return walk.Procedure.After(say);
    }

    private static Target? Decide(Walk walk, Step.Decide decide)
    {
        if (walk.Procedure.Tables[decide.Table].Decide(walk.Scope) is not { } result)
        {
            return Stop(walk.Fail($"{decide.Table} decides nothing for {walk.Here.Procedure}, {decide.Id}."));
        }

        walk.Record(new RunEvent.Assigned(decide.Into, result));
        return walk.Procedure.After(decide);
    }

    private static Target? Case(Walk walk, Step.Case step)
    {
        var known = step.Change == CaseChange.Open ? null : CaseFile.Of(walk.Here.Values.GetValueOrDefault(step.Into));
        var file = new CaseFile(
            known?.Code ?? CaseCode.Of(walk.Run.Id, step.Type, walk.Run.Steps),
            step.Type,
            step.Priority,
            known?.OpenedOn ?? walk.Context.Today,
            [.. (known?.Tags ?? []).Union(step.Tags).Order(StringComparer.Ordinal)]);
        walk.Record(new RunEvent.Assigned(step.Into, file.ToValue())).Put(new RunOutput.MoveCase(file, step));
        return walk.Procedure.After(step);
    }

    private static Target? Set(Walk walk, Step.Set set)
    {
        foreach (var (name, formula) in set.Values)
        {
            walk.Record(new RunEvent.Assigned(name, walk.Scope.Evaluate(formula)));
        }

        return walk.Procedure.After(set);
    }

    private static Target? Undo(Walk walk, Step step)
    {
        Undo(walk, walk.Run.Done);
        return walk.Procedure.After(step);
    }

    /// <summary>Nothing follows until something comes.</summary>
    private static Target? Stop(Walk _) => null;
}
