using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>A deadline ends with a step that there is.</summary>
internal static class DeadlinesEnd
{
    public static IEnumerable<Problem> Check(Blueprint it) =>
        from step in it.Procedure.Steps
        let until = step.Deadline?.Until
        where until is not null && it.Procedure.Find(until) is not { Within: null }
        select Problems.DeadlineEndless(
            it.Places.Step(step.Id, "deadline", "until"), until, EditDistance.Nearest(until, [.. it.Procedure.Steps.Where(each => each.Within is null).Select(each => each.Id)]));
}
