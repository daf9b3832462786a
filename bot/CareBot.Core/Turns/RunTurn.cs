using System.Diagnostics;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Slots;

namespace CareBot.Turns;

/// <summary>What other systems and agents bring to a run.</summary>
internal static class RunTurn
{
    /// <summary>Takes over what came from outside. A run that is over, or does not wait for it, stays as it is.</summary>
    public static Draft Take(Draft draft, Input input) => input switch
    {
        // A copy or an undoing may fail after its run is over: somebody must know all the same.
        Input.ActionReturned { Result: ActionResult.Failed failed } late when Find(draft, late.Run) is null =>
            draft.Alert(late.Run, RunOutput.Alert.NotDone(late.Key, late.Action, failed)),
        Input.ActionReturned returned => Take(draft, returned.Run, run => ProcedureEngine.Returned(run, returned.Key, returned.Action, returned.Result, draft.RunContext)),
        Input.Happened happened => Take(draft, happened.Run, run => ProcedureEngine.Happened(run, happened.Name, happened.With, draft.RunContext)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Carries out what the agent who has the conversation does with a run, or says why it changes nothing.</summary>
    public static Decision Act(Draft draft, Input act)
    {
        if (draft.Conversation.Status is not Status.WithAgent { Agent: var agent } || agent.Id != By(act).Id)
        {
            return draft.Refuse(Refusal.NotWithYou);
        }

        return act switch
        {
            Input.AgentStarted started => draft.Book.Find(started.Procedure) is { } procedure
                ? Start(draft, agent, procedure).Done()
                : draft.Refuse(Refusal.NoSuchProcedure),
            Input.AgentResumed resumed when Find(draft, resumed.Run) is { } stopped && draft.Book.HasStopped(stopped, draft.Now) =>
                draft.Refuse(Refusal.ProcedureStopped),
            Input.AgentResumed resumed => Find(draft, resumed.Run) is { Waiting: Waiting.HandedOver } run
                ? Runs.ApplyAndSettle(GiveBack(draft.Front(run), agent), ProcedureEngine.TakeUp(run, draft.RunContext)).Done()
                : draft.Refuse(Refusal.NoSuchRun),
            Input.AgentFilled filled => Fill(draft, filled),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A colleague has seen to an alert; one that another has seen to before is settled. A run that had stopped is over with it.</summary>
    public static Draft Settle(Draft draft, Input.AlertSettled settled)
    {
        if (draft.Conversation.Alerts.FirstOrDefault(alert => alert.Id == settled.Alert) is not { } alert)
        {
            return draft;
        }

        draft
            .Change(c => c with { Alerts = [.. c.Alerts.Where(each => each.Id != alert.Id)] })
            .Record(new CareEvent.AlertSettled(draft.Conversation.Contact?.Id, alert, settled.Agent));
        return alert.Kind == AlertKind.Stopped && Find(draft, alert.Run) is { Waiting: Waiting.HandedOver } stopped
            ? Runs.Apply(draft, ProcedureEngine.Close(stopped, RunOutcome.Transferred, draft.RunContext))
            : draft;
    }

    /// <summary>A person has done, or cannot do, what a run asked of them. It is done when all is filled in that the procedure goes on with;
    /// whoever comes after a colleague changes nothing.</summary>
    public static Decision Finish(Draft draft, Input.TaskDone done)
    {
        if (Find(draft, done.Run) is not { } run || draft.Book.Find(run.Here.Procedure, run.Here.Version) is not { } procedure)
        {
            return draft.Done();
        }

        if (run.Waiting?.Parts.OfType<Waiting.Consent>().FirstOrDefault(consent => consent.Id == done.Task) is { Role: var role }
            && !draft.Book.MayDecide(role, done.Agent.Name))
        {
            return draft.Refuse(Refusal.NotYours);
        }

        var fills = run.Waiting?.Parts.OfType<Waiting.Work>().FirstOrDefault(work => work.Id == done.Task)?.Fills ?? [];
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var slot in fills.Select(procedure.Slots.GetValueOrDefault).OfType<Slot>())
        {
            var given = done.Values.GetValueOrDefault(slot.Name, Value.Nothing.Here);
            if (string.IsNullOrWhiteSpace(given.ToString()))
            {
                if (done.Done && slot is { MayRefuse: false, Default: null } && !run.Here.Values.ContainsKey(slot.Name))
                {
                    return draft.Refuse(Refusal.Incomplete, slot.Label);
                }
            }
            else if (given is not Value.Text typed)
            {
                values[slot.Name] = given;
            }
            else if (slot.Type.Read(typed.Words, [], draft.Reading) is SlotReading.Filled { Value: var value })
            {
                values[slot.Name] = value;
            }
            else if (done.Done)
            {
                return draft.Refuse(Refusal.NotReadable, slot.Label);
            }
        }

        return Runs.ApplyAndSettle(draft, ProcedureEngine.Worked(run, done.Task, done.Agent.Name, done.Done, values, draft.RunContext)).Done();
    }

    private static Decision Fill(Draft draft, Input.AgentFilled filled)
    {
        if (Find(draft, filled.Run) is not { } run
            || draft.Book.Find(run.Here.Procedure, run.Here.Version)?.Slots.GetValueOrDefault(filled.Slot) is not { } slot)
        {
            return draft.Refuse(Refusal.NoSuchRun);
        }

        return slot.Type.Read(filled.Text, [], draft.Reading) is SlotReading.Filled { Value: var value }
            ? Runs.Apply(draft, ProcedureEngine.Fill(run, slot.Name, value, draft.RunContext)).Done()
            : draft.Refuse(Refusal.NotReadable, slot.Label);
    }

    private static Draft Start(Draft draft, Agent agent, Procedure procedure)
    {
        var id = draft.NextRun();
        return Runs.ApplyAndSettle(
            GiveBack(draft, agent), ProcedureEngine.Start(id, procedure, new Dictionary<string, Value>(), FilledBy.Agent, draft.RunContext));
    }

    /// <summary>The bot has the conversation again, and the contact goes on.</summary>
    private static Draft GiveBack(Draft draft, Agent agent) => draft
        .Record(new CareEvent.HandoffCompleted(draft.Contact.Id, agent, ToBot: true))
        .Tell(HandoffState.Completed)
        .Say(draft.Words.BotGoesOn(agent.Name))
        .Await(null);

    private static Draft Take(Draft draft, RunId id, Func<Run, Advance> move) =>
        Find(draft, id) is { } run ? Runs.ApplyAndSettle(draft, move(run)) : draft;

    private static Run? Find(Draft draft, RunId id) => draft.Conversation.Runs.FirstOrDefault(run => run.Id == id);

    private static Agent By(Input act) => act switch
    {
        Input.AgentStarted started => started.Agent,
        Input.AgentResumed resumed => resumed.Agent,
        Input.AgentFilled filled => filled.Agent,
        _ => throw new UnreachableException(),
    };
}
