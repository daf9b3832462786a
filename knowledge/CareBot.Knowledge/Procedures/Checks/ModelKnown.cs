using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Queues, roles and promises are those of <c>care-model.yaml</c>.</summary>
internal static class ModelKnown
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        var (queues, roles, slas) = (around.Model.Queues.Keys.ToList(), around.Model.Roles.Keys.ToList(), around.Model.Slas.Keys.ToList());
        return it.Procedure.Steps.SelectMany(step => Named(step, it))
            .Select(each => (each.What, each.Name, each.At, Known: each.What switch { "queue" => queues, "role" => roles, _ => slas }))
            .Where(each => !each.Known.Contains(each.Name))
            .Select(each => Problems.ModelUnknown(each.At, each.What, each.Name, EditDistance.Nearest(each.Name, each.Known)));
    }

    private static IEnumerable<(string What, string Name, Spot At)> Named(Step step, Blueprint it)
    {
        IEnumerable<(string, string?, Spot)> own = step switch
        {
            Step.Handoff handoff => [("queue", handoff.Queue, it.Places.Step(step.Id, "handoff"))],
            Step.Work work => [("queue", work.Queue, it.Places.Step(step.Id, "queue"))],
            Step.Approve approve => [("role", approve.Approval.Role, it.Places.Step(step.Id, "role"))],
            Step.Act act => [("role", act.Approval?.Role, it.Places.Step(step.Id, "approval", "role"))],
            Step.Case change => [("sla", change.Sla, it.Places.Step(step.Id, "sla"))],
            _ => [],
        };
        return own.Append(("queue", step.Deadline?.Queue, it.Places.Step(step.Id, "deadline", "queue")))
            .Where(each => each.Item2 is not null)
            .Select(each => (each.Item1, each.Item2!, each.Item3));
    }
}
