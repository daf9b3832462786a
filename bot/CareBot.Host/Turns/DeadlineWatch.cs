using CareBot.Host.Storage.Single;
using CareBot.Turns;

namespace CareBot.Host.Turns;

/// <summary>Feeds the deadlines that have passed into turns, those included that passed while the service was down.</summary>
internal sealed class DeadlineWatch(ConversationStore conversations, TurnRunner runner, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>The deadlines taken up in one round; the rest follow in the next.</summary>
    private const int RoundMax = 256;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            foreach (var conversation in conversations.Due(clock.GetUtcNow(), RoundMax))
            {
                await runner.TakeAsync(
                    new Incoming { Conversation = conversation, Input = new Input.DeadlinePassed() }, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
