using System.Collections.Concurrent;
using CareBot.Host.Turns;
using CareBot.Turns;

namespace CareBot.Host.Tests;

/// <summary>A channel whose customers are this test.</summary>
internal sealed class RecordingChannel : IChannel
{
    public const string Name = "test";

    private readonly ConcurrentQueue<Outgoing> sent = [];

    public bool Serves(string channel) => channel == Name;

    public string? HostOf(string address) => null;

    public Task<Delivery> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        sent.Enqueue(outgoing);
        return Task.FromResult<Delivery>(new Delivery.Sent());
    }

    /// <summary>What this channel was given to send to a conversation, once it is at least so much.</summary>
    public async Task<IReadOnlyList<Effect.Reply>> SentAsync(ConversationId conversation, Func<Effect.Reply, bool> until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var replies = sent.Where(outgoing => outgoing.Conversation.Id == conversation).Select(outgoing => outgoing.Effect).OfType<Effect.Reply>().ToList();
            if (replies.Any(until))
            {
                return replies;
            }

            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>The replies that this channel was given to send to a conversation, once they are so many.</summary>
    public async Task<IReadOnlyList<Outgoing>> SentAsync(ConversationId conversation, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var replies = sent.Where(outgoing => outgoing.Conversation.Id == conversation && outgoing.Effect is Effect.Reply).ToList();
            if (replies.Count >= count)
            {
                return replies;
            }

            await Task.Delay(10, patience.Token);
        }
    }
}
