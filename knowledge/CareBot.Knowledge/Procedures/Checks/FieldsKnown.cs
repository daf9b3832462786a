using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Slots;
using CareBot.Procedures.Tables;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>A field that is read is one that the slot or result has, where that can be known.</summary>
internal static class FieldsKnown
{

    private static readonly string[] OfFile = ["id", "name", "type"];

    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        var shapes = Shapes(it, around);
        return (
            from use in it.Uses
            from name in use.Names
            where name.Fields.Count > 0 && shapes.TryGetValue(name.Root, out var fields) && fields is not null && !fields.Contains(name.Fields[0])
            select Problems.FieldUnknown(use.At, name.Root, name.Fields[0], shapes[name.Root]!, EditDistance.Nearest(name.Fields[0], shapes[name.Root]!))).Distinct();
    }

    /// <summary>The fields of each name; null where only a run can tell.</summary>
    private static Dictionary<string, IReadOnlyList<string>?> Shapes(Blueprint it, Surroundings around)
    {
        var shapes = it.Procedure.Slots.Values.ToDictionary(slot => slot.Name, slot => (IReadOnlyList<string>?)OfSlot(slot.Type), StringComparer.Ordinal);
        foreach (var (name, fields) in it.Procedure.Steps.SelectMany(step => OfStep(step, it, around)))
        {
            shapes[name] = !shapes.TryGetValue(name, out var before) ? fields
                : before is null || fields is null ? null
                : [.. before.Union(fields)];
        }

        return shapes;
    }

    private static IEnumerable<(string Name, IReadOnlyList<string>? Fields)> OfStep(Step step, Blueprint it, Surroundings around) => step switch
    {
        Step.Decide decide when it.Procedure.Tables.TryGetValue(decide.Table, out var table) => [(decide.Into, [.. table.Decided, DecisionTable.RuleField])],
        Step.Act { Into: { } into } act =>
            [(into, around.Connectors.Actions.TryGetValue(act.Action, out var action) && !action.Answer.IsEmpty ? [.. action.Answer.Keys] : null)],
        Step.Case change => [(change.Into, CaseFile.Fields)],
        Step.Wait { Events.Count: > 0 } wait => [(wait.Into, null)],
        Step.Call call => [(call.Into, around.Procedures.TryGetValue(call.Procedure, out var called) ? [.. called.Procedure.Outputs, "outcome"] : null)],
        Step.Set set => set.Values.Keys.Select(name => (name, (IReadOnlyList<string>?)null)),
        _ => [],
    };

    private static string[] OfSlot(SlotType type) => type switch
    {
        SlotType.TimeWindow => ["from", "to", "day"],
        SlotType.Address => ["street", "postcode", "town", "province"],
        SlotType.Photo or SlotType.AnyFile => OfFile,
        _ => [],
    };
}
