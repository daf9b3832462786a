using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Who says yes or no reads to what: the amount and the order, not the name of a step.</summary>
internal static class ApprovalsTold
{
    public static IEnumerable<Problem> Check(Blueprint it) => it.Procedure.Steps.OfType<Step.Act>()
        .Where(act => act.Approval is { Text: null })
        .Select(act => Problems.ApprovalUntold(it.Places.Step(act.Id, "approval"), act.Id));
}
