using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Queues, roles, skills, tags and promises are those of <c>care-model.yaml</c>.</summary>
internal static class ModelKnown
{
    public static IEnumerable<Problem> Check(Blueprint it, Surroundings around)
    {
        var model = around.Model;
        var known = new Dictionary<string, List<string>>
        {
            ["queue"] = [.. model.Queues.Keys],
            ["role"] = [.. model.Roles.Keys],
            ["skill"] = [.. model.Skills.Keys],
            ["tag"] = [.. model.Tags.Keys],
            ["sla"] = [.. model.Slas.Keys],
        };
        return it.Procedure.Steps.SelectMany(step => Named(step, it))
            .Where(each => !known[each.What].Contains(each.Name))
            .Select(each => Problems.ModelUnknown(each.At, each.What, each.Name, EditDistance.Nearest(each.Name, known[each.What])));
    }

    private static IEnumerable<(string What, string Name, Spot At)> Named(Step step, Blueprint it)
    {
        IEnumerable<(string, string?, Spot)> own = step switch
        {
            Step.Handoff handoff => [("queue", handoff.Queue, it.Places.Step(step.Id, "handoff"))],
            Step.Work work =>
            [
                ("queue", work.Queue, it.Places.Step(step.Id, "queue")),
                ("skill", work.Skill, it.Places.Step(step.Id, "skill")),
            ],
            Step.Approve approve => [("role", approve.Approval.Role, it.Places.Step(step.Id, "role"))],
            Step.Act act => [("role", act.Approval?.Role, it.Places.Step(step.Id, "approval", "role"))],
            Step.Case change => change.Tags.Select(tag => ("tag", (string?)tag, it.Places.Step(step.Id, "tags", tag)))
                .Append(("sla", change.Sla, it.Places.Step(step.Id, "sla"))),
            _ => [],
        };
        return own.Append(("queue", step.Deadline?.Queue, it.Places.Step(step.Id, "deadline", "queue")))
            .Where(each => each.Item2 is not null)
            .Select(each => (each.Item1, each.Item2!, each.Item3));
    }
}
