using CareBot.Host.Storage.Single;
using CareBot.Turns;

namespace CareBot.Host.Commands;

/// <summary>What <c>carebot outbox list --json</c> prints.</summary>
/// <param name="Undelivered">How many replies were given up.</param>
/// <param name="Replies">The oldest of them.</param>
internal sealed record ReportedOutbox(long Undelivered, IReadOnlyList<UndeliveredReply> Replies);

/// <summary>A reply that was given up.</summary>
/// <param name="Number">What <c>carebot outbox resend</c> is told.</param>
/// <param name="Conversation">Whose.</param>
/// <param name="Attempts">The tries.</param>
/// <param name="Why">Why the last one failed.</param>
/// <param name="Text">What the customer has not read.</param>
internal sealed record UndeliveredReply(long Number, string Conversation, int Attempts, string Why, string Text)
{
    public static UndeliveredReply Of(DeadEffect dead) => new(
        dead.Effect.Id, dead.Effect.Conversation.Value, dead.Effect.Attempts, dead.Why, (dead.Effect.Effect as Effect.Reply)?.Text ?? "");
}
