using System.Collections.Concurrent;
using CareBot.Host.Turns;
using CareBot.Turns;

namespace CareBot.Host.Tests;

/// <summary>A channel whose customers are this test.</summary>
internal sealed class RecordingChannel : IChannel
{
    public const string Name = "test";

    private readonly ConcurrentQueue<OutgoingReply> sent = [];

    public bool Serves(string channel) => channel == Name;

    public Task<Delivery> SendAsync(OutgoingReply reply, CancellationToken cancellation)
    {
        sent.Enqueue(reply);
        return Task.FromResult<Delivery>(new Delivery.Sent());
    }

    /// <summary>What this channel was given to send to a conversation, once it is at least so much.</summary>
    public async Task<IReadOnlyList<Effect.Reply>> SentAsync(ConversationId conversation, Func<Effect.Reply, bool> until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var replies = sent.Where(reply => reply.Conversation.Id == conversation).Select(reply => reply.Reply).ToList();
            if (replies.Any(until))
            {
                return replies;
            }

            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>What this channel was given to send to a conversation, once it is so much.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> SentAsync(ConversationId conversation, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var replies = sent.Where(reply => reply.Conversation.Id == conversation).ToList();
            if (replies.Count >= count)
            {
                return replies;
            }

            await Task.Delay(10, patience.Token);
        }
    }
}
