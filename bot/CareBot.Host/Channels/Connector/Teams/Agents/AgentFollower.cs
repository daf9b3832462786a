using System.Threading.Channels;
using CareBot.Desk;
using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector.Teams.Agents;

/// <summary>Shows in the agents' channel what happens to cases: it follows the journal, and after a stop goes on where it was.</summary>
/// <remarks>What was sent and not yet written down as sent is sent again after a crash: twice is better than never.</remarks>
internal sealed class AgentFollower(
    AgentChannel channel, AgentCards cards, AgentThreads threads, Journal journal, ConversationStore store, News news,
    IOptions<TeamsOptions> options, TimeProvider clock, ILogger<AgentFollower> logger) : BackgroundService
{
    /// <summary>How often the journal is looked at without news, and the channel tried again.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>The waits between tries; the last one for as long as it takes.</summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.Zero, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1)];

    /// <summary>The entries read at once.</summary>
    private const int PageMax = 200;

    /// <summary>The cases that are posted when agents get a channel while customers wait.</summary>
    private const int WaitingMax = 200;

    private readonly AgentTexts texts = AgentTexts.In(options.Value.AgentLanguage);
    private readonly Channel<bool> woken = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!channel.IsOn)
        {
            return;
        }

        using var subscription = news.Subscribe(_ => woken.Writer.TryWrite(true));
        using var timer = clock.CreateTimer(_ => woken.Writer.TryWrite(true), null, TimeSpan.Zero, Every);
        await foreach (var _ in woken.Reader.ReadAllAsync(stoppingToken))
        {
            if (clock.GetUtcNow() >= notBefore)
            {
                await TryFollowAsync(stoppingToken);
            }
        }
    }

    private async Task TryFollowAsync(CancellationToken cancellation)
    {
        try
        {
            await FollowAsync(cancellation);
        }
#pragma warning disable CA1031 // A full disk: customers are served without, and the next round tries again; the log says what failed.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.AgentsRoundFailed(logger, failure);
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        if ((threads.Position() ?? await BeginAsync(cancellation)) is not { } position)
        {
            return;
        }

        while (journal.ReadAfter(position, PageMax) is [_, ..] page)
        {
            foreach (var entry in page)
            {
                if (!await ShownAsync(entry, cancellation))
                {
                    await threads.MoveAsync(entry.Position - 1, cancellation);
                    return;
                }
            }

            position = page[^1].Position;
            await threads.MoveAsync(position, cancellation);
        }
    }

    /// <summary>The past is not told, but whoever waits now is.</summary>
    /// <returns>Where to go on; null when not all could be told yet.</returns>
    private async Task<long?> BeginAsync(CancellationToken cancellation)
    {
        var position = journal.Last();
        foreach (var conversation in store.WithPeople(WaitingMax))
        {
            if (conversation.Contact is { } contact && threads.Find(contact.Id) is null
                && !await OpenAsync(contact.Id, conversation.Id, null, cancellation))
            {
                return null;
            }
        }

        await threads.MoveAsync(position, cancellation);
        return position;
    }

    /// <returns>Whether the next entry may follow.</returns>
    private Task<bool> ShownAsync(JournalEntry entry, CancellationToken cancellation) => entry.Event switch
    {
        CareEvent.HandoffInitiated handoff when threads.Find(handoff.Contact) is null =>
            OpenAsync(handoff.Contact, entry.Conversation, entry.Position, cancellation),
        CareEvent.HandoffInitiated handoff => RefreshAsync(handoff.Contact, null, cancellation),
        CareEvent.HandoffAccepted accepted => RefreshAsync(accepted.Contact, null, cancellation),
        CareEvent.HandoffTransferred moved => RefreshAsync(moved.Contact, texts.With(moved.To.Name), cancellation),
        CareEvent.HandoffReturned returned => RefreshAsync(returned.Contact, texts.Reason(HandoffReason.Returned), cancellation),
        CareEvent.HandoffOverdue overdue => RefreshAsync(overdue.Contact, texts.Overdue, cancellation),
        CareEvent.ContactEnded ended => RefreshAsync(ended.Contact, null, cancellation),
        CareEvent.CustomerSaid { Contact: { } contact } said => ShowAsync(contact, said.Message, $"{Name(entry)}: {Words(said)}", cancellation),
        CareEvent.CustomerCorrected { Contact: { } contact } corrected => ChangeAsync(contact, corrected, Name(entry), cancellation),
        CareEvent.CustomerWithdrew { Contact: { } contact } withdrew => TakeBackAsync(contact, withdrew.Message, cancellation),

        // What was written in the thread stands there already.
        CareEvent.AgentSaid said when !AgentInbox.IsOurs(said.Agent.Id) =>
            SayAsync(said.Contact, $"{texts.FromDesk(said.Agent.Name)}: {said.Text}", cancellation),
        _ => Task.FromResult(true),
    };

    private async Task<bool> OpenAsync(ContactId contact, ConversationId conversation, long? position, CancellationToken cancellation)
    {
        var sending = await channel.OpenAsync(cards.Of(contact, conversation), cancellation);
        if (sending.Reply?.Id is { } thread)
        {
            failures = 0;
            await threads.OpenAsync(new(contact, conversation, thread, sending.Reply.ActivityId), position, cancellation);
            return true;
        }

        return Judge(sending.Delivery is Delivery.Sent ? new Delivery.Impossible("Teams named no thread.") : sending.Delivery, contact);
    }

    private async Task<bool> RefreshAsync(ContactId contact, string? line, CancellationToken cancellation)
    {
        if (threads.Find(contact) is not { } thread)
        {
            return true;
        }

        var shown = thread.Card is not { } card
            || Judge((await channel.UpdateAsync(thread.Id, card, cards.Of(contact, thread.Conversation), cancellation)).Delivery, contact);
        return shown && (line is null || await SayAsync(contact, line, cancellation));
    }

    private async Task<bool> SayAsync(ContactId contact, string text, CancellationToken cancellation) =>
        threads.Find(contact) is not { } thread || Judge((await channel.SayAsync(thread.Id, text, cancellation)).Delivery, contact);

    private async Task<bool> ShowAsync(ContactId contact, string? message, string text, CancellationToken cancellation)
    {
        if (threads.Find(contact) is not { } thread)
        {
            return true;
        }

        var sending = await channel.SayAsync(thread.Id, text, cancellation);
        if (message is not null && sending.Reply?.Id is { } line)
        {
            await threads.ShowAsync(contact, message, line, cancellation);
        }

        return Judge(sending.Delivery, contact);
    }

    /// <summary>New words stand where the old ones stood; of what only the card showed, a line tells.</summary>
    private async Task<bool> ChangeAsync(
        ContactId contact, CareEvent.CustomerCorrected corrected, string name, CancellationToken cancellation) =>
        threads.Find(contact) is { } thread && threads.LineOf(contact, corrected.Message) is { } line
            ? Judge(
                (await channel.SayInsteadAsync(thread.Id, line, $"{name}: {corrected.Text} ({texts.Edited})", cancellation)).Delivery, contact)
                && await RefreshAsync(contact, null, cancellation)
            : await RefreshAsync(contact, $"{texts.Corrected}: {corrected.Text}", cancellation);

    /// <summary>What a customer takes back is not left for agents to read.</summary>
    private async Task<bool> TakeBackAsync(ContactId contact, string message, CancellationToken cancellation) =>
        (threads.Find(contact) is not { } thread || threads.LineOf(contact, message) is not { } line
            || Judge((await channel.TakeBackAsync(thread.Id, line, cancellation)).Delivery, contact))
        && await RefreshAsync(contact, texts.Withdrew, cancellation);

    private string Name(JournalEntry entry) =>
        entry.Customer ?? (store.Find(entry.Conversation)?.Conversation.Customer is { Length: > 0 } name ? name : texts.Customer);

    /// <summary>The words, and the names of the files that came with them.</summary>
    private static string Words(CareEvent.CustomerSaid said) =>
        string.Join(" · ", new[] { said.Text }.Concat((said.Files ?? []).Select(file => file.Name)).Where(part => part.Length > 0));

    /// <returns>Whether to go on: what can never be shown is passed over, and the log says so.</returns>
    private bool Judge(Delivery delivery, ContactId contact)
    {
        switch (delivery)
        {
            case Delivery.TryLater later:
                var wait = Waits[Math.Min(failures++, Waits.Length - 1)];
                notBefore = clock.GetUtcNow() + (later.After is { } asked && asked > wait ? asked : wait);
                Log.AgentsNotReached(logger, contact, later.Why);
                return false;
            case Delivery.Impossible impossible:
                Log.AgentsNotTold(logger, contact, impossible.Why);
                return true;
            default:
                failures = 0;
                return true;
        }
    }
}
