using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Knowledge.Procedures;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Host.Actions;

/// <summary>Moves runs to the later versions that they are to go on in, as soon as the plans are in force, and stops those of procedures
/// whose last day is over.</summary>
/// <remarks>A run that cannot be moved yet is moved by the first turn after which it can. What has stopped is not moved again, so a
/// service that starts may visit it once more.</remarks>
internal sealed class RunRenewal(
    LiveProcedures procedures, RunWaits waits, TurnRunner runner, TimeProvider clock, ILogger<RunRenewal> logger) : BackgroundService
{
    /// <summary>How often it is looked whether the procedures have changed.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        (ProceduresEdition? Edition, int Stopped) renewed = default;
        while (true)
        {
            var edition = procedures.Current;
            var stopped = edition.Book.Stops.Keys.Where(id => edition.Book.HasStopped(id, clock.GetUtcNow())).ToList();
            if ((edition, stopped.Count) != renewed && await TryMoveAsync(edition, stopped, stoppingToken))
            {
                renewed = (edition, stopped.Count);
            }

            await Task.Delay(Every, clock, stoppingToken);
        }
    }

    private async Task<bool> TryMoveAsync(ProceduresEdition edition, List<ProcedureId> stopped, CancellationToken cancellation)
    {
        try
        {
            foreach (var conversation in edition.Book.Migrations.SelectMany(plan => waits.In(plan.Procedure, plan.From)).Concat(stopped.SelectMany(id => waits.In(id))).Distinct())
            {
                await runner.TakeAsync(new Incoming { Conversation = conversation, Input = new Input.ProceduresRenewed() }, cancellation);
            }

            return true;
        }
#pragma warning disable CA1031 // It is tried again at the next look; until then runs stay in their version.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.RunsNotMoved(logger, failure);
            return false;
        }
    }
}
