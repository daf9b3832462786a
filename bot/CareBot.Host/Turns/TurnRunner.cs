using CareBot.Answers;
using CareBot.Host.Settings;
using CareBot.Host.Storage.Single;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Search;
using CareBot.Procedures;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Turns;

/// <summary>Takes an input through load, evidence, decision and save. The only caller of <see cref="Turn.Decide"/>.</summary>
internal sealed class TurnRunner(
    ConversationStore store, RunWaits waits, LiveIndex knowledge, LiveProcedures procedures, Outbox outbox, ActionQueue actions, IOptions<CareOptions> options, TimeProvider clock,
    ILogger<TurnRunner> logger)
{
    /// <summary>The times a turn is tried again when another has saved the conversation first.</summary>
    private const int AttemptsMax = 5;

    private readonly KeyedGate gate = new();
    private readonly CarePolicy policy = options.Value.Policy;
    private readonly Starters starters = new(options.Value.Starters);

    /// <summary>Takes one turn. Turns of one conversation run one after the other; conversations run side by side.</summary>
    /// <returns>After what it decided is on disk.</returns>
    public async Task<TurnOutcome> TakeAsync(Incoming incoming, CancellationToken cancellation)
    {
        using var turn = await gate.EnterAsync(incoming.Conversation.Value, cancellation);

        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            var now = clock.GetUtcNow();
            var found = store.Find(incoming.Conversation);
            var conversation = found?.Conversation ?? incoming.Arrival?.Open(incoming.Conversation, now);
            if (conversation is null)
            {
                return new TurnOutcome.Unknown();
            }

            var decision = Turn.Decide(conversation, incoming.Input, Gather(conversation, incoming.Input, now), policy, now);
            var saved = await store.TrySaveAsync(Record(incoming, found?.Version ?? 0, decision, now), cancellation);
            switch (saved)
            {
                case Saved.Done done:
                    Follow(decision, attempt);
                    return new TurnOutcome.Taken(decision, done.Sequence);
                case Saved.Duplicate duplicate:
                    return new TurnOutcome.Duplicate(duplicate.Sequence);
            }
        }

        throw Overtaken(incoming.Conversation);
    }

    /// <summary>Takes turns of several conversations as one: all are saved together, or none.</summary>
    /// <param name="conversations">Those that are looked at; nobody else takes a turn in them meanwhile.</param>
    /// <param name="plan">What comes in, given how they stand: at most once for each, and for each one of them. Where the first changes
    /// nothing, nothing is done.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task TakeTogetherAsync(
        IReadOnlyCollection<ConversationId> conversations, Func<IReadOnlyList<Conversation>, ProcedureBook, DateTimeOffset, IReadOnlyList<Incoming>> plan, CancellationToken cancellation)
    {
        using var turn = await gate.EnterAsync([.. conversations.Select(id => id.Value)], cancellation);

        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            var now = clock.GetUtcNow();
            var evidence = new Evidence { Procedures = procedures.Current.Book };
            var found = conversations.Select(store.Find).OfType<StoredConversation>().ToDictionary(stored => stored.Conversation.Id);
            var turns = plan([.. found.Values.Select(stored => stored.Conversation)], evidence.Procedures, now)
                .Select(incoming => (Incoming: incoming, found[incoming.Conversation].Version, Decision: Turn.Decide(
                    found[incoming.Conversation].Conversation, incoming.Input, evidence, policy, now)))
                .ToList();
            if (turns is [] or [{ Decision.Events.Count: 0 }, ..])
            {
                return;
            }

            var saved = await store.TrySaveAsync([.. turns.Select(each => Record(each.Incoming, each.Version, each.Decision, now))], cancellation);
            if (saved is Saved.Done)
            {
                turns.ForEach(each => Follow(each.Decision, attempt));
            }

            if (saved is not Saved.Conflict)
            {
                return;
            }
        }

        throw Overtaken(conversations.First());
    }

    /// <summary>What was decided is on disk: those who carry it out are told.</summary>
    private void Follow(Decision decision, int attempt)
    {
        Log.TurnTaken(logger, decision.Next.Id, decision.Events.Count, attempt);
        outbox.Wake(decision.Next.Id);
        if (decision.Effects.Any(effect => effect is Effect.Act))
        {
            actions.Wake();
        }
    }

    private static InvalidOperationException Overtaken(ConversationId conversation) =>
        new($"Conversation {conversation} was changed by others {AttemptsMax} times while a turn was being taken.");

    /// <summary>Evidence first: it costs about a millisecond, and a decision never asks for more.</summary>
    private Evidence Gather(Conversation conversation, Input input, DateTimeOffset now)
    {
        var edition = procedures.Current;
        return Found(conversation, input, now) with
        {
            Procedures = edition.Book,
            Wanted = input is Input.CustomerSaid said ? edition.Library.Wanted(said.Text, conversation.Language) : null,
            Elsewhere = input is Input.CustomerSaid words ? [.. Elsewhere(words.Text, conversation, edition.Book, now)] : [],
        };
    }

    private IEnumerable<RequestElsewhere> Elsewhere(string text, Conversation conversation, ProcedureBook book, DateTimeOffset now) =>
        from about in RunsElsewhere.NamedIn(text, book, conversation.Language, now)
        from id in waits.About(about)
        where id != conversation.Id
        let there = store.Find(id)?.Conversation
        where there is not null
        from run in RunsElsewhere.About(there, about, book)
        where RunsElsewhere.IsUnderWay(run)
        select new RequestElsewhere(run.Frames[0].Procedure, about);

    private Evidence Found(Conversation conversation, Input input, DateTimeOffset now) =>
        input switch
        {
            Input.CustomerJoined => new() { Starters = starters.For(conversation, knowledge.Current.Library, policy.Today(now)) },
            Input.CustomerSaid said => knowledge.Current.Index.Gather(new Inquiry
            {
                Text = said.Text,
                Prior = conversation.Language,
                Channel = Inquiry.ChannelOf(conversation.Channel),
                Today = policy.Today(now),
                About = conversation.About?.Article,
                Offered = conversation.Status is Status.WithBot { Pending: Question.Choice choice }
                    ? [.. choice.Options.SelectMany(option => option.Articles)]
                    : [],
            }),
            _ => Evidence.None,
        };

    private static TurnRecord Record(Incoming incoming, long version, Decision decision, DateTimeOffset now) => new()
    {
        Version = version,
        Next = decision.Next,
        At = now,
        Events = decision.Events,
        Effects = incoming.TakesReplies ? [.. decision.Effects.Where(effect => effect is Effect.Act)] : decision.Effects,
        Received = incoming.Received,

        // Where nothing happens, nothing has been taken: a run that has just gone to another conversation is to be found there.
        Once = decision.Events.Count == 0 && incoming.Input is Input.Happened ? null : incoming.Once,
        ReplyTo = incoming.ActivityId,
        Address = incoming.Address,
    };
}
