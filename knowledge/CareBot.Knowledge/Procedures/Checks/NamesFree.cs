using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Every slot and result has a name that formulas can read: made of letters, digits and <c>_</c>, and not that of something
/// which every procedure knows.</summary>
internal static class NamesFree
{
    public static IEnumerable<Problem> Check(Blueprint it) => it.Procedure.Slots.Keys.Select(name => (Name: name, At: it.Places.Slot(name)))
        .Concat(it.Procedure.Steps.SelectMany(step => Names(step, it)))
        .Where(each => Blueprint.Always.Contains(each.Name) || !IsReadable(each.Name))
        .Select(each => Problems.NameUnreadable(each.At, each.Name, Blueprint.Always.Contains(each.Name)));

    private static IEnumerable<(string Name, Spot At)> Names(Step step, Blueprint it) => step is Step.Set set
        ? set.Values.Keys.Select(name => (name, it.Places.Step(step.Id, "set", name)))
        : Blueprint.Written(step).Select(name => (name, it.Places.Step(step.Id, "into")));

    private static bool IsReadable(string name) =>
        (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
