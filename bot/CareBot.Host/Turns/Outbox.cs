using System.Collections.Concurrent;
using System.Threading.Channels;
using CareBot.Host.Storage.Single;
using CareBot.Turns;

namespace CareBot.Host.Turns;

/// <summary>Carries out what turns have decided: in order within a conversation, until it is done or given up for good.</summary>
/// <remarks>What is pending lies in the store, so a crash loses nothing: at the next start it goes on here.</remarks>
internal sealed class Outbox(
    OutboxStore pending, ConversationStore conversations, IEnumerable<IChannel> channels, TimeProvider clock,
    ILogger<Outbox> logger) : BackgroundService
{
    /// <summary>Conversations served at the same time: those of several hosts that hang, and others beside.</summary>
    private const int WorkersMax = 8 * HostLanes.PerHostMax;

    /// <summary>The replies of one conversation taken up in one go.</summary>
    private const int PageMax = 64;

    /// <summary>The conversations looked up at each round.</summary>
    private const int DueMax = 512;

    /// <summary>How often effects are looked for whose next try has come, or that an earlier process left behind.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly Channel<ConversationId> woken = Channel.CreateUnbounded<ConversationId>();
    private readonly ConcurrentDictionary<ConversationId, bool> queued = [];
    private readonly ConcurrentDictionary<ConversationId, bool> working = [];
    private readonly ConcurrentDictionary<ConversationId, bool> again = [];
    private readonly HostLanes lanes = new();

    /// <summary>Says that a conversation has something to send.</summary>
    public void Wake(ConversationId conversation)
    {
        // Queued once is enough: whoever takes it up sends all that is there.
        if (queued.TryAdd(conversation, true))
        {
            woken.Writer.TryWrite(conversation);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([LookAsync(stoppingToken), .. Enumerable.Range(0, WorkersMax).Select(_ => WorkAsync(stoppingToken))]);

    private async Task LookAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            foreach (var conversation in pending.Due(clock.GetUtcNow(), DueMax))
            {
                Wake(conversation);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        await foreach (var conversation in woken.Reader.ReadAllAsync(cancellation))
        {
            queued.TryRemove(conversation, out _);
            if (!working.TryAdd(conversation, true))
            {
                // Another worker has it and may have read its page before this news: it comes back to it when done.
                again[conversation] = true;
                WakeAgain(conversation);
                continue;
            }

            try
            {
                await ServeAsync(conversation, cancellation);
            }
            finally
            {
                working.TryRemove(conversation, out _);
                WakeAgain(conversation);
            }
        }
    }

    /// <summary>Takes up the news that came while a worker was busy with the conversation, once it no longer is.</summary>
    private void WakeAgain(ConversationId conversation)
    {
        if (!working.ContainsKey(conversation) && again.TryRemove(conversation, out _))
        {
            Wake(conversation);
        }
    }

    private async Task ServeAsync(ConversationId id, CancellationToken cancellation)
    {
        if (conversations.Find(id) is not { } stored || HostOf(stored) is not { } host)
        {
            await SendAllAsync(id, cancellation);
        }
        else if (lanes.TryEnter(host, id))
        {
            try
            {
                await SendAllAsync(id, cancellation);
            }
            finally
            {
                if (lanes.Leave(host) is { } next)
                {
                    Wake(next);
                }
            }
        }
    }

    private string? HostOf(StoredConversation stored) =>
        stored.Address is { } address ? ChannelOf(stored)?.HostOf(address) : null;

    private IChannel? ChannelOf(StoredConversation stored) =>
        channels.FirstOrDefault(channel => channel.Serves(stored.Conversation.Channel));

    private async Task SendAllAsync(ConversationId id, CancellationToken cancellation)
    {
        while (pending.Pending(id, PageMax) is [_, ..] page && conversations.Find(id) is { } stored)
        {
            foreach (var effect in page)
            {
                if (effect.DueAt > clock.GetUtcNow() || !await SendAsync(stored, effect, cancellation))
                {
                    return;
                }
            }
        }
    }

    /// <returns>Whether the next effect of the conversation may follow.</returns>
    private async Task<bool> SendAsync(StoredConversation stored, PendingEffect effect, CancellationToken cancellation)
    {
        switch (await TryAsync(stored, effect, cancellation))
        {
            case Delivery.TryLater later when effect.Attempts < RetryWaits.Count:
                var wait = RetryWaits.After(effect.Attempts, later.After);
                Log.ReplyPostponed(logger, effect.Id, effect.Conversation, effect.Attempts + 1, later.Why);
                await pending.PostponeAsync(effect.Id, clock.GetUtcNow() + wait, later.Why, cancellation);
                return false;
            case Delivery.TryLater later:
                await GiveUpAsync(effect, later.Why, cancellation);
                return true;
            case Delivery.Impossible impossible:
                await GiveUpAsync(effect, impossible.Why, cancellation);
                return true;
            default:
                await pending.CompleteAsync(effect.Id, cancellation);
                return true;
        }
    }

    /// <summary>A reply is kept, for somebody to send it again. Word of a handoff is not: no customer misses it, and later it is no news.</summary>
    private async Task GiveUpAsync(PendingEffect effect, string why, CancellationToken cancellation)
    {
        if (effect.Effect is Effect.Reply)
        {
            Log.ReplyGivenUp(logger, effect.Id, effect.Conversation, why);
            await pending.PostponeAsync(effect.Id, null, why, cancellation);
        }
        else
        {
            Log.HandoffNotTold(logger, effect.Conversation, why);
            await pending.CompleteAsync(effect.Id, cancellation);
        }
    }

    private async Task<Delivery> TryAsync(StoredConversation stored, PendingEffect effect, CancellationToken cancellation)
    {
        if (ChannelOf(stored) is not { } channel)
        {
            return new Delivery.Impossible($"No channel serves \"{stored.Conversation.Channel}\".");
        }

        try
        {
            return await channel.SendAsync(
                new Outgoing
                {
                    Id = effect.Id,
                    Conversation = stored.Conversation,
                    Address = stored.Address,
                    ReplyTo = effect.ReplyTo,
                    Effect = effect.Effect,
                },
                cancellation);
        }
#pragma warning disable CA1031 // Whatever a channel throws, the reply is kept and tried again, and the log says why.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.ChannelFailed(logger, failure, effect.Conversation);
            return new Delivery.TryLater(failure.Message);
        }
    }
}
