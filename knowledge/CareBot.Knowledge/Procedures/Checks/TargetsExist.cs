using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>What a step leads to is there: a step, or something that the engine does.</summary>
internal static class TargetsExist
{
    public static IEnumerable<Problem> Check(Blueprint it) =>
        from lead in it.Leads
        where lead.To.IsAct ? !Target.Acts.Contains(lead.To) : it.Procedure.Find(lead.To.To) is not { Within: null }
        select it.Procedure.Find(lead.To.To) is { Within: { } within }
            ? Problems.TargetWithin(lead.At, lead.To.To, within)
            : Problems.TargetMissing(lead.At, lead.To.To, EditDistance.Nearest(lead.To.To, Known(it, lead)));

    private static IReadOnlyList<string> Known(Blueprint it, Lead lead) => lead.To.IsAct
        ? [.. Target.Acts.Select(act => act.To)]
        : [.. it.Procedure.Steps.Where(step => step.Within is null).Select(step => step.Id)];
}
