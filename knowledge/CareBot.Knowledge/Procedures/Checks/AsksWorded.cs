using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Every slot that is asked has a question.</summary>
internal static class AsksWorded
{
    public static IEnumerable<Problem> Check(Blueprint it) => it.Procedure.Steps.OfType<Step.Ask>()
        .Where(ask => it.Procedure.Slots.GetValueOrDefault(ask.Slot) is { Ask: null })
        .Select(ask => Problems.AskWordless(it.Places.Slot(ask.Slot), ask.Slot, ask.Id))
        .DistinctBy(problem => (problem.Line, problem.Column));
}
