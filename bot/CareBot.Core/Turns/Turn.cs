using System.Diagnostics;
using CareBot.Answers;
using CareBot.Desk;

namespace CareBot.Turns;

/// <summary>The rules of care: what happens to a conversation when something comes in.</summary>
public static class Turn
{
    /// <summary>Decides one turn. Pure and total: the same arguments give the same decision, and every pair has one.</summary>
    /// <param name="conversation">As it was last saved, or fresh.</param>
    /// <param name="input">What came in.</param>
    /// <param name="evidence">What was found for the customer's words; <see cref="Evidence.None"/> for other inputs.</param>
    /// <param name="policy">The company's numbers.</param>
    /// <param name="now">The instant of the turn, UTC.</param>
    public static Decision Decide(
        Conversation conversation, Input input, Evidence evidence, CarePolicy policy, DateTimeOffset now)
    {
        var draft = Runs.Stop(Runs.Renew(new Draft(conversation, policy, evidence, now)));

        // A run that stops for good may have brought in a person, who has the conversation from then on.
        conversation = draft.Conversation;

        return (conversation.Status, input) switch
        {
            (Status.WithBot, Input.CustomerJoined) => Introduce(draft, evidence.Starters).Done(),

            // Neither a rating nor small talk nor a bare yes opens a contact: there is nothing to handle, and nothing to count.
            (Status.WithBot { Pending: Question.Rating rating }, Input.CustomerSaid { HasFiles: false } said)
                when Understanding.Number(said.Text) is { } score => Rate(draft, rating.Contact, said, score),
            (Status.WithBot, Input.CustomerSaid { HasFiles: false } said)
                when conversation.Contact is null && Runs.Asking(conversation) is null && IsCourtesy(said.Text) =>
                BeCourteous(draft, said, evidence),

            (Status.WithBot bot, Input.CustomerSaid said) => BotTurn.Answer(Hear(draft, said, evidence), bot, said, evidence),
            // Words are seen where they were typed; what a form held is gone with it, so its sender is told that it came.
            (Status.Queued, Input.CustomerSaid { Form: not null } said) => Hear(draft, said, evidence).Say(draft.Words.FormPassed).Done(),
            (Status.Queued, Input.CustomerSaid said) => Hear(draft, said, evidence).Done(),
            (Status.WithAgent, Input.CustomerSaid said) => AgentTurn.Answerable(Hear(draft, said, evidence)).Done(),

            (Status.WithBot { Pending: Question.Helpful helpful }, Input.CustomerReacted reacted) =>
                BotTurn.Judge(draft, helpful, reacted.Helpful).Feel(reacted.Helpful ? Signal.Confirmed : Signal.Unmet).Await(null).Done(),

            // A sign under anything else is a courtesy.
            (_, Input.CustomerReacted) => draft.Done(),

            // What was answered stays answered: to new words no answer was asked for.
            (_, Input.CustomerCorrected { Said.Message: { } message } corrected) =>
                draft.Record(new CareEvent.CustomerCorrected(corrected.Said.Contact, message, corrected.Text)).Done(),
            (_, Input.CustomerWithdrew { Said.Message: { } message } withdrew) =>
                draft.Record(new CareEvent.CustomerWithdrew(withdrew.Said.Contact, message)).Done(),

            // A message without an id is never spoken of again.
            (_, Input.CustomerCorrected or Input.CustomerWithdrew) => draft.Done(),

            (_, Input.AgentClaimed or Input.AgentTookOver or Input.AgentReleased or Input.AgentSaid or Input.AgentNoted or Input.AgentClosed) =>
                AgentTurn.Act(draft, input),

            (_, Input.ActionReturned or Input.Happened) => Runs.Stop(RunTurn.Take(draft, input)).Done(),
            (_, Input.RunsFetched fetched) => RunsElsewhere.Leave(draft, fetched).Done(),
            (_, Input.RunsBrought brought) => Runs.Stop(RunsElsewhere.Arrive(draft, brought)).Done(),
            (_, Input.TaskDone done) => RunTurn.Finish(draft, done),
            (_, Input.AgentFilled or Input.AgentResumed or Input.AgentStarted) => RunTurn.Act(draft, input),

            (_, Input.AlertSettled settled) => RunTurn.Settle(draft, settled).Done(),

            (_, Input.DeadlinePassed) => PassTime(draft).Done(),

            // Whatever comes in, runs have gone on in their new version before.
            (_, Input.ProceduresRenewed) => draft.Done(),

            // A second join changes nothing.
            (_, Input.CustomerJoined) => draft.Done(),

            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Says once that this is an automated assistant and how to reach a person (art. 50 Reg. (EU) 2024/1689).</summary>
    /// <param name="draft">The turn.</param>
    /// <param name="starters">What most customers come for, as buttons; whoever has said something needs none.</param>
    private static Draft Introduce(Draft draft, params IReadOnlyList<string> starters) => draft.Conversation.Introduced
        ? draft
        : draft
            .Change(c => c with { Introduced = true })
            .Say(
                draft.Words.Introduction(draft.Greeting, draft.Policy.Company),
                starters.Count == 0 ? [] : [.. starters, draft.Words.TalkToPerson])
            .Record(new CareEvent.Introduced(draft.Conversation.Language));

    /// <summary>Small talk that needs nobody: an insult does, so it is handled.</summary>
    private static bool IsCourtesy(string text) =>
        SmallTalks.Of(text) is { } talk ? talk != SmallTalk.Insult : PlainWords.Agrees(text) is not null;

    /// <summary>Answers in kind. What was asked before, a rating, may still be answered.</summary>
    private static Decision BeCourteous(Draft draft, Input.CustomerSaid said, Evidence evidence)
    {
        draft
            .Change(c => c with { Language = evidence.Language ?? c.Language })
            .Record(new CareEvent.CustomerSaid(null, said.Text, Message: said.Message));

        // The introduction greets already, and says what is asked most: whether this is a person.
        return draft.Conversation.Introduced ? draft.Say(Courtesy(said.Text, draft)).Done() : Introduce(draft).Done();
    }

    private static string Courtesy(string text, Draft draft) =>
        SmallTalks.Of(text) is { } talk ? draft.InKind(talk)
        : PlainWords.Agrees(text) == true ? draft.Words.AskPlease
        : draft.Words.Welcome;

    private static Decision Rate(Draft draft, ContactId contact, Input.CustomerSaid said, int score) => draft
        .Record(new CareEvent.CustomerSaid(null, said.Text, Message: said.Message))
        .Record(new CareEvent.Rated(contact, score))
        .Say(draft.Words.ThanksForRating)
        .Rest()
        .Done();

    /// <summary>Opens a contact if none is open, follows the customer's language, and writes down what they said.</summary>
    private static Draft Hear(Draft draft, Input.CustomerSaid said, Evidence evidence)
    {
        var language = LanguageWish.Of(said.Text)
            ?? (ProcedureTurn.IsAnswer(draft, said) ? draft.Conversation.Language : evidence.Language ?? draft.Conversation.Language);
        var changed = language != draft.Conversation.Language;
        draft.Change(c => c with { Language = language });

        if (draft.Conversation.Contact is null)
        {
            draft.OpenContact();
        }
        else if (changed)
        {
            draft.Record(new CareEvent.LanguageChanged(draft.Contact.Id, language));
        }

        draft.Record(new CareEvent.CustomerSaid(draft.Contact.Id, said.Text, said.Files, said.Message));
        return draft.Conversation.Status is Status.WithBot ? Introduce(draft) : draft;
    }

    /// <summary>What is due in runs comes first; then what the conversation itself waits for.</summary>
    private static Draft PassTime(Draft draft)
    {
        var (status, dueAt) = (draft.Conversation.Status, draft.Conversation.DueAt);
        Runs.PassTime(draft);

        // A deadline that was moved while its alarm was on the way, or by what was due in a run, is not due yet.
        return dueAt > draft.Now || dueAt is null || draft.Conversation.DueAt != dueAt ? draft : status switch
        {
            Status.WithBot => EndContact(draft),
            Status.Queued queued => KeepWaiting(draft, queued),
            Status.WithAgent with => AgentTurn.Return(draft, with, ReturnReason.Unanswered),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The customer has been silent long enough: the contact is over, and its last signal says how it went.</summary>
    private static Draft EndContact(Draft draft) => draft
        .Record(new CareEvent.ContactEnded(draft.Contact.Id, draft.Contact.Signal switch
        {
            Signal.Confirmed => Outcome.ResolvedConfirmed,
            Signal.Answered => Outcome.ResolvedAssumed,
            Signal.Declined => Outcome.OutOfScopeClosed,
            Signal.None or Signal.Unmet => Outcome.Dropped,
            _ => throw new UnreachableException(),
        }))
        .Change(c => c with { Contact = null, About = null })
        .Rest();

    /// <summary>Says once that the wait is longer than promised; the place in the queue is kept.</summary>
    private static Draft KeepWaiting(Draft draft, Status.Queued queued) => draft
        .Record(new CareEvent.HandoffOverdue(draft.Contact.Id))
        .Tell(HandoffState.Failed, draft.Words.StillWaiting)
        .Say(draft.Words.StillWaiting)
        .Become(queued);
}
