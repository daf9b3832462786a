using System.Text.Json.Serialization;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Procedures;

namespace CareBot.Turns;

/// <summary>Something that happened, in the past tense. The journal is made of these, and every figure is a fold over them.</summary>
/// <remarks>The short names are what the journal stores: a class may be renamed, they may not.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Introduced), "introduced")]
[JsonDerivedType(typeof(ContactStarted), "contactStarted")]
[JsonDerivedType(typeof(CustomerSaid), "customerSaid")]
[JsonDerivedType(typeof(CustomerCorrected), "customerCorrected")]
[JsonDerivedType(typeof(CustomerWithdrew), "customerWithdrew")]
[JsonDerivedType(typeof(BotSaid), "botSaid")]
[JsonDerivedType(typeof(AgentSaid), "agentSaid")]
[JsonDerivedType(typeof(NoteWritten), "noteWritten")]
[JsonDerivedType(typeof(LanguageChanged), "languageChanged")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(ChoiceOffered), "choiceOffered")]
[JsonDerivedType(typeof(Missed), "missed")]
[JsonDerivedType(typeof(HelpJudged), "helpJudged")]
[JsonDerivedType(typeof(HandoffInitiated), "handoffInitiated")]
[JsonDerivedType(typeof(HandoffOverdue), "handoffOverdue")]
[JsonDerivedType(typeof(HandoffAccepted), "handoffAccepted")]
[JsonDerivedType(typeof(HandoffTransferred), "handoffTransferred")]
[JsonDerivedType(typeof(HandoffReturned), "handoffReturned")]
[JsonDerivedType(typeof(HandoffCompleted), "handoffCompleted")]
[JsonDerivedType(typeof(ContactEnded), "contactEnded")]
[JsonDerivedType(typeof(Rated), "rated")]
[JsonDerivedType(typeof(RunMoved), "runMoved")]
[JsonDerivedType(typeof(CaseMoved), "caseMoved")]
[JsonDerivedType(typeof(AlertRaised), "alertRaised")]
[JsonDerivedType(typeof(AlertSettled), "alertSettled")]
public abstract record CareEvent
{
    private CareEvent()
    {
    }

    /// <summary>The bot said that it is an automated assistant and how to reach a person.</summary>
    public sealed record Introduced(Language Language) : CareEvent;

    /// <summary>The customer's first message of a contact came.</summary>
    public sealed record ContactStarted(ContactId Contact, string Channel, Language Language) : CareEvent;

    /// <summary>The customer wrote, or sent files.</summary>
    /// <param name="Contact">In which contact; null for a greeting or a rating, which open none.</param>
    /// <param name="Text">The words; empty when there are only files.</param>
    /// <param name="Files">The files; null when there were none.</param>
    /// <param name="Message">The channel's id of the message; null where the channel never speaks of it again.</param>
    public sealed record CustomerSaid(
        ContactId? Contact, string Text, IReadOnlyList<SentFile>? Files = null, string? Message = null) : CareEvent;

    /// <summary>The customer changed the words of a message, or brought back one that they had deleted.</summary>
    /// <param name="Contact">The contact in which it was written.</param>
    /// <param name="Message">Which message.</param>
    /// <param name="Text">Its words from now on.</param>
    public sealed record CustomerCorrected(ContactId? Contact, string Message, string Text) : CareEvent;

    /// <summary>The customer deleted a message: what it said is shown to nobody any more, and nothing is learnt from it.</summary>
    /// <param name="Contact">The contact in which it was written.</param>
    /// <param name="Message">Which message.</param>
    public sealed record CustomerWithdrew(ContactId? Contact, string Message) : CareEvent;

    /// <summary>The bot wrote. <paramref name="Contact"/> is null between contacts.</summary>
    public sealed record BotSaid(ContactId? Contact, string Text) : CareEvent;

    /// <summary>An agent wrote to the customer.</summary>
    /// <param name="Contact">In which contact.</param>
    /// <param name="Agent">Who wrote.</param>
    /// <param name="Text">The words as they were sent.</param>
    /// <param name="From">The article that they were made from; null where they are the agent's own.</param>
    public sealed record AgentSaid(ContactId Contact, Agent Agent, string Text, FromArticle? From = null) : CareEvent;

    /// <summary>An agent wrote a note that the customer never sees.</summary>
    public sealed record NoteWritten(ContactId Contact, Agent Agent, string Text) : CareEvent;

    /// <summary>The customer went on in another language.</summary>
    public sealed record LanguageChanged(ContactId Contact, Language Language) : CareEvent;

    /// <summary>An article was shown as the answer.</summary>
    /// <param name="Contact">In which contact.</param>
    /// <param name="Article">Which article.</param>
    /// <param name="Topic">The article's topic then; empty when it had none.</param>
    /// <param name="Confidence">How sure the search was, 0 to 1; 1 when the customer chose it.</param>
    public sealed record Answered(ContactId Contact, ArticleId Article, string Topic, double Confidence) : CareEvent;

