using CareBot.Answers;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Slots;

namespace CareBot.Turns;

/// <summary>A decision being written. It lives for one call of <see cref="Turn.Decide"/> and never leaves it.</summary>
internal sealed class Draft(Conversation conversation, CarePolicy policy, Evidence evidence, DateTimeOffset now)
{
    private readonly List<CareEvent> events = [];
    private readonly List<Effect> effects = [];
    private readonly Conversation before = conversation;

    public Conversation Conversation { get; private set; } = conversation;

    public CarePolicy Policy => policy;

    public DateTimeOffset Now => now;

    /// <summary>The procedures there are.</summary>
    public ProcedureBook Book => evidence.Procedures;

    /// <summary>The requests of other conversations that the customer's words name.</summary>
    public IReadOnlyList<RequestElsewhere> Elsewhere => evidence.Elsewhere;

    /// <summary>What a run of this conversation knows beside itself.</summary>
    public RunContext RunContext => new() { Book = Book, Language = Conversation.Language, Channel = Conversation.Channel, Now = now, Remembered = Conversation.Remembered };

    /// <summary>In which language and on which day answers are read.</summary>
    public SlotContext Reading => SlotContext.At(now, Book.Calendar, Conversation.Language);

    public Phrases Words => Phrases.In(Conversation.Language);

    /// <summary>How the customer is greeted at this hour.</summary>
    public string Greeting => Words.Greeting(TimeZoneInfo.ConvertTime(now, policy.Zone).Hour);

    /// <summary>The reply to small talk that needs nobody.</summary>
    public string InKind(SmallTalk talk) => Words.InKind(talk, Greeting, Policy.Company);

    /// <summary>The contact under way. Only for arms that have opened one or run inside one.</summary>
    public Contact Contact => Conversation.Contact ?? throw new InvalidOperationException("No contact is open.");

    /// <summary>Whether something has been said to the customer in this turn already.</summary>
    public bool HasSpoken => effects.Any(effect => effect is Effect.Reply);

    public Draft Record(CareEvent happened)
    {
        events.Add(happened);
        return this;
    }

    public Draft Change(Func<Conversation, Conversation> change)
    {
        Conversation = change(Conversation);
        return this;
    }

    public Draft Become(Status status, DateTimeOffset? dueAt = null) =>
        Change(c => c with { Status = status, DueAt = dueAt });

    /// <summary>The bot has the conversation, has asked what it has asked, and the customer's silence is being timed.</summary>
    public Draft Await(Question? pending, int misses = 0) => Become(new Status.WithBot(misses, pending), now + policy.ContactIdle);

    /// <summary>Nothing is open and nothing is asked: the bot waits for as long as the customer likes.</summary>
    public Draft Rest() => Become(new Status.WithBot());

    public Draft Feel(Signal signal) => Change(c => c with { Contact = Contact with { Signal = signal } });

    public Draft Say(string text, params IReadOnlyList<string> choices) => Say(text, TextFormat.Plain, choices);

    public Draft Say(string text, Form form) => Say(text, TextFormat.Plain, [], form);

    public Draft Say(string text, TextFormat format, IReadOnlyList<string> choices, Form? form = null)
    {
        effects.Add(new Effect.Reply(text, format, Conversation.Language, null, choices, form));
        return Record(new CareEvent.BotSaid(Conversation.Contact?.Id, text));
    }

    public Draft Say(Input.AgentSaid said)
    {
        effects.Add(new Effect.Reply(said.Text, TextFormat.Plain, Conversation.Language, said.Agent, []));
        return Record(new CareEvent.AgentSaid(
            Contact.Id, said.Agent, said.Text, said.From is { } taken ? FromArticle.Of(taken, said.Text) : null));
    }

    /// <summary>An article is shown: it happened, and it is what the customer's next question may be about.</summary>
    public Draft Shown(Passage passage) =>
        Record(new CareEvent.Answered(Contact.Id, passage.Article, passage.Topic, passage.Confidence))
            .Change(c => c with { About = new(passage.Article, passage.Topic) });

    /// <summary>Puts the contact into the queue for a person and says so.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="where">The queue; null for the usual one.</param>
    public Draft HandOver(HandoffReason reason, QueueName? where = null)
    {
        var dueAt = PersonDueAt;
        var queue = where ?? policy.Queue;
        return Runs.HandOver(this, reason.ToString())
            .Record(new CareEvent.HandoffInitiated(Contact.Id, queue, reason, dueAt))
            .Say(HandingOver, Form.Handoff)
            .CallPerson(queue, reason)
            .Become(new Status.Queued(queue, now, reason), dueAt);
    }

