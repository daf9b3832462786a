using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>No path runs off the end of the file: each comes to an end that its author has chosen.</summary>
internal static class PathsEnd
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        var reached = StepsReached.From(it, around);
        return Way.AllOf(it, around)
            .Where(way => way.FallsOff && reached.Contains(way.From))
            .Select(way => Problems.PathUnended(it.Places.Step(way.From, "id"), way.From))
            .Distinct();
    }
}
