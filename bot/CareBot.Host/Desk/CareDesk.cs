using System.Diagnostics;
using CareBot.Desk;
using CareBot.Host.Turns;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Host.Desk;

/// <summary>The one door through which agents act on conversations, whatever they act from.</summary>
/// <remarks>It decides nothing: each act is a turn, so of two agents who claim at the same time exactly one wins.</remarks>
internal sealed class CareDesk(TurnRunner runner)
{
    /// <summary>The characters in one reply or note.</summary>
    public const int TextMax = 4_000;

    /// <summary>Takes a waiting conversation. Claiming one's own again changes nothing and is done.</summary>
    public Task<DeskOutcome> ClaimAsync(ConversationId conversation, Agent agent, CancellationToken cancellation) =>
        TakeAsync(conversation, new Input.AgentClaimed(agent), cancellation);

    /// <summary>Writes to the customer in the agent's own words.</summary>
    public Task<DeskOutcome> ReplyAsync(
        ConversationId conversation, Agent agent, string text, CancellationToken cancellation) =>
        ReplyAsync(conversation, agent, text, null, cancellation);

    /// <summary>Writes to the customer.</summary>
    /// <param name="conversation">Which.</param>
    /// <param name="agent">Who has it.</param>
    /// <param name="text">The words.</param>
    /// <param name="from">The article that they were made from; null where they are the agent's own.</param>
    /// <param name="cancellation">When the caller no longer waits.</param>
    public Task<DeskOutcome> ReplyAsync(
        ConversationId conversation, Agent agent, string text, TakenArticle? from, CancellationToken cancellation) =>
        WriteAsync(conversation, text, words => new Input.AgentSaid(agent, words, from), null, cancellation);

    /// <summary>Writes to the customer what may come here twice: the same <paramref name="once"/> again writes nothing.</summary>
    public Task<DeskOutcome> ReplyOnceAsync(
        ConversationId conversation, Agent agent, string text, string once, CancellationToken cancellation) =>
        WriteAsync(conversation, text, words => new Input.AgentSaid(agent, words), once, cancellation);

    /// <summary>Writes what only agents see.</summary>
    public Task<DeskOutcome> NoteAsync(
        ConversationId conversation, Agent agent, string text, CancellationToken cancellation) =>
        WriteAsync(conversation, text, words => new Input.AgentNoted(agent, words), null, cancellation);

    /// <summary>Writes what only agents see and may come here twice: the same <paramref name="once"/> again writes nothing.</summary>
    public Task<DeskOutcome> NoteOnceAsync(
        ConversationId conversation, Agent agent, string text, string once, CancellationToken cancellation) =>
        WriteAsync(conversation, text, words => new Input.AgentNoted(agent, words), once, cancellation);

    /// <summary>Takes a conversation from the colleague who has it; of two who do so at the same time one wins.</summary>
    public Task<DeskOutcome> TakeOverAsync(
        ConversationId conversation, Agent agent, AgentId from, CancellationToken cancellation) =>
        TakeAsync(conversation, new Input.AgentTookOver(agent, from), cancellation);

    /// <summary>Gives a conversation back: it waits for a colleague at the place that it had.</summary>
    public Task<DeskOutcome> ReleaseAsync(ConversationId conversation, Agent agent, CancellationToken cancellation) =>
        TakeAsync(conversation, new Input.AgentReleased(agent), cancellation);

    /// <summary>Ends the contact: the customer is asked for a rating and the bot takes over again.</summary>
    public Task<DeskOutcome> CloseAsync(ConversationId conversation, Agent agent, CancellationToken cancellation) =>
        TakeAsync(conversation, new Input.AgentClosed(agent), cancellation);

    /// <summary>Gives a conversation back to the bot, which goes on with a run where it stopped.</summary>
    public Task<DeskOutcome> ResumeRunAsync(ConversationId conversation, Agent agent, RunId run, CancellationToken cancellation) =>
        TakeAsync(conversation, new Input.AgentResumed(agent, run), cancellation);

    /// <summary>Gives a slot of a run a value, for the customer.</summary>
    public Task<DeskOutcome> FillSlotAsync(
        ConversationId conversation, Agent agent, RunId run, string slot, string text, CancellationToken cancellation) =>
        WriteAsync(conversation, text, words => new Input.AgentFilled(agent, run, slot, words), null, cancellation);

    /// <summary>Has the bot go through a procedure with the customer.</summary>
    public Task<DeskOutcome> StartProcedureAsync(
        ConversationId conversation, Agent agent, ProcedureId procedure, CancellationToken cancellation) =>
        TakeAsync(conversation, new Input.AgentStarted(agent, procedure), cancellation);

    /// <summary>Says that a task of a run is done or cannot be, or answers what it asks; whoever has the conversation.</summary>
    public Task<DeskOutcome> FinishTaskAsync(
        ConversationId conversation, Agent agent, RunId run, string task, bool done, IReadOnlyDictionary<string, string> texts,
        CancellationToken cancellation) =>
        TakeAsync(
            conversation,
            new Input.TaskDone(run, task, agent, done, texts.ToDictionary(each => each.Key, each => (Value)new Value.Text(each.Value))),
            cancellation);

    /// <summary>Says that an alert has been seen to; whoever has the conversation. One that a colleague has seen to before is settled.</summary>
    public Task<DeskOutcome> SettleAlertAsync(ConversationId conversation, Agent agent, string alert, CancellationToken cancellation) =>
        TakeAsync(conversation, new Input.AlertSettled(agent, alert), cancellation);

    private async Task<DeskOutcome> WriteAsync(
        ConversationId conversation, string text, Func<string, Input> input, string? once, CancellationToken cancellation) =>
        text.Trim() switch
        {
            "" => new DeskOutcome.Empty(),
            { Length: > TextMax } => new DeskOutcome.TooLong(),
            var words => await TakeAsync(conversation, input(words), once, cancellation),
        };

    private Task<DeskOutcome> TakeAsync(ConversationId conversation, Input input, CancellationToken cancellation) =>
        TakeAsync(conversation, input, null, cancellation);

    private async Task<DeskOutcome> TakeAsync(ConversationId conversation, Input input, string? once, CancellationToken cancellation) =>
        await runner.TakeAsync(new Incoming { Conversation = conversation, Input = input, Once = once }, cancellation) switch
        {
            TurnOutcome.Taken { Decision: { Refused: { } why } decision } =>
                new DeskOutcome.Refused(why, (decision.Next.Status as Status.WithAgent)?.Agent) { For = decision.RefusedFor },
            TurnOutcome.Taken or TurnOutcome.Duplicate => new DeskOutcome.Done(),
            TurnOutcome.Unknown => new DeskOutcome.Unknown(),
            _ => throw new UnreachableException(),
        };
}
