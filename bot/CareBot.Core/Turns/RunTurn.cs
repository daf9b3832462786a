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
        Input.ActionReturned returned => Take(draft, returned.Run, run => ProcedureEngine.Returned(run, returned.Key, returned.Result, draft.RunContext)),
        Input.Happened happened => Take(draft, happened.Run, run => ProcedureEngine.Happened(run, happened.Name, happened.With, draft.RunContext)),
        Input.TaskDone done => Take(
            draft, done.Run, run => ProcedureEngine.Worked(run, done.Task, done.Agent.Name, done.Done, Read(draft, run, done.Values), draft.RunContext)),
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
            Input.AgentResumed resumed => Find(draft, resumed.Run) is { Waiting: Waiting.HandedOver } run
                ? Runs.ApplyAndSettle(GiveBack(draft.Front(run), agent), ProcedureEngine.TakeUp(run, draft.RunContext)).Done()
                : draft.Refuse(Refusal.NoSuchRun),
            Input.AgentFilled filled => Fill(draft, filled),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What people type is read as a customer's answer is; what cannot be read so stays as it was typed.</summary>
    private static Dictionary<string, Value> Read(Draft draft, Run run, IReadOnlyDictionary<string, Value> values)
    {
        var slots = draft.Book.Find(run.Here.Procedure, run.Here.Version)?.Slots;
        var context = draft.Reading;
        return values.ToDictionary(each => each.Key, each =>
            each.Value is Value.Text typed
            && slots?.GetValueOrDefault(each.Key) is { } slot
            && slot.Type.Read(typed.Words, [], context) is SlotReading.Filled { Value: var value }
                ? value
                : each.Value);
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
            : draft.Refuse(Refusal.NotReadable);
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
