using CareBot.Knowledge.Procedures.Checks;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Migrations;

/// <summary>Everything that must be so before a plan is followed: a run must find in the later version what it waits for and what it knows.</summary>
internal static class MigrationChecks
{
    /// <summary>Applies every rule to a plan.</summary>
    /// <param name="it">The plan.</param>
    /// <param name="later">The version that runs go on in; null where it is not there.</param>
    /// <param name="earlier">The version that they leave; null where it was never published here, so that no run is in it.</param>
    /// <param name="around">What procedures must go together with.</param>
    public static IEnumerable<Problem> Of(ReadMigration it, Blueprint? later, Blueprint? earlier, Surroundings around)
    {
        if (later is null)
        {
            return [Problems.MigrationAstray(it.At("to"), it.Plan.Procedure.Value, it.Plan.To)];
        }

        return
        [
            .. StepsThere(it, later.Procedure),
            .. earlier is null ? [] : StepsAlike(it, later.Procedure, earlier.Procedure),
            .. ValuesThere(it, later, earlier),
            .. earlier is null ? [] : ValuesKnown(it, later, earlier, around),
            .. QueueThere(it, around),
            .. it.Plan.IsApproved ? [] : new[] { Problems.MigrationUnapproved(it.At("approved_by"), it.Plan.ApprovedBy.Count) },
        ];
    }

    private static IEnumerable<Problem> StepsThere(ReadMigration it, Procedure later) =>
        from step in it.Plan.Steps
        where later.Find(step.Value) is not { Within: null }
        select Problems.MigrationStepUnknown(
            it.At($"steps/{step.Key}"), step.Value, later.Version, EditDistance.Nearest(step.Value, [.. later.Steps.Select(each => each.Id)]));

    /// <summary>What waits goes on where the same kind of thing is waited for; where nothing is named, runs stay where they are.</summary>
    private static IEnumerable<Problem> StepsAlike(ReadMigration it, Procedure later, Procedure earlier) => it.Plan.Steps
        .Select(step => (earlier.Find(step.Key), later.Find(step.Value)) switch
        {
            (null, _) => Problems.MigrationStepUnknown(
                it.At($"steps/{step.Key}"), step.Key, earlier.Version, EditDistance.Nearest(step.Key, [.. earlier.Steps.Select(each => each.Id)])),
            ({ } left, { } come) when Waits(left) is { } before && Waits(come) != before =>
                Problems.MigrationStepOther(it.At($"steps/{step.Key}"), step.Key, step.Value),
            _ => null,
        })
        .OfType<Problem>();

    private static IEnumerable<Problem> ValuesThere(ReadMigration it, Blueprint later, Blueprint? earlier)
    {
        foreach (var (name, formula) in it.Plan.Values)
        {
            if (!later.Procedure.Slots.ContainsKey(name) && !later.Results.Contains(name))
            {
                yield return Problems.MigrationValueUnknown(it.At($"values/{name}"), name, later.Procedure.Version, EditDistance.Nearest(name, [.. later.Procedure.Slots.Keys]));
            }

            foreach (var read in formula.Reads.Where(read => earlier?.Knows(read) == false))
            {
                yield return Problems.MigrationValueUnknown(
                    it.At($"values/{name}"), read, earlier!.Procedure.Version, EditDistance.Nearest(read, [.. earlier.Procedure.Slots.Keys]));
            }
        }
    }

    /// <summary>What the later version surely knows at a step, and reads, must be known of a run that comes to it by the plan.</summary>
    private static IEnumerable<Problem> ValuesKnown(ReadMigration it, Blueprint later, Blueprint earlier, Surroundings around)
    {
        var (before, after) = (Known.In(earlier, around, answered: true), Known.In(later, around, answered: true));
        var read = later.Uses.SelectMany(use => use.Names).Select(name => name.Root).ToHashSet(StringComparer.Ordinal);
        return
            from step in earlier.Procedure.Steps
            where Waits(step) is not null && before.ContainsKey(step.Id)
            let come = later.Procedure.Find(it.Plan.StepFor(step.Id))
            where come is { Within: null } && Waits(come) == Waits(step) && after.ContainsKey(come.Id)
            from name in after[come.Id].Where(read.Contains).Except(before[step.Id]).Except(it.Plan.Values.Keys).Order(StringComparer.Ordinal)
            where later.Procedure.Slots.GetValueOrDefault(name)?.Default is null
            select Problems.MigrationValueMissing(it.At("values"), name, step.Id, come.Id);
    }

    private static IEnumerable<Problem> QueueThere(ReadMigration it, Surroundings around) =>
        it.Plan.Review is { Queue: var queue } && !around.Model.Queues.ContainsKey(queue)
            ? [Problems.ModelUnknown(it.At("review/queue"), "queue", queue, EditDistance.Nearest(queue, [.. around.Model.Queues.Keys]))]
            : [];

    /// <summary>The kind of thing that a step waits for where a run may be moved; null where it may not.</summary>
    private static string? Waits(Step step) => step switch
    {
        { Within: not null } => null,
        Step.Ask => "answer",
        Step.Work => "task",
        Step.Wait { Events.Count: 0 } => "time",
        Step.Wait => "event",
        _ => null,
    };
}
