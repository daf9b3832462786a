using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Nothing is read that has no value yet on some way to the step.</summary>
internal static class WrittenFirst
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        var known = Known.In(it, around, answered: true);
        return Unsure(it, known).Select(each => Problems.ReadTooEarly(each.At, each.Name, each.Step)).Distinct();
    }

    /// <summary>What is read although it may have no value.</summary>
    public static IEnumerable<(string Name, string Step, Spot At)> Unsure(Blueprint it, IReadOnlyDictionary<string, IReadOnlySet<string>> known) =>
        from use in it.Uses
        where use.Step is not null && known.ContainsKey(use.Step.Id)
        from name in Assured.Unsure(use.Formula, known[use.Step!.Id].Concat(use.Given).ToHashSet(StringComparer.Ordinal))
        where it.Knows(name.Root)
        select (name.Root, use.Step!.Id, use.At);
}