    /// <summary>The customer was asked which of several articles they meant.</summary>
    public sealed record ChoiceOffered(ContactId Contact, IReadOnlyList<ArticleId> Articles) : CareEvent;

    /// <summary>No article answered the customer's words, or none of the choices did.</summary>
    public sealed record Missed(ContactId Contact) : CareEvent;

    /// <summary>The customer said whether an answer helped.</summary>
    public sealed record HelpJudged(ContactId Contact, ArticleId Article, bool Helpful) : CareEvent;

    /// <summary>The contact was put into a queue for a person.</summary>
    public sealed record HandoffInitiated(
        ContactId Contact, QueueName Queue, HandoffReason Reason, DateTimeOffset DueAt) : CareEvent;

    /// <summary>Nobody took the contact in the time that was promised.</summary>
    public sealed record HandoffOverdue(ContactId Contact) : CareEvent;

    /// <summary>An agent claimed the contact.</summary>
    public sealed record HandoffAccepted(ContactId Contact, Agent Agent) : CareEvent;

    /// <summary>An agent took the contact from a colleague.</summary>
    public sealed record HandoffTransferred(ContactId Contact, Agent From, Agent To) : CareEvent;

    /// <summary>The contact went back into the queue, to the place it had in it.</summary>
    public sealed record HandoffReturned(ContactId Contact, Agent From, ReturnReason Reason, DateTimeOffset DueAt) : CareEvent;

    /// <summary>The agent is done with the contact.</summary>
    /// <param name="Contact">Which.</param>
    /// <param name="Agent">Who.</param>
    /// <param name="ToBot">Whether the bot goes on with it; otherwise it is over.</param>
    public sealed record HandoffCompleted(ContactId Contact, Agent Agent, bool ToBot = false) : CareEvent;

    /// <summary>The contact is over.</summary>
    public sealed record ContactEnded(ContactId Contact, Outcome Outcome) : CareEvent;

    /// <summary>The customer rated the contact from 1 (poor) to 5 (excellent).</summary>
    public sealed record Rated(ContactId Contact, int Score) : CareEvent;

    /// <summary>A run went on.</summary>
    /// <param name="Contact">In which contact; null between contacts: what other systems answer and what time brings opens none.</param>
    /// <param name="Run">Which run.</param>
    /// <param name="Events">What happened in it, in order.</param>
    public sealed record RunMoved(ContactId? Contact, RunId Run, IReadOnlyList<RunEvent> Events) : CareEvent;

    /// <summary>A case was opened, changed or closed.</summary>
    /// <param name="Contact">In which contact; null between contacts.</param>
    /// <param name="Run">By which run.</param>
    /// <param name="Code">The code by which customers and agents know the case.</param>
    /// <param name="Type">What it is about.</param>
    /// <param name="Change">What became of it.</param>
    /// <param name="Priority">How urgent it is.</param>
    /// <param name="Sla">The promise that it is kept under; null when none is.</param>
    /// <param name="Status">Its status; null for the usual one.</param>
    public sealed record CaseMoved(
        ContactId? Contact, RunId Run, string Code, string Type, CaseChange Change, string Priority, string? Sla, string? Status) : CareEvent
    {
        /// <summary>All that it is marked with by now.</summary>
        public IReadOnlyList<string> Tags { get; init; } = [];
    }

    /// <summary>A colleague should look at something; the customer was told nothing.</summary>
    public sealed record AlertRaised(ContactId? Contact, Alert Alert) : CareEvent;

    /// <summary>A colleague has seen to it.</summary>
    /// <param name="Contact">In which contact; null between contacts.</param>
    /// <param name="Alert">What they have seen to.</param>
    /// <param name="Agent">Who.</param>
    public sealed record AlertSettled(ContactId? Contact, Alert Alert, Agent Agent) : CareEvent;
}

/// <summary>How a contact ended: exactly one for each.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>The bot answered and the customer said that it helped.</summary>
    [JsonStringEnumMemberName("resolved_confirmed")]
    ResolvedConfirmed,

    /// <summary>The bot answered and the customer fell silent without a negative sign.</summary>
    [JsonStringEnumMemberName("resolved_assumed")]
    ResolvedAssumed,

    /// <summary>The contact was passed to people.</summary>
    [JsonStringEnumMemberName("handoff")]
    Handoff,

    /// <summary>The customer left after a miss, an unanswered choice or a "no".</summary>
    [JsonStringEnumMemberName("dropped")]
    Dropped,

    /// <summary>The library has no answer and the customer did not want a person.</summary>
    [JsonStringEnumMemberName("out_of_scope_closed")]
    OutOfScopeClosed,
}
