using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>From every step some way leads out: no run can go round for ever.</summary>
internal static class WaysOut
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        var ways = Way.AllOf(it, around);
        var into = ways.ToLookup(way => way.To, StringComparer.Ordinal);
        var outward = ways.Where(way => way.To is null).Select(way => way.From).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<string>(outward);
        while (open.TryDequeue(out var at))
        {
            foreach (var way in into[at].Where(way => outward.Add(way.From)))
            {
                open.Enqueue(way.From);
            }
        }

        // A target that does not exist is told of as such.
        return StepsReached.From(it, around)
            .Where(id => !outward.Contains(id) && it.Procedure.Find(id) is not null && ways.Where(way => way.From == id).All(way => way.To is null || it.Procedure.Find(way.To) is not null))
            .Select(id => Problems.NoWayOut(it.Places.Step(id, "id"), id));
    }
}
