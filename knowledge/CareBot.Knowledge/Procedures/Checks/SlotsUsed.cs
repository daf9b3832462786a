using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Every slot is asked, filled or read by something.</summary>
internal static class SlotsUsed
{
    public static IEnumerable<Problem> Check(Blueprint it)
    {
        var used = it.Uses.SelectMany(use => use.Names).SelectMany(name => name.Root == "slots" ? name.Fields.Take(1) : [name.Root])
            .Concat(it.Procedure.Steps.OfType<Step.Ask>().Select(ask => ask.Slot))
            .Concat(it.Procedure.Steps.OfType<Step.Work>().SelectMany(work => work.Fills))
            .Concat(it.Procedure.Outputs)
            .Append(it.Procedure.Key)
            .ToHashSet(StringComparer.Ordinal);
        return it.Procedure.Slots.Keys
            .Where(name => !used.Contains(name) && !it.Results.Contains(name))
            .Select(name => Problems.SlotUnused(it.Places.Slot(name), name));
    }
}