    /// <summary>By when a person is promised: nobody is kept to minutes in which the desk is closed.</summary>
    public DateTimeOffset PersonDueAt => Book.Calendar.NextOpen(now) is null ? now + policy.HandoffTarget : Book.Calendar.Add(now, policy.HandoffTarget);

    /// <summary>What somebody who waits for a person is told: where the desk is closed, when it opens and not in how many minutes.</summary>
    private string HandingOver => Book.Calendar.NextOpen(now) switch
    {
        { } opens when opens > now => Words.HandingOverLater(OpeningWords.Of(opens, now, Book.Calendar.Zone, Conversation.Language)),
        _ => Words.HandingOver((int)Math.Ceiling(policy.HandoffTarget.TotalMinutes)),
    };

    /// <summary>A contact is open from here on: a new one where none was.</summary>
    public Draft OpenContact()
    {
        if (Conversation.Contact is not null)
        {
            return this;
        }

        Change(c => c with { Contacts = c.Contacts + 1, Contact = new(ContactId.Of(c.Id, c.Contacts + 1), now) });
        return Record(new CareEvent.ContactStarted(Contact.Id, Conversation.Channel, Conversation.Language));
    }

    /// <summary>Another system is asked, or does something.</summary>
    public Draft Act(ActionCall call)
    {
        effects.Add(new Effect.Act(call));
        return this;
    }

    /// <summary>A case is opened, changed or closed.</summary>
    public Draft Move(Run run, RunOutput.MoveCase move) =>
        Record(new CareEvent.CaseMoved(Conversation.Contact?.Id, run.Id, move.File.Code, move.File.Type, move.Step.Change, move.File.Priority, move.Step.Sla, move.Step.Status)
        {
            Tags = move.File.Tags,
        });

    /// <summary>A colleague should look at something. What they know of already is not raised twice.</summary>
    public Draft Alert(RunId run, RunOutput.Alert raised)
    {
        var id = $"{run}/{raised.Id}";
        if (Conversation.Alerts.Any(each => each.Id == id))
        {
            return this;
        }

        var alert = new Alert(id, run, raised.Queue is { } queue ? new(queue) : policy.Queue, raised.Kind, raised.About, now);
        return Change(c => c with { Alerts = [.. c.Alerts.Append(alert).TakeLast(Desk.Alert.Max)] })
            .Record(new CareEvent.AlertRaised(Conversation.Contact?.Id, alert));
    }

    /// <summary>What a procedure came to holds for a while; what held until now is forgotten.</summary>
    public Draft Remember(Remembered what) => Change(c => c with
    {
        Remembered = [.. c.Remembered.Where(each => each.Until > now).Append(what).TakeLast(Procedures.Remembered.Max)],
    });

    /// <summary>The identity of the next run of this conversation.</summary>
    public RunId NextRun()
    {
        Change(c => c with { RunsStarted = c.RunsStarted + 1 });
        return new($"{Conversation.Id}~{Conversation.RunsStarted}");
    }

    /// <summary>The run is what the customer is asked about from here on.</summary>
    public Draft Front(Run run) => Change(c => c with { Runs = [.. c.Runs.Where(each => each.Id != run.Id), run] });

    /// <summary>Tells the channel's programs that a person is wanted.</summary>
    public Draft CallPerson(QueueName queue, HandoffReason reason)
    {
        effects.Add(new Effect.Handoff.Initiated(
            Contact.Id, queue, reason, Conversation.About?.Article, Conversation.Language, now));
        return this;
    }

    /// <summary>Tells the channel's programs what has become of the wish for a person.</summary>
    public Draft Tell(HandoffState state, string? message = null)
    {
        effects.Add(new Effect.Handoff.Changed(state, Conversation.Language, message));
        return this;
    }

    /// <summary>What a run has asked is asked again after something else in between.</summary>
    public Draft AskAgain() => Runs.Asking(Conversation) is { Asked: null } asking && Conversation.Status is Status.WithBot
        ? Runs.ApplyAndSettle(this, ProcedureEngine.AskAgain(asking, recap: true, RunContext))
        : this;

    public Decision Done() => new(Conversation, events, effects);

    public Decision Refuse(Refusal why, Wording? about = null) => new(before, [], []) { Refused = why, RefusedFor = about };
}
