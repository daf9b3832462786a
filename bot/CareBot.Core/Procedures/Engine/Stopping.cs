using CareBot.Desk;
using CareBot.Procedures.Slots;

namespace CareBot.Procedures.Engine;

/// <summary>The day from which a procedure that is out of use moves no run any more: people finish what is open.</summary>
internal static class Stopping
{
    /// <summary>By what the alert of a run that has stopped is known in it, and reports know why a person has it.</summary>
    private const string Name = "stops_on";

    /// <summary>Hands a run over as it stands. Who is being asked something hears that a colleague goes on; where others are waited for the
    /// customer is not called to the chat for it, and colleagues are told alone.</summary>
    public static Walk ForGood(Walk walk)
    {
        var run = walk.Run;
        if (run.IsOver || run.Waiting is null or Waiting.HandedOver || Ended(run, walk.Context) is not { } ended)
        {
            return walk;
        }

        // What another system has been told to do is known before anybody goes on: its answer is about to come.
        if (run.Waiting.Parts.Any(part => part is Waiting.Elsewhere))
        {
            return walk;
        }

        var reason = $"{ended.Procedure}/{Name}";
        var why = Why(walk, ended);
        if (run.Asked is not null)
        {
            walk.Record(new RunEvent.Asked(null));
        }

        // What the customer put by waits for them to come back: they are not there.
        return run.Asked is not null || run.Waiting is Waiting.Answer { IsDraft: false }
            ? walk.HandOver(null, reason, why)
            : walk.Wait(new Waiting.HandedOver(reason) { Why = why })
                .Put(new RunOutput.Alert(Name, run.Waiting.Parts.OfType<Waiting.Work>().FirstOrDefault()?.Queue, AlertKind.Stopped, Undone(run.Waiting, why)));
    }

    /// <summary>The part of a run whose procedure has stopped, the outermost first: one that was called is of no use to a caller that has
    /// stopped, and a caller cannot go on without the one that it called.</summary>
    private static Frame? Ended(Run run, RunContext context) => run.Frames.FirstOrDefault(frame => context.Book.HasStopped(frame.Procedure, context.Now));

    private static Wording Why(Walk walk, Frame ended)
    {
        var book = walk.Context.Book;
        var day = book.Stops[ended.Procedure];
        var title = book.TitleOf(ended);
        return ended == walk.Run.Frames[0]
            ? new(
                EnginePhrases.In(Language.Italian).Stopped(title.Italian, Shown.Day(day, Language.Italian)),
                EnginePhrases.In(Language.English).Stopped(title.English, Shown.Day(day, Language.English)))
            : new(
                EnginePhrases.In(Language.Italian).StoppedWithin(title.Italian, book.TitleOf(walk.Run.Frames[0]).Italian, Shown.Day(day, Language.Italian)),
                EnginePhrases.In(Language.English).StoppedWithin(title.English, book.TitleOf(walk.Run.Frames[0]).English, Shown.Day(day, Language.English)));
    }

    /// <summary>Why it has stopped, and what colleagues had been asked to do: their tasks go from the lists with it.</summary>
    private static Wording Undone(Waiting waiting, Wording why) => waiting.Parts
        .Select(part => part is Waiting.Work work ? work.Text : part is Waiting.Consent consent ? consent.Text : null)
        .OfType<Wording>()
        .Aggregate(why, (text, open) => new(
            EnginePhrases.In(Language.Italian).StillOpen(text.Italian, open.Italian), EnginePhrases.In(Language.English).StillOpen(text.English, open.English)));
}
