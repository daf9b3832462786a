using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Sheets;

/// <summary>A way on from a step.</summary>
/// <param name="When">When it is taken, in words; empty for always.</param>
/// <param name="To">Where it leads.</param>
public sealed record Way(string When, Target To)
{
    /// <summary>The ways on from a step, in the order in which they are looked at.</summary>
    internal static IReadOnlyList<Way> Of(Step step, Procedure procedure, SheetWords words)
    {
        var after = procedure.After(step);
        IEnumerable<Way> ways = step switch
        {
            Step.End => [],
            Step.Ask ask =>
            [
                .. ask.On.Select(on => new Way(words.Value(procedure.Slots.GetValueOrDefault(ask.Slot), on.Key), on.Value)),
                .. ask.On.ContainsKey("yes") && ask.On.ContainsKey("no") ? [] : new[] { new Way(ask.On.Count == 0 ? words.Answered : words.Otherwise, after) },
                .. procedure.Slots.GetValueOrDefault(ask.Slot)?.MayRefuse == true ? new[] { new Way(words.Refused, ask.OnRefused ?? after) } : [],
                new(words.Unreadable, ask.OnTries),
                new(words.After(ask.Timeout.After), ask.Timeout.Then),
            ],
            Step.Choose choose => [.. choose.Branches.Select(branch => new Way(FormulaText.Of(branch.When), branch.Then)), new(words.Otherwise, choose.Else)],
            Step.Act act => [new(act.OnError.Count == 0 ? "" : words.Done, after), .. act.OnError.Select(error => new Way(error.Key == Step.Act.AnyError ? words.AnyError : error.Key, error.Value))],
            Step.Work work =>
            [
                new(words.Done, work.OnDone ?? after),
                new(words.Rejected, work.OnRejected),
                .. work.Due is { } due ? new[] { new Way(words.After(due), work.OnTimeout) } : [],
                .. work.DueBy is { } by ? new[] { new Way(words.NotBy(FormulaText.Of(by)), work.OnTimeout) } : [],
            ],
            Step.Approve approve => [new(words.Yes, approve.OnYes), new(words.No, approve.OnNo), new(words.After(approve.Approval.Due), Target.Handoff)],
            Step.Wait { Events.Count: 0, Until: null } wait => [new(words.After(wait.Timeout.After), after)],
            Step.Wait { Events.Count: 0 } => [new("", after)],
            Step.Wait wait => [.. wait.Events.Select(name => new Way(name, wait.On.TryGetValue(name, out var to) ? to : after)), new(words.After(wait.Timeout.After), wait.Timeout.Then)],
            Step.Call call => [.. call.On.Select(on => new Way(on.Key, on.Value)), new(call.On.Count == 0 ? "" : words.Otherwise, after)],
            Step.Handoff => [new(words.HandsBack, after)],
            Step.Parallel parallel => [.. parallel.Branches.Select(side => new Way(words.Side, new(side))), new(parallel.Join == Join.All ? words.AllDone : words.OneDone, after)],
            Step.Raise raise => [new(raise.Error, procedure.Catches.TryGetValue(raise.Error, out var handler) ? handler : Target.Handoff)],
            _ => [new("", after)],
        };

        // A step side by side with others leads back to them, whatever stands below it.
        return [.. step.Within is { } within ? ways.Where(way => way.To != after).Append(new(words.Done, new(within))) : ways];
    }
}
