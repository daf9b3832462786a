using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Some way leads to every step.</summary>
internal static class StepsReached
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        var reached = From(it, around);
        return it.Procedure.Steps
            // What is side by side with others is reached as they are.
            .Where(step => step.Within is null && !reached.Contains(step.Id))
            .Select(step => Problems.StepUnreachable(it.Places.Step(step.Id, "id"), step.Id));
    }

    /// <summary>The steps that a run may come to.</summary>
    public static IReadOnlySet<string> From(Blueprint it, Surroundings around)
    {
        var ways = Way.AllOf(it, around).ToLookup(way => way.From, StringComparer.Ordinal);
        var reached = new HashSet<string>([it.Procedure.Steps[0].Id], StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var at))
        {
            foreach (var way in ways[at].Where(way => way.To is not null && reached.Add(way.To)))
            {
                open.Enqueue(way.To!);
            }
        }

        return reached;
    }
}
