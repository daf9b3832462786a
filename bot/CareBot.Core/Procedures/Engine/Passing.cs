using System.Diagnostics;
using CareBot.Desk;

namespace CareBot.Procedures.Engine;

/// <summary>What happens because nothing has happened for long enough.</summary>
internal static class Passing
{
    public static Walk Time(Walk walk)
    {
        foreach (var missed in walk.Run.Promises.Where(promise => promise.DueAt <= walk.Context.Now).OrderBy(promise => promise.DueAt).ToList())
        {
            // It is the company that is late: colleagues are told, and the customer goes on undisturbed.
            walk.Record(new RunEvent.Overdue(missed.Name)).Put(new RunOutput.Alert(
                $"{missed.Name}/{walk.Run.Steps}", missed.Queue, AlertKind.Overdue, missed.Label ?? Wording.Same(missed.Name)));
        }

        return walk.Run.Waiting switch
        {
            Waiting.Sides sides => Side(walk, sides),
            { DueAt: { } due } waiting when due <= walk.Context.Now => Over(walk, waiting, walk.Step),
            _ => walk,
        };
    }

    /// <summary>The first of several that has taken too long decides for all.</summary>
    private static Walk Side(Walk walk, Waiting.Sides sides)
    {
        foreach (var side in sides.Each.Where(side => side.For?.DueAt <= walk.Context.Now))
        {
            if (side.For is Waiting.Happening { IsForTime: true })
            {
                walk = Sideways.Over(walk, (Step.Parallel)walk.Step, side.Step);
                if (walk.Run.Waiting is not Waiting.Sides)
                {
                    return walk;
                }

                continue;
            }

            return Over(walk, side.For!, walk.Procedure.Find(side.Step)!);
        }

        return walk;
    }

    private static Walk Over(Walk walk, Waiting waiting, Step step) => (waiting, step) switch
    {
        (Waiting.Answer { IsDraft: true }, _) => walk.Record(new RunEvent.Ended(RunOutcome.Cancelled)).Put(new RunOutput.Over(RunOutcome.Cancelled, false)),
        (Waiting.Answer, Step.Ask ask) => Lead(walk.Because(Causes.Silence(walk, ask)), ask.Timeout.Then),
        (Waiting.Work late, Step.Work work) => Lead(walk.Because(Causes.NotDoneInTime(late.Text)), work.OnTimeout),
        (Waiting.Happening { IsForTime: true }, _) => Going.On(walk, walk.Procedure.After(step)),
        (Waiting.Happening, Step.Wait wait) => Lead(walk.Because(Causes.NotHappened), wait.Timeout.Then),
        (Waiting.Consent consent, _) => walk.Because(Causes.Undecided(consent.Text)).HandOver(null, $"{walk.Here.Procedure}/{step.Id}: {consent.Role}"),
        _ => throw new UnreachableException(),
    };

    /// <summary>An act of the engine decides itself whether the waiting goes on.</summary>
    private static Walk Lead(Walk walk, Target target) => target.IsAct ? Acting.Do(walk, target) : Going.On(walk, target);
}
