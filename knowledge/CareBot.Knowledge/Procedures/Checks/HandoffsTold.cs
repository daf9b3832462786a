using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Who goes on for the bot reads why in words, not in the code that reports count by.</summary>
internal static class HandoffsTold
{
    public static IEnumerable<Problem> Check(Blueprint it) => it.Procedure.Steps.OfType<Step.Handoff>()
        .Where(handoff => handoff.Why is null)
        .Select(handoff => Problems.HandoffUntold(it.Places.Step(handoff.Id, "handoff"), handoff.Id));
}
