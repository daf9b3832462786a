using CareBot.Answers;
using CareBot.Host.Settings;
using CareBot.Host.Storage.Single;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Search;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Turns;

/// <summary>Takes an input through load, evidence, decision and save. The only caller of <see cref="Turn.Decide"/>.</summary>
internal sealed class TurnRunner(
    ConversationStore store, LiveIndex knowledge, LiveProcedures procedures, Outbox outbox, ActionQueue actions, IOptions<CareOptions> options, TimeProvider clock,
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
                    Log.TurnTaken(logger, conversation.Id, decision.Events.Count, attempt);
                    outbox.Wake(conversation.Id);
                    if (decision.Effects.Any(effect => effect is Effect.Act))
                    {
                        actions.Wake();
                    }

                    return new TurnOutcome.Taken(decision, done.Sequence);
                case Saved.Duplicate duplicate:
                    return new TurnOutcome.Duplicate(duplicate.Sequence);
            }
        }

        throw new InvalidOperationException(
            $"Conversation {incoming.Conversation} was changed by others {AttemptsMax} times while a turn was being taken.");
    }

    /// <summary>Evidence first: it costs about a millisecond, and a decision never asks for more.</summary>
    private Evidence Gather(Conversation conversation, Input input, DateTimeOffset now)
    {
        var edition = procedures.Current;
        return Found(conversation, input, now) with
        {
            Procedures = edition.Book,
            Wanted = input is Input.CustomerSaid said ? edition.Library.Wanted(said.Text, conversation.Language) : null,
        };
    }

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
        Once = incoming.Once,
        ReplyTo = incoming.ActivityId,
        Address = incoming.Address,
    };
}
