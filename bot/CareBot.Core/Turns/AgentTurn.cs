using System.Diagnostics;
using CareBot.Desk;

namespace CareBot.Turns;

/// <summary>The people's part of a turn: who has the conversation, and what they may do with it.</summary>
internal static class AgentTurn
{
    /// <summary>Carries out an agent's act, or says why it changes nothing.</summary>
    public static Decision Act(Draft draft, Input act) => (draft.Conversation.Status, act) switch
    {
        (Status.Queued queued, Input.AgentClaimed claim) => Claim(draft, queued, claim.Agent),
        (Status.WithAgent with, Input.AgentClaimed claim) =>
            with.Agent.Id == claim.Agent.Id ? draft.Done() : draft.Refuse(Refusal.AlreadyTaken),
        (_, Input.AgentClaimed) => draft.Refuse(Refusal.NotWaiting),

        // Of two who take it from the same colleague one comes second, and is told by whom it is held now.
        (Status.WithAgent with, Input.AgentTookOver over) when with.Agent.Id == over.Agent.Id => draft.Done(),
        (Status.WithAgent with, Input.AgentTookOver over) =>
            with.Agent.Id == over.From ? TakeOver(draft, with, over.Agent) : draft.Refuse(Refusal.AlreadyTaken),
        (_, Input.AgentTookOver) => draft.Refuse(Refusal.NotWithYou),

        (Status.WithAgent with, Input.AgentReleased release) when with.Agent.Id == release.Agent.Id =>
            Return(draft, with, ReturnReason.Released).Done(),
        (Status.WithAgent with, Input.AgentSaid said) when with.Agent.Id == said.Agent.Id =>
            draft.Say(said).Change(c => c with { DueAt = null }).Done(),
        (Status.WithAgent with, Input.AgentClosed close) when with.Agent.Id == close.Agent.Id => Close(draft, close.Agent),
        (Status.WithAgent or Status.Queued, Input.AgentNoted note) =>
            draft.Record(new CareEvent.NoteWritten(draft.Contact.Id, note.Agent, note.Text)).Done(),
        (_, Input.AgentReleased or Input.AgentSaid or Input.AgentClosed or Input.AgentNoted) => draft.Refuse(Refusal.NotWithYou),

        _ => throw new UnreachableException(),
    };

    /// <summary>The customer waits for an answer from now on, unless they have been waiting already.</summary>
    public static Draft Answerable(Draft draft) => draft.Change(c => c with { DueAt = c.DueAt ?? draft.Now + draft.Policy.AgentSilenceMax });

    /// <summary>Puts the contact back into its queue and says so; the place in the queue is the one it had.</summary>
    public static Draft Return(Draft draft, Status.WithAgent with, ReturnReason reason)
    {
        var dueAt = draft.PersonDueAt;
        return draft
            .Record(new CareEvent.HandoffReturned(draft.Contact.Id, with.Agent, reason, dueAt))
            .Say(reason == ReturnReason.Released ? draft.Words.AgentLeft(with.Agent.Name) : draft.Words.AgentSilent(with.Agent.Name))
            .CallPerson(with.Queue, HandoffReason.Returned)
            .Become(new Status.Queued(with.Queue, with.QueuedAt, HandoffReason.Returned), dueAt);
    }

    private static Decision Claim(Draft draft, Status.Queued queued, Agent agent) => Answerable(draft
        .Become(new Status.WithAgent(agent, queued.Queue, queued.Since, draft.Now))
        .Record(new CareEvent.HandoffAccepted(draft.Contact.Id, agent))
        .Tell(HandoffState.Accepted, draft.Words.AgentJoined(agent.Name))
        .Say(draft.Words.AgentJoined(agent.Name)))
        .Done();

    /// <summary>What the customer has been promised stays promised: their wait for an answer goes on from where it began.</summary>
    private static Decision TakeOver(Draft draft, Status.WithAgent with, Agent agent) => draft
        .Become(with with { Agent = agent, Since = draft.Now }, draft.Conversation.DueAt)
        .Record(new CareEvent.HandoffTransferred(draft.Contact.Id, with.Agent, agent))
        .Say(draft.Words.AgentFollows(agent.Name))
        .Done();

    private static Decision Close(Draft draft, Agent agent)
    {
        var contact = draft.Contact.Id;
        return Runs.CloseHandedOver(draft)
            .Record(new CareEvent.HandoffCompleted(contact, agent))
            .Tell(HandoffState.Completed)
            .Say(draft.Words.BotIsBack(agent.Name), "1", "2", "3", "4", "5")
            .Record(new CareEvent.ContactEnded(contact, Outcome.Handoff))
            .Change(c => c with { Contact = null, About = null })
            .Become(new Status.WithBot(Pending: new Question.Rating(contact)))
            .Done();
    }
}
