using CareBot.Procedures.Expressions;

namespace CareBot.Procedures.Engine;

/// <summary>From step to step, until there is something to wait for.</summary>
internal static class Going
{
    /// <summary>The steps taken in one go: a circle that waits for nothing ends here.</summary>
    private const int StrideMax = 100;

    /// <summary>Goes where a target says, and on from there.</summary>
    public static Walk To(Walk walk, Target target)
    {
        for (var taken = 0; taken < StrideMax && walk.Run.Steps < Run.StepsMax; taken++)
        {
            if (target.IsAct)
            {
                return Acting.Do(walk, target);
            }

            Enter(walk, target.To);
            Target? next;
            try
            {
                next = Stepping.Do(walk, walk.Step);
            }
            catch (FormulaFaultException fault)
            {
                return walk.Fail($"{walk.Here.Procedure}, {walk.Here.At}: {fault.Message}");
            }

            if (next is not { } further)
            {
                return walk;
            }

            target = further;
        }

        return walk.Fail($"{walk.Here.Procedure}, {walk.Here.At}: more steps than a run may take.");
    }

    /// <summary>What the run waited for has come, and the step leads on.</summary>
    public static Walk On(Walk walk, Target target) => To(walk.Record(new RunEvent.WentOn()), target);

    /// <summary>Goes to the first step of the procedure where the run is.</summary>
    public static Walk Begin(Walk walk) => To(walk, new(walk.Procedure.Steps[0].Id));

    private static void Enter(Walk walk, string id)
    {
        foreach (var kept in walk.Run.Promises.Where(promise => promise.Procedure == walk.Here.Procedure && promise.Step == walk.Here.At))
        {
            walk.Record(new RunEvent.Kept(kept.Name));
        }

        walk.Record(new RunEvent.Entered(id));
        if (walk.Step.Deadline is { } deadline)
        {
            walk.Record(new RunEvent.Promised(new(deadline.Name, walk.Here.Procedure, deadline.Until ?? id, DueAt(walk, deadline), deadline.Queue) { Label = deadline.Label }));
        }
    }

    private static DateTimeOffset DueAt(Walk walk, Deadline deadline)
    {
        var calendar = walk.Context.Calendar;
        var from = deadline.From is { } formula && walk.Scope.Evaluate(formula) is Value.Date day
            ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.Day.ToDateTime(new TimeOnly(12, 0)), calendar.Zone))
            : walk.Context.Now;
        return calendar.Due(from, deadline.Within, deadline.Rolls);
    }
}
