using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;

namespace CareBot.Turns;

/// <summary>Anything that can move a conversation on.</summary>
public abstract record Input
{
    private Input()
    {
    }

    /// <summary>The customer opened the conversation and has said nothing yet.</summary>
    public sealed record CustomerJoined : Input;

    /// <summary>The customer wrote, or pressed a suggested action, which is the same; or sent files, with words or without.</summary>
    /// <param name="Text">The words; empty when there are none.</param>
    /// <param name="Files">The files that came with them; null when none did.</param>
    /// <param name="Form">The form that they were written into; null when they were not.</param>
    /// <param name="Message">The channel's id of the message; null where the channel never speaks of it again.</param>
    public sealed record CustomerSaid(
        string Text, IReadOnlyList<SentFile>? Files = null, Form? Form = null, string? Message = null) : Input
    {
        /// <summary>Whether there is more than the words.</summary>
        public bool HasFiles => Files is [_, ..];
    }

    /// <summary>The customer put a sign under a message that says whether it helped.</summary>
    public sealed record CustomerReacted(bool Helpful) : Input;

    /// <summary>The customer changed the words of a message, or brought back one that they had deleted.</summary>
    /// <param name="Said">The message as it was written.</param>
    /// <param name="Text">Its words from now on.</param>
    public sealed record CustomerCorrected(CareEvent.CustomerSaid Said, string Text) : Input;

    /// <summary>The customer deleted a message.</summary>
    /// <param name="Said">The message as it was written.</param>
    public sealed record CustomerWithdrew(CareEvent.CustomerSaid Said) : Input;

    /// <summary>An agent wants to take the conversation from its queue.</summary>
    public sealed record AgentClaimed(Agent Agent) : Input;

    /// <summary>The agent who has the conversation wrote to the customer.</summary>
    /// <param name="Agent">Who wrote.</param>
    /// <param name="Text">The words to send.</param>
    /// <param name="From">The article that they were made from; null where they are the agent's own.</param>
    public sealed record AgentSaid(Agent Agent, string Text, TakenArticle? From = null) : Input;

    /// <summary>An agent wrote something that only agents see.</summary>
    public sealed record AgentNoted(Agent Agent, string Text) : Input;

    /// <summary>An agent takes the conversation from the colleague who has it.</summary>
    /// <param name="Agent">Who takes it.</param>
    /// <param name="From">Whom they take it from: if somebody else has it by now, nothing changes.</param>
    public sealed record AgentTookOver(Agent Agent, AgentId From) : Input;

    /// <summary>The agent cannot go on: the conversation waits for a colleague.</summary>
    public sealed record AgentReleased(Agent Agent) : Input;

    /// <summary>The agent is done: the bot takes over again.</summary>
    public sealed record AgentClosed(Agent Agent) : Input;

    /// <summary>Another system has answered.</summary>
    /// <param name="Run">Which run had asked it.</param>
    /// <param name="Key">The key of its <see cref="ActionCall"/>.</param>
    /// <param name="Action">What was asked of it.</param>
    /// <param name="Result">What it answered.</param>
    public sealed record ActionReturned(RunId Run, string Key, string Action, ActionResult Result) : Input;

    /// <summary>Something has happened elsewhere that a run may wait for.</summary>
    /// <param name="Run">Which run.</param>
    /// <param name="Name">What: <c>goods.received</c>.</param>
    /// <param name="With">What is known of it.</param>
    public sealed record Happened(RunId Run, string Name, Value.Fields With) : Input;

    /// <summary>An agent has done, or not done, what a run asked of people.</summary>
    /// <param name="Run">Which run.</param>
    /// <param name="Task">Which task or question.</param>
    /// <param name="Agent">Who.</param>
    /// <param name="Done">Whether it is done; of a question, whether the answer is yes.</param>
    /// <param name="Values">The slots that the agent has filled in.</param>
    public sealed record TaskDone(RunId Run, string Task, Agent Agent, bool Done, IReadOnlyDictionary<string, Value> Values) : Input;

    /// <summary>An agent has seen to an alert.</summary>
    public sealed record AlertSettled(Agent Agent, string Alert) : Input;

    /// <summary>The procedures have changed: runs that are to go on in another version do.</summary>
    public sealed record ProceduresRenewed : Input;

    /// <summary>The customer goes on with runs of this conversation in another one.</summary>
    /// <param name="Runs">Which.</param>
    /// <param name="For">In which conversation.</param>
    public sealed record RunsFetched(IReadOnlyList<RunId> Runs, ConversationId For) : Input;

    /// <summary>Runs of other conversations go on in this one, whose run has asked for them.</summary>
    /// <param name="By">Which run has.</param>
    /// <param name="Key">The key of its <see cref="ActionCall"/>.</param>
    /// <param name="Runs">Those that come.</param>
    /// <param name="WithPeople">How many stay where they are because a person is at work on them.</param>
    public sealed record RunsBrought(RunId By, string Key, IReadOnlyList<BroughtRun> Runs, int WithPeople) : Input;

    /// <summary>The agent who has the conversation gives a slot of a run a value, for the customer.</summary>
    public sealed record AgentFilled(Agent Agent, RunId Run, string Slot, string Text) : Input;

    /// <summary>The agent who has the conversation gives it back to the bot, which goes on with the run.</summary>
    public sealed record AgentResumed(Agent Agent, RunId Run) : Input;

    /// <summary>The agent who has the conversation has the bot go through a procedure with the customer.</summary>
    public sealed record AgentStarted(Agent Agent, ProcedureId Procedure) : Input;

    /// <summary>The instant <see cref="Conversation.NextDueAt"/> passed.</summary>
    public sealed record DeadlinePassed : Input;
}

/// <summary>A run that goes on in another conversation than until now.</summary>
/// <param name="Run">As it is.</param>
/// <param name="From">Where it was.</param>
public sealed record BroughtRun(Run Run, ConversationId From);
