using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Procedures do not call each other in a circle, nor deeper than a run may go.</summary>
internal static class CallsEnd
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        foreach (var call in it.Procedure.Steps.OfType<Step.Call>().DistinctBy(call => call.Procedure))
        {
            var chain = Longest([it.Procedure.Id], call.Procedure, around);
            if (chain[^1] == it.Procedure.Id)
            {
                yield return Problems.CallsInCircle(it.Places.Step(call.Id, "call"), chain);
            }
            else if (chain.Count > Run.FramesMax)
            {
                yield return Problems.CallsTooDeep(it.Places.Step(call.Id, "call"), chain, Run.FramesMax);
            }
        }
    }

    /// <summary>The longest chain of calls that begins so; one that comes back to its beginning ends with that.</summary>
    private static List<ProcedureId> Longest(IReadOnlyList<ProcedureId> before, ProcedureId next, Surroundings around)
    {
        List<ProcedureId> chain = [.. before, next];
        if (before.Contains(next) || chain.Count > Run.FramesMax || !around.Procedures.TryGetValue(next, out var called))
        {
            return chain;
        }

        var further = called.Procedure.Steps.OfType<Step.Call>().Select(call => call.Procedure).Distinct().Select(id => Longest(chain, id, around)).ToList();
        return further.FirstOrDefault(each => each[^1] == chain[0]) ?? further.MaxBy(each => each.Count) ?? chain;
    }
}
