using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;

namespace CareBot.Turns;

/// <summary>The runs of a conversation: what comes of their moves, and whose turn it is.</summary>
internal static class Runs
{
    /// <summary>The runs of one customer that wait for an answer of theirs: one that is open, and those it came in between of.</summary>
    public const int DepthMax = 3;

    /// <summary>The runs of one customer that are open at all; who has more is helped by a person.</summary>
    public const int OpenMax = 20;

    /// <summary>The run whose question is the customer's to answer; null where there is none.</summary>
    public static Run? Asking(Conversation conversation) => conversation.Runs.LastOrDefault(run => run.WaitsForCustomer);

    /// <summary>Takes over what came of something that happened to a run.</summary>
    public static Draft Apply(Draft draft, Advance advance)
    {
        if (advance.Events.Count == 0 && advance.Outputs.Count == 0)
        {
            return draft;
        }

        var run = advance.Run;
        draft
            .Change(c => c with { Runs = With(c.Runs, run) })
            .Record(new CareEvent.RunMoved(draft.Conversation.Contact?.Id, run.Id, advance.Events));
        foreach (var output in advance.Outputs)
        {
            Carry(draft, run, output);
        }

        return draft;
    }

    /// <summary>The same, and then whatever the conversation is to do next: a run that had to wait goes on with a recap.</summary>
    public static Draft ApplyAndSettle(Draft draft, Advance advance)
    {
        var before = Asking(draft.Conversation);
        Apply(draft, advance);
        if (draft.Conversation.Status is not Status.WithBot with)
        {
            return draft;
        }

        var now = Asking(draft.Conversation);
        if (now is not null && now.Id != advance.Run.Id && before?.Id == advance.Run.Id)
        {
            Apply(draft, ProcedureEngine.AskAgain(now, recap: true, draft.RunContext));
        }

        return draft.Conversation.Contact is null ? draft : draft.Await(with.Pending is Question.Rating or Question.Person ? with.Pending : null);
    }

    /// <summary>A person has the conversation: what was being asked waits for them, or for them to give it back.</summary>
    public static Draft HandOver(Draft draft, string reason) => Asking(draft.Conversation) is { } asking
        ? Apply(draft, ProcedureEngine.HandOver(asking, reason, draft.RunContext))
        : draft;

    /// <summary>The person is done: what they had is over with it. What has stopped without the customer is whoever's who sees to its alert.</summary>
    public static Draft CloseHandedOver(Draft draft) => draft.Conversation.Runs
        .Where(run => run.Waiting is Waiting.HandedOver && !draft.Conversation.Alerts.Any(alert => alert.Kind == AlertKind.Stopped && alert.Run == run.Id))
        .Aggregate(draft, (draft, run) => Apply(draft, ProcedureEngine.Close(run, RunOutcome.Transferred, draft.RunContext)));

    /// <summary>Runs that are to go on in a later version do, wherever they wait for something that it knows too.</summary>
    public static Draft Renew(Draft draft) => draft.Conversation.Runs
        .Where(run => draft.Book.Migration(run.Here.Procedure, run.Here.Version) is not null)
        .Aggregate(draft, (draft, run) => Apply(draft, ProcedureEngine.Migrate(run, draft.RunContext)));

    /// <summary>Runs of procedures whose last day is over go on with people.</summary>
    public static Draft Stop(Draft draft)
    {
        var stopped = draft.Conversation.Runs
            .Where(run => draft.Book.HasStopped(run, draft.Now))
            .Select(run => ProcedureEngine.Stop(run, draft.RunContext))
            .ToList();

        // Each says why it stopped before a person is called, who gets whatever is still being asked: one of them for all.
        foreach (var advance in stopped)
        {
            Apply(draft, advance with { Outputs = [.. advance.Outputs.Where(output => output is not RunOutput.HandOver)] });
        }

        foreach (var advance in stopped)
        {
            advance.Outputs.OfType<RunOutput.HandOver>().ToList().ForEach(handOver => Carry(draft, advance.Run, handOver));
        }

        return draft;
    }

    /// <summary>What was due by now in any run is.</summary>
    public static Draft PassTime(Draft draft) => draft.Conversation.Runs
        .Where(run => run.DueAt <= draft.Now)
        .Aggregate(draft, (draft, run) => ApplyAndSettle(draft, ProcedureEngine.TimePassed(run, draft.RunContext)));

    private static void Carry(Draft draft, Run run, RunOutput output)
    {
        switch (output)
        {
            case RunOutput.Say say:
                draft.Say(say.Text, TextFormat.Markdown, say.Choices);
                break;
            case RunOutput.Act act:
                draft.Act(act.Call);
                break;
            case RunOutput.Copy copy:
                draft.Act(new(run.Id, copy.Key, ActionCall.Mail, Value.Fields.Of(
                [
                    ("to", new Value.Text(copy.To)),
                    ("subject", new Value.Text(copy.Subject)),
                    ("text", new Value.Text(copy.Text)),
                    ("at", new Value.Instant(draft.Now)),
                ])));
                break;
            case RunOutput.MoveCase move:
                draft.Move(run, move);
                break;
            case RunOutput.Alert alert:
                draft.Alert(run.Id, alert);
                break;
            case RunOutput.Remember remember:
                draft.Remember(remember.What);
                break;
            case RunOutput.HandOver handOver when draft.Conversation.Status is Status.WithBot:
                draft.OpenContact().HandOver(HandoffReason.Procedure, handOver.Queue is { } queue ? new(queue) : null);
                break;
            case RunOutput.Over over when draft.Conversation is { Contact: not null, Status: Status.WithBot }:
                End(draft, over);
                break;
        }
    }

    /// <summary>The customer has what they came for, or not; where it is wanted, they are asked how it was.</summary>
    private static void End(Draft draft, RunOutput.Over over)
    {
        draft.Feel(over.Outcome == RunOutcome.Resolved ? Signal.Answered : over.Outcome == RunOutcome.Cancelled ? Signal.Declined : Signal.Unmet);
        if (over.Survey && Asking(draft.Conversation) is null)
        {
            var contact = draft.Contact.Id;
            draft
                .Say(draft.Words.RateProcedure, "1", "2", "3", "4", "5")
                .Record(new CareEvent.ContactEnded(contact, over.Outcome == RunOutcome.Resolved ? Outcome.ResolvedAssumed : Outcome.Dropped))
                .Change(c => c with { Contact = null, About = null })
                .Become(new Status.WithBot(Pending: new Question.Rating(contact)));
        }
    }

    private static List<Run> With(IReadOnlyList<Run> runs, Run run)
    {
        var at = runs.ToList().FindIndex(each => each.Id == run.Id);
        List<Run> others = [.. runs];
        if (at >= 0)
        {
            others.RemoveAt(at);
        }

        if (run is { IsOver: false, LeftFor: null })
        {
            others.Insert(at >= 0 ? at : others.Count, run);
        }

        return others;
    }
}
