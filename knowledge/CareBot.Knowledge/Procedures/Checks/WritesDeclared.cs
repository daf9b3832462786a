using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>What changes something elsewhere is called by <c>call_api</c>, what only asks by <c>lookup</c>.</summary>
internal static class WritesDeclared
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        foreach (var act in it.Procedure.Steps.OfType<Step.Act>())
        {
            if (around.Connectors.Actions.TryGetValue(act.Action, out var action) && action.Writes != act.Writes)
            {
                yield return Problems.WriteUndeclared(it.Places.Step(act.Id, act.Writes ? "call_api" : "lookup"), act.Action, action.Writes);
            }

            if (act.UndoneBy is { } undone && around.Connectors.Actions.TryGetValue(undone, out var undoing) && !undoing.Writes)
            {
                yield return Problems.UndoneByQuestion(it.Places.Step(act.Id, "undone_by"), undone);
            }
        }
    }
}
