using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>A procedure that is called is there and in order, and takes what it is handed.</summary>
internal static class ProceduresKnown
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        foreach (var call in it.Procedure.Steps.OfType<Step.Call>())
        {
            var at = it.Places.Step(call.Id, "call");
            if (!around.Procedures.TryGetValue(call.Procedure, out var called))
            {
                yield return Problems.ProcedureUnknown(at, call.Procedure, EditDistance.Nearest(call.Procedure.Value, [.. around.Procedures.Keys.Select(id => id.Value)]));
                continue;
            }

            if (it.Read.IsPublished && !called.Read.IsPublished)
            {
                yield return Problems.ProcedureUnpublished(at, call.Procedure);
            }

            foreach (var name in call.With.Keys.Where(name => !called.Procedure.Slots.ContainsKey(name)))
            {
                yield return Problems.SlotOfOtherUnknown(
                    it.Places.Step(call.Id, "with", name), call.Procedure, name, EditDistance.Nearest(name, [.. called.Procedure.Slots.Keys]));
            }

            foreach (var name in Known.Needs(called, around).Where(name => !call.With.ContainsKey(name)))
            {
                yield return Problems.SlotNotHanded(at, call.Procedure, name);
            }
        }
    }
}
