using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>What surely has a value in each step, whichever way a run came there.</summary>
internal static class Known
{
    /// <summary>By step: the names that have a value when it begins. Steps that no way leads to are left out.</summary>
    /// <param name="it">The procedure.</param>
    /// <param name="around">What it must go together with.</param>
    /// <param name="answered">Whether a slot that was refused counts as if it had been filled: to find what is missing even then.</param>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> In(Blueprint it, Surroundings around, bool answered) =>
        In(it, around, answered, [.. AtFirst(it, around), .. Inputs(it)]);

    /// <summary>The slots that whoever calls a procedure must hand over.</summary>
    public static IReadOnlySet<string> Needs(Blueprint it, Surroundings around)
    {
        var inputs = Inputs(it).ToHashSet(StringComparer.Ordinal);
        return WrittenFirst.Unsure(it, In(it, around, answered: true, AtFirst(it, around)))
            .Select(each => each.Name)
            .Where(inputs.Contains)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static Dictionary<string, IReadOnlySet<string>> In(Blueprint it, Surroundings around, bool answered, HashSet<string> atFirst)
    {
        var first = it.Procedure.Steps[0].Id;
        // What runs only when an agent gives it back is the agent's to know: they fill slots and see what is missing.
        var ways = Way.AllOf(it, around).Where(way => way is { To: not null, OnlyGivenBack: false }).ToLookup(way => way.From, StringComparer.Ordinal);
        var known = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal) { [first] = atFirst };
        var open = new Queue<string>([first]);
        while (open.TryDequeue(out var at))
        {
            foreach (var way in ways[at])
            {
                var after = known[at].Concat(way.Gives)
                    .Concat(answered && way.Refused is { } refused ? [refused] : [])
                    .Where(name => name != way.Forgets)
                    .ToHashSet(StringComparer.Ordinal);
                if (!known.TryGetValue(way.To!, out var before))
                {
                    known[way.To!] = after;
                    open.Enqueue(way.To!);
                }
                else if (before.Any(name => !after.Contains(name)))
                {
                    known[way.To!] = before.Where(after.Contains).ToHashSet(StringComparer.Ordinal);
                    open.Enqueue(way.To!);
                }
            }
        }

        return known;
    }

    /// <summary>What always is, and what has a default; of a procedure that others call also what each of them hands over.</summary>
    private static HashSet<string> AtFirst(Blueprint it, Surroundings around)
    {
        var known = new HashSet<string>(Blueprint.Always, StringComparer.Ordinal);
        known.UnionWith(it.Procedure.Slots.Values.Where(slot => slot.Default is not null).Select(slot => slot.Name));
        var calls = it.Procedure.IsForCustomers ? [] : around.CallsOf(it.Procedure.Id).Select(each => each.Call).ToList();
        if (calls.Count > 0)
        {
            known.UnionWith(calls[0].With.Keys.Where(name => calls.All(call => call.With.ContainsKey(name))));
        }

        return known;
    }

    /// <summary>The slots of a procedure that is not for customers which nothing in it fills: whoever begins it does.</summary>
    private static IEnumerable<string> Inputs(Blueprint it) => it.Procedure.IsForCustomers ? [] : it.Procedure.Slots.Keys
        .Except(it.Results)
        .Except(it.Procedure.Steps.OfType<Step.Ask>().Select(ask => ask.Slot))
        .Except(it.Procedure.Steps.OfType<Step.Work>().SelectMany(work => work.Fills));
}
