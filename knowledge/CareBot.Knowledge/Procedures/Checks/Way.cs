using CareBot.Procedures;
using CareBot.Procedures.Slots;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>A way that a run may take from one step to the next.</summary>
/// <param name="From">The step it leaves.</param>
/// <param name="To">The step it comes to; null where it leaves the procedure: to its end, to a person.</param>
internal sealed record Way(string From, string? To)
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>What has a value once it is taken.</summary>
    public IReadOnlySet<string> Gives { get; init; } = Nothing;

    /// <summary>The slot that the customer has refused when it is taken.</summary>
    public string? Refused { get; init; }

    /// <summary>The slot that is emptied when it is taken, to be asked for again.</summary>
    public string? Forgets { get; init; }

    /// <summary>Whether it is taken because no step follows in the file.</summary>
    public bool FallsOff { get; init; }

    /// <summary>Whether it is taken only when an agent gives back what they were given, and the file does not say where to.</summary>
    public bool OnlyGivenBack { get; init; }

    /// <summary>Every way in a procedure.</summary>
    public static IReadOnlyList<Way> AllOf(Blueprint it, Surroundings around) =>
        [.. it.Procedure.Steps.SelectMany(step => Of(step, it.Procedure, around))];

    private static IEnumerable<Way> Of(Step step, Procedure procedure, Surroundings around)
    {
        switch (step)
        {
            case Step.Ask ask:
                return OfQuestion(ask);
            case Step.Choose choose:
                return OfChoice(choose);
            case Step.Decide decide:
                return [After([decide.Into])];
            case Step.Act act:
                return [After(act.Into is { } into ? [into] : []), .. OfErrors(act)];
            case Step.Case change:
                return [After([change.Into])];
            case Step.Work work:
                return
                [
                    work.OnDone is { } done ? To(done, work.Fills) : After(work.Fills),
                    To(work.OnRejected),
                    To(work.OnTimeout),
                ];
            case Step.Approve approve:
                return [To(approve.OnYes), To(approve.OnNo)];
            case Step.Wait { Events.Count: 0 }:
                return [After([])];
            case Step.Wait wait:
                return
                [
                    .. wait.On.Values.Select(target => To(target, [wait.Into])),
                    .. wait.Events.All(wait.On.ContainsKey) ? Array.Empty<Way>() : [After([wait.Into])],
                    To(wait.Timeout.Then),
                ];
            case Step.Call call:
                return OfCall(call);
            case Step.Set set:
                return [After([.. set.Values.Keys])];
            case Step.Parallel parallel:
                return [.. parallel.Branches.Select(branch => new Way(parallel.Id, branch)), After(Joined(parallel, procedure))];
            case Step.Raise raise:
                return procedure.Catches.TryGetValue(raise.Error, out var handler) ? [To(handler)] : [new(step.Id, null)];
            case Step.Handoff:
                return [new(step.Id, null), .. step.Next is { } next ? [To(next)] : new[] { After([]) with { OnlyGivenBack = true } }.Where(way => !way.FallsOff)];
            case Step.End:
                return [new(step.Id, null)];
            default:
                return [After([])];
        }

        // Who leads to where steps side by side come together waits for the others.
        Way To(Target target, IEnumerable<string>? gives = null) =>
            new(step.Id, target.IsAct ? null : step.Within is { } within && procedure.Find(within) is { } parallel && procedure.After(parallel) == target ? within : target.To)
            {
                Gives = gives is null ? Nothing : gives.ToHashSet(StringComparer.Ordinal),
            };

        // Steps side by side lead to where all of them come together.
        Way After(IEnumerable<string> gives)
        {
            if (step.Within is not null)
            {
                return new(step.Id, step.Within) { Gives = gives.ToHashSet(StringComparer.Ordinal) };
            }

            return To(procedure.After(step), gives) with { FallsOff = step.Next is null && procedure.After(step).IsAct };
        }

        IEnumerable<Way> OfCall(Step.Call call) =>
        [
            .. call.On.Select(each => RunOutcomeNames.All.Contains(each.Key) ? To(each.Value, [call.Into]) : To(each.Value)),
            .. RunOutcomeNames.All.All(call.On.ContainsKey) ? Array.Empty<Way>() : [After([call.Into])],
            .. around.Raised(call.Procedure).Where(error => !call.On.ContainsKey(error) && procedure.Catches.ContainsKey(error))
                .Select(error => To(procedure.Catches[error])),
        ];

        IEnumerable<Way> OfChoice(Step.Choose choose)
        {
            var given = new HashSet<string>(StringComparer.Ordinal);
            foreach (var branch in choose.Branches)
            {
                yield return To(branch.Then, given.Concat(Assured.When(branch.When)));
                given.UnionWith(Assured.WhenNot(branch.When));
            }

            yield return To(choose.Else, given);
        }

        IEnumerable<Way> OfQuestion(Step.Ask ask)
        {
            var slot = procedure.Slots.GetValueOrDefault(ask.Slot);
            string[] edges = slot?.Type switch
            {
                SlotType.YesNo => EdgesPossible.YesNo,
                SlotType.Choice choice => [.. choice.Values.Select(value => value.Name)],
                _ => [],
            };
            return
            [
                .. ask.On.Values.Select(target => To(target, [ask.Slot])),
                .. edges.Length > 0 && edges.All(ask.On.ContainsKey) ? Array.Empty<Way>() : [After([ask.Slot])],
                .. slot?.MayRefuse == true ? new[] { (ask.OnRefused is { } refused ? To(refused) : After([])) with { Refused = ask.Slot } } : [],
                To(ask.OnTries),
                To(ask.Timeout.Then),
            ];
        }

        IEnumerable<Way> OfErrors(Step.Act act) =>
        [
            .. act.OnError.Values.SelectMany(target => target == Target.AskAgain ? AskedAgain(act, procedure) : [To(target)]),
            .. act.OnError.ContainsKey(Step.Act.AnyError) ? Array.Empty<Way>() : EdgesPossible.ErrorsOf(act, around)
                .Where(error => !act.OnError.ContainsKey(error) && procedure.Catches.ContainsKey(error))
                .Select(error => To(procedure.Catches[error])),
        ];
    }

    private static IEnumerable<Way> AskedAgain(Step.Act act, Procedure procedure)
    {
        var reads = act.With.Values.SelectMany(value => value.Reads).ToHashSet(StringComparer.Ordinal);
        return procedure.Steps.OfType<Step.Ask>().Where(ask => reads.Contains(ask.Slot)).Select(ask => new Way(act.Id, ask.Id) { Forgets = ask.Slot });
    }

    /// <summary>What has a value when steps side by side come together.</summary>
    private static IEnumerable<string> Joined(Step.Parallel parallel, Procedure procedure)
    {
        var each = parallel.Branches.Select(procedure.Find).Select(step => step switch
        {
            Step.Act { Into: { } into } => [into],
            Step.Work work => work.Fills,
            Step.Wait { Events.Count: > 0 } wait => [wait.Into],
            _ => (IReadOnlyList<string>)[],
        }).ToList();
        return parallel.Join == Join.All ? each.SelectMany(names => names)
            : each.Count == 0 ? [] : each[0].Where(name => each.All(names => names.Contains(name)));
    }
}
