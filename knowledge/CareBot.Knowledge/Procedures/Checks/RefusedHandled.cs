using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>What a customer may refuse to tell is read only where somebody has thought of that.</summary>
internal static class RefusedHandled
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        // What is missing even when nobody refuses is told of as such; a table has a row for what has no value.
        var missing = WrittenFirst.Unsure(it, Known.In(it, around, answered: true)).ToHashSet();
        var tables = it.Uses.Where(use => use.OfTable).Select(use => use.At).ToHashSet();
        return WrittenFirst.Unsure(it, Known.In(it, around, answered: false))
            .Where(each => !missing.Contains(each) && !tables.Contains(each.At))
            .Select(each => Problems.RefusedUnthought(each.At, each.Name))
            .Distinct();
    }
}
