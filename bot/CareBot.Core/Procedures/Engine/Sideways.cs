using System.Diagnostics;
using CareBot.Procedures.Slots;

namespace CareBot.Procedures.Engine;

/// <summary>Steps that wait for somebody or something other than the customer, alone or side by side.</summary>
internal static class Sideways
{
    /// <summary>Begins several steps at once.</summary>
    public static Target? Begin(Walk walk, Step.Parallel parallel)
    {
        var sides = parallel.Branches.Select(id => new Side(id, Wait(walk, walk.Procedure.Find(id)!))).ToList();
        walk.Wait(new Waiting.Sides(sides));
        return IsOver(parallel, sides) ? walk.Procedure.After(parallel) : null;
    }

    /// <summary>What a step waits for; null when it is over at once.</summary>
    public static Waiting? Wait(Walk walk, Step step) => step switch
    {
        Step.Act act => Act(walk, act),
        Step.Work work => new Waiting.Work(Key(walk, work), work.Queue, walk.Both(work.Text))
        {
            Skill = work.Skill,
            DueAt = work.Due is { } due ? walk.DueAt(due) : work.DueBy is { } by ? EndOf(walk, by) : null,
            Fills = work.Fills,
        },
        Step.Approve approve => Consent(walk, approve, approve.Approval, walk.Both(approve.Text)),
        Step.Wait wait => new Waiting.Happening(wait.Events)
        {
            DueAt = wait.Until is { } until ? At(walk, until) : walk.DueAt(wait.Timeout.After),
            IsForTime = wait.Events.Count == 0,
        },
        _ => throw new UnreachableException(),
    };

    /// <summary>One of several steps is over; when enough of them are, the run goes on.</summary>
    public static Walk Over(Walk walk, Step.Parallel parallel, string side)
    {
        walk.Record(new RunEvent.SideOver(side));
        return IsOver(parallel, ((Waiting.Sides)walk.Run.Waiting!).Each) ? Going.On(walk, walk.Procedure.After(parallel)) : walk;
    }

    private static bool IsOver(Step.Parallel parallel, IReadOnlyList<Side> sides) => parallel.Join == Join.All
        ? sides.All(side => side.For is null)
        : sides.Any(side => side.For is null);

    private static Waiting? Act(Walk walk, Step.Act act)
    {
        if (act.Approval is { } approval && !walk.Here.Approved.Contains(act.Id) && (approval.When is null || walk.Scope.Holds(approval.When)))
        {
            return Consent(walk, act, approval, approval.Text is { } text ? walk.Both(text) : act.Note ?? walk.Procedure.Title);
        }

        var key = act.Key is { } template ? Anew(walk, walk.Code(template)) : Key(walk, act);
        if (act.Writes && walk.Run.Done.FirstOrDefault(done => done.Key == key) is { } before)
        {
            // The same again is not done again: what it came to is known.
            if (act.Into is { } into)
            {
                walk.Record(new RunEvent.Assigned(into, before.Result));
            }

            return null;
        }

        var with = Value.Fields.Of(act.With.Select(each => (each.Key, walk.Scope.Evaluate(each.Value))));
        walk.Put(new RunOutput.Act(new(walk.Run.Id, key, act.Action, with)));
        return new Waiting.Elsewhere(key, act.Action);
    }

    private static Waiting.Consent Consent(Walk walk, Step step, Approval approval, Wording text) =>
        new(Key(walk, step), approval.Role, text) { DueAt = walk.DueAt(approval.Due) };

    private static DateTimeOffset At(Walk walk, Expressions.Expression until) => walk.Scope.Evaluate(until) switch
    {
        Value.Instant instant => instant.At,
        // A day begins when the desk opens: nobody wants to be written to at midnight.
        Value.Date date => walk.Context.Calendar.NextOpen(Midnight(walk, date.Day)) ?? Midnight(walk, date.Day),
        var other => throw new Expressions.FormulaFaultException($"\"{other}\" is neither a day nor an instant to wait for."),
    };

    private static DateTimeOffset EndOf(Walk walk, Expressions.Expression by) => walk.Scope.Evaluate(by) switch
    {
        Value.Instant instant => instant.At,
        Value.Date date => walk.Context.Calendar.LastSecondOf(date.Day),
        var other => Windows.EndOf(other, walk.Context.Calendar, walk.Context.Now)
            ?? throw new Expressions.FormulaFaultException($"\"{other}\" is no day, no hours and no instant by which something can be done."),
    };

    /// <summary>What has been undone and is done once more needs another key: by the old one the other system would take it for a repetition,
    /// and do nothing.</summary>
    private static string Anew(Walk walk, string key)
    {
        var anew = key;
        for (var time = 2; walk.Run.Undone.Contains(anew); time++)
        {
            anew = $"{key}~{time}";
        }

        return anew;
    }

    private static DateTimeOffset Midnight(Walk walk, DateOnly day) => walk.Context.Calendar.LastSecondOf(day.AddDays(-1)).AddSeconds(1);

    /// <summary>Known again after a restart, and never the same for a repetition.</summary>
    private static string Key(Walk walk, Step step) => $"{walk.Run.Id}/{step.Id}/{walk.Run.Steps}";
}
