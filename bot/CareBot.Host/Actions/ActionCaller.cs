using System.Collections.Concurrent;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Knowledge.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Host.Actions;

/// <summary>Calls the other systems that runs ask, and brings their answers back as inputs.</summary>
/// <remarks>A call lies in the store until its answer is taken, so a crash loses nothing: it is made again with the same key, and the
/// answer is taken once.</remarks>
internal sealed class ActionCaller(
    ActionStore pending, ActionQueue queue, ActionClient client, RequestFetcher requests, LiveProcedures procedures, TurnRunner runner, TimeProvider clock,
    ILogger<ActionCaller> logger) : BackgroundService
{
    /// <summary>The calls under way at the same time, all systems together.</summary>
    private const int CallsMax = 32;

    /// <summary>The calls of one system under way at the same time: one that hangs must leave room for the others.</summary>
    private const int CallsOfOneMax = 8;

    /// <summary>The times that a request in the middle of a call is waited for before it is left where it is.</summary>
    private const int BusyTriesMax = 3;

    /// <summary>How often calls are looked for whose next try has come, or that an earlier process left behind.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, Task> working = [];
    private readonly ConcurrentDictionary<string, int> ofOne = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            foreach (var action in pending.Due(clock.GetUtcNow(), CallsMax * 2))
            {
                Begin(action, stoppingToken);
            }

            await queue.WaitAsync(Every, clock, stoppingToken);
        }
    }

    private void Begin(PendingAction action, CancellationToken cancellation)
    {
        var system = action.Call.Action.Split('.')[0];
        if (working.Count >= CallsMax || working.ContainsKey(action.Id) || ofOne.GetValueOrDefault(system) >= CallsOfOneMax)
        {
            return;
        }

        ofOne.AddOrUpdate(system, 1, (_, count) => count + 1);
        working[action.Id] = Task.Run(
            async () =>
            {
                try
                {
                    await TakeAsync(action, cancellation);
                }
#pragma warning disable CA1031 // The call stays in the store and is made again; the log says why.
                catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    Log.ActionNotTaken(logger, failure, action.Call.Action, action.Conversation);
                    await pending.PostponeAsync(action.Id, clock.GetUtcNow() + RetryWaits.After(action.Attempts), failure.Message, cancellation);
                }
                finally
                {
                    ofOne.AddOrUpdate(system, 0, (_, count) => count - 1);
                    working.TryRemove(action.Id, out _);
                    queue.Wake();
                }
            },
            CancellationToken.None);
    }

    private async Task TakeAsync(PendingAction action, CancellationToken cancellation)
    {
        if (action.Call.Action == ActionCall.BringHere && RequestFetcher.IsProved(action.Call))
        {
            await BringAsync(action, cancellation);
            return;
        }

        var result = await CallAsync(action, cancellation);
        if (result is null)
        {
            return;
        }

        await runner.TakeAsync(
            new Incoming
            {
                Conversation = action.Conversation,
                Input = new Input.ActionReturned(action.Call.Run, action.Call.Key, action.Call.Action, result),
                Once = $"action/{action.Id}",
            },
            cancellation);
        await pending.CompleteAsync(action.Id, cancellation);
    }

    /// <summary>The answer is taken with what it brings. Where another system is about to answer a request that is wanted, that is awaited
    /// for a while.</summary>
    private async Task BringAsync(PendingAction action, CancellationToken cancellation)
    {
        if (action.Attempts < BusyTriesMax && requests.AnyBusy(action))
        {
            await pending.PostponeAsync(action.Id, clock.GetUtcNow() + RetryWaits.After(action.Attempts), "A request is being worked on.", cancellation);
            return;
        }

        await requests.BringAsync(action, cancellation);
        await pending.CompleteAsync(action.Id, cancellation);
    }

    /// <returns>Null where it is tried again later.</returns>
    private async Task<ActionResult?> CallAsync(PendingAction action, CancellationToken cancellation)
    {
        if (RequestFetcher.Answers(action.Call.Action))
        {
            return requests.Answer(action);
        }

        if (procedures.Current.Library.Connectors.Actions.GetValueOrDefault(action.Call.Action) is not { } known)
        {
            return new ActionResult.Failed(ActionResult.Unavailable, $"connectors.yaml has no action {action.Call.Action}.");
        }

        var answer = await client.CallAsync(known, action.Call, cancellation);
        if (answer is not ActionResult.Failed { MayPass: true } failed)
        {
            return answer;
        }

        if (action.Attempts >= known.Retries)
        {
            Log.ActionGivenUp(logger, action.Call.Action, action.Conversation, failed.Why);
            return failed;
        }

        Log.ActionPostponed(logger, action.Call.Action, action.Conversation, action.Attempts + 1, failed.Why);
        await pending.PostponeAsync(action.Id, clock.GetUtcNow() + RetryWaits.After(action.Attempts), failed.Why, cancellation);
        return null;
    }
}
