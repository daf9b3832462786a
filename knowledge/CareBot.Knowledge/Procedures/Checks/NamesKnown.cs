using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Every name stands for something: a slot, a result, or what every procedure knows.</summary>
internal static class NamesKnown
{
    public static IEnumerable<Problem> Check(Blueprint it)
    {
        var results = it.Uses.SelectMany(use => use.Names.Select(name => (Name: name.Root == "slots" && name.Fields is [var first, ..] ? first : name.Root, use.At)))
            .Where(each => !it.Knows(each.Name))
            .Select(each => Problems.NameUnknown(each.At, each.Name, EditDistance.Nearest(each.Name, [.. it.Procedure.Slots.Keys, .. it.Results, .. Blueprint.Always])));
        var slots = Slots(it).Where(each => !it.Procedure.Slots.ContainsKey(each.Name))
            .Select(each => Problems.SlotUnknown(each.At, each.Name, EditDistance.Nearest(each.Name, [.. it.Procedure.Slots.Keys])));
        var outputs = it.Procedure.Outputs.Where(name => !it.Procedure.Slots.ContainsKey(name) && !it.Results.Contains(name))
            .Select(name => Problems.NameUnknown(it.Places.Top("outputs", name), name, EditDistance.Nearest(name, [.. it.Procedure.Slots.Keys, .. it.Results])));
        return results.Concat(slots).Concat(outputs).Distinct();
    }

    /// <summary>Where only a slot will do.</summary>
    private static IEnumerable<(string Name, Spot At)> Slots(Blueprint it) =>
    [
        .. it.Procedure.Key is { } key ? new[] { (key, it.Places.Top("key")) } : [],
        .. it.Procedure.Steps.OfType<Step.Ask>().Select(ask => (ask.Slot, it.Places.Step(ask.Id, "ask"))),
        .. it.Procedure.Steps.OfType<Step.Work>().SelectMany(work => work.Fills.Select(slot => (slot, it.Places.Step(work.Id, "fills", slot)))),
    ];
}
