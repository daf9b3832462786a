using System.Diagnostics;

namespace CareBot.Procedures.Engine;

/// <summary>What a target that begins with <c>@</c> does.</summary>
internal static class Acting
{
    /// <summary>How long a draft is kept for a customer who does not come back.</summary>
    public static readonly TimeSpan DraftMax = TimeSpan.FromDays(30);

    public static Walk Do(Walk walk, Target act) => act switch
    {
        _ when act == Target.Handoff => walk.HandOver(null, $"{walk.Here.Procedure}/{walk.Here.At}"),
        _ when act == Target.AskAgain => AskAgain(walk),
        _ when act == Target.Draft => Draft(walk),
        _ when act == Target.Remind => Remind(walk),
        _ => throw new UnreachableException(),
    };

    /// <summary>What was asked for did not lead to anything: the customer is asked for it once more.</summary>
    private static Walk AskAgain(Walk walk)
    {
        var reads = walk.Step is Step.Act act ? act.With.Values.SelectMany(value => value.Reads).ToHashSet(StringComparer.Ordinal) : [];
        var asked = walk.Here.Visited.Select(walk.Procedure.Find).OfType<Step.Ask>().LastOrDefault(ask => reads.Contains(ask.Slot));
        if (asked is null)
        {
            return walk.Fail($"{walk.Here.Procedure}, {walk.Here.At}: nothing was asked that could be asked again.");
        }

        var tries = walk.Here.Visited.Count(id => id == asked.Id);
        if (tries >= Asking.TriesMax)
        {
            return Going.To(walk, asked.OnTries);
        }

        var slot = walk.Slot(asked.Slot);
        var said = slot.Type.Show(walk.Here.Values[asked.Slot], walk.Context.Language);
        walk.Record(new RunEvent.Forgotten(asked.Slot)).Say(walk.Words.NotFound(slot.Label.In(walk.Context.Language), said));
        return Going.To(walk, new(asked.Id));
    }

    private static Walk Draft(Walk walk) => walk.Run.Waiting is Waiting.Answer answer
        ? walk.Wait(answer with { IsDraft = true, DueAt = walk.Context.Now + DraftMax })
        : walk.Fail($"{walk.Here.Procedure}, {walk.Here.At}: only a question can be put by.");

    private static Walk Remind(Walk walk)
    {
        var timeout = walk.Step is Step.Wait wait ? wait.Timeout : null;
        return (walk.Run.Waiting, timeout) switch
        {
            (Waiting.Happening { Reminded: false } happening, { } again) => walk
                .Say(walk.Words.Reminder(walk.Procedure.Title.In(walk.Context.Language)))
                .Wait(happening with { Reminded = true, DueAt = walk.DueAt(again.After) }),
            _ => walk.HandOver(null, $"{walk.Here.Procedure}/{walk.Here.At}"),
        };
    }
}
