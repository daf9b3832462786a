namespace CareBot.Procedures.Engine;

/// <summary>Into another procedure and back, and to the end.</summary>
internal static class Calling
{
    /// <summary>The field of a result that says how the called procedure ended.</summary>
    private const string OutcomeField = "outcome";

    public static Target? Begin(Walk walk, Step.Call call)
    {
        if (walk.Context.Book.Find(call.Procedure) is not { } called)
        {
            return Fail(walk, $"{walk.Here.Procedure}, {call.Id}: there is no procedure \"{call.Procedure}\".");
        }

        if (walk.Run.Frames.Count >= Run.FramesMax)
        {
            return Fail(walk, $"{walk.Here.Procedure}, {call.Id}: more than {Run.FramesMax} procedures call each other.");
        }

        var handed = Handed(walk, call);
        if (walk.Context.Remembered.LastOrDefault(each => each.Procedure == called.Id && each.Until > walk.Context.Now && each.With.Equals(handed)) is { } known)
        {
            return Back(walk, call, known.Result);
        }

        var told = walk.Run.Told.Where(each => each.Procedure == called.Id && !handed.Named.ContainsKey(each.Slot)).ToList();
        walk.Record(new RunEvent.Called(called.Id, called.Version));
        foreach (var (name, value) in handed.Named)
        {
            walk.Record(new RunEvent.Filled(name, value, FilledBy.Caller));
        }

        foreach (var each in told)
        {
            walk.Record(new RunEvent.Filled(each.Slot, each.Value, FilledBy.Words));
        }

        return Opened(walk);
    }

    /// <summary>A procedure begins with its first step.</summary>
    public static Target Opened(Walk walk)
    {
        FillDefaults(walk);
        return new(walk.Procedure.Steps[0].Id);
    }

    /// <summary>What holds when nothing else is said is written down at the start: "today" is the day it began.</summary>
    public static void FillDefaults(Walk walk)
    {
        foreach (var slot in walk.Procedure.Slots.Values.Where(slot => slot.Default is not null && !walk.Here.Values.ContainsKey(slot.Name)))
        {
            if (walk.Scope.Evaluate(slot.Default!) is { IsGiven: true } value)
            {
                walk.Record(new RunEvent.Filled(slot.Name, value, FilledBy.Default));
            }
        }
    }

    /// <summary>The end of a procedure: of the run, or of one that was called.</summary>
    public static Target? End(Walk walk, Step.End end)
    {
        if (walk.Run.Frames.Count == 1)
        {
            walk.Record(new RunEvent.Ended(end.Outcome)).Put(new RunOutput.Over(end.Outcome, end.Survey));
            return null;
        }

        var outputs = walk.Procedure.Outputs.Select(name => (name, walk.Here.Values.GetValueOrDefault(name, Value.Nothing.Here)));
        var result = Value.Fields.Of([.. outputs, (OutcomeField, new Value.Text(end.Outcome.Name()))]);
        var called = walk.Procedure;
        walk.Record(new RunEvent.Returned(end.Outcome));
        var call = (Step.Call)walk.Step;
        if (called.Remember is { } amount && end.Outcome == RunOutcome.Resolved)
        {
            walk.Put(new RunOutput.Remember(new(called.Id, Handed(walk, call), result, walk.DueAt(amount))));
        }

        return Back(walk, call, result);
    }

    private static Target Back(Walk walk, Step.Call call, Value.Fields result)
    {
        walk.Record(new RunEvent.Assigned(call.Into, result));
        return call.On.TryGetValue(result[OutcomeField].ToString(), out var target) ? target : walk.Procedure.After(call);
    }

    private static Value.Fields Handed(Walk walk, Step.Call call) =>
        Value.Fields.Of(call.With.Select(each => (each.Key, walk.Scope.Evaluate(each.Value))).Where(each => each.Item2.IsGiven));

    /// <summary>An error goes to who handles it: this procedure, or one that called it, or a person.</summary>
    public static Target? Raise(Walk walk, string error)
    {
        while (true)
        {
            if (walk.Procedure.Catches.TryGetValue(error, out var handler))
            {
                return handler;
            }

            if (walk.Run.Frames.Count == 1)
            {
                return Fail(walk, $"{walk.Here.Procedure}, {walk.Here.At}: nobody handles \"{error}\".");
            }

            walk.Record(new RunEvent.Returned(RunOutcome.Unresolved));
            if (walk.Step is Step.Call call && call.On.TryGetValue(error, out var target))
            {
                return target;
            }
        }
    }

    private static Target? Fail(Walk walk, string why)
    {
        walk.Fail(why);
        return null;
    }
}
