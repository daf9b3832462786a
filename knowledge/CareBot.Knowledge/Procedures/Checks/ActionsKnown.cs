using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>What other systems are asked, or asked to undo, is in <c>connectors.yaml</c>.</summary>
internal static class ActionsKnown
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around) =>
        from act in it.Procedure.Steps.OfType<Step.Act>()
        from named in new[]
        {
            (Action: act.Action, At: it.Places.Step(act.Id, act.Writes ? "call_api" : "lookup")),
            (Action: act.UndoneBy ?? act.Action, At: it.Places.Step(act.Id, "undone_by")),
        }.Take(act.UndoneBy is null ? 1 : 2)
        where !around.Connectors.Actions.ContainsKey(named.Action)
        select Problems.ActionUnknown(named.At, named.Action, EditDistance.Nearest(named.Action, [.. around.Connectors.Actions.Keys]));
}
