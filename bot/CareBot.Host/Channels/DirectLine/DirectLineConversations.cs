using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Turns;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>The conversations of this channel: finding one, and starting one once.</summary>
internal sealed class DirectLineConversations(ConversationStore store, TurnRunner runner, TimeProvider clock)
{
    public const string Channel = "directline";

    public static ConversationId NewId() => new(UnguessableId.New());

    /// <summary>An id for a customer whom nobody knows: <c>dl_</c>, so that it must be bound by a token, and unguessable.</summary>
    public static string NewUser() => $"dl_{UnguessableId.New()}";

    /// <summary>A started conversation and what it is bound to; null when it is not started or another channel's.</summary>
    public Grant? Find(ConversationId id) =>
        store.Find(id) is { Conversation.Channel: Channel } stored ? new(id, Binding.FromAddress(stored.Address)) : null;

    /// <summary>Starts a conversation; one that is started stays as it is.</summary>
    /// <param name="grant">Which, and what it is bound to.</param>
    /// <param name="known">Whether it is known who the customer is: then they are greeted now, else at their first message.</param>
    /// <param name="locale">Their language as a tag; null when unknown.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task StartAsync(Grant grant, bool known, string? locale, CancellationToken cancellation)
    {
        var arrival = new Arrival(Channel, grant.Binding.Locale ?? locale, grant.Binding.Name);
        var address = grant.Binding.ToAddress();
        return known
            ? runner.TakeAsync(
                new Incoming
                {
                    Conversation = grant.Conversation,
                    Input = new Input.CustomerJoined(),
                    Arrival = arrival,
                    Address = address,
                },
                cancellation)
            : store.OpenAsync(arrival.Open(grant.Conversation, clock.GetUtcNow()), address, cancellation);
    }
}
