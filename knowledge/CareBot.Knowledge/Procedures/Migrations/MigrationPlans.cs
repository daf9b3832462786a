using CareBot.Knowledge.Procedures.Checks;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Migrations;

/// <summary>The plans of the procedures that are in order. A plan that is not in order moves no run, and hinders no procedure.</summary>
internal static class MigrationPlans
{
    /// <summary>Reads and checks them.</summary>
    /// <param name="folder">The procedures' folder.</param>
    /// <param name="around">The procedures that are in order, and what they go together with.</param>
    /// <param name="laws">The words of laws, for versions that were published before.</param>
    public static (IReadOnlyList<Migration> Plans, IReadOnlyList<Problem> Problems) Read(string folder, Surroundings around, LawTexts laws)
    {
        var plans = new List<Migration>();
        var problems = new List<Problem>();
        foreach (var current in around.Procedures.Values)
        {
            var (read, wrong) = MigrationReader.Read(folder, current.Read.Source.Name);
            problems.AddRange(wrong);
            var firsts = new Dictionary<int, ReadMigration>();
            foreach (var plan in read)
            {
                var found = firsts.TryAdd(plan.Plan.From, plan)
                    ? MigrationChecks.Of(plan, Version(current, plan.Plan.To, around, laws), Version(current, plan.Plan.From, around, laws), around).ToList()
                    : [Problems.MigrationTwice(plan.At("from"), plan.Plan.From, firsts[plan.Plan.From].File.Name)];
                problems.AddRange(found);
                if (found.All(problem => problem.Severity != Severity.Error))
                {
                    plans.Add(plan.Plan);
                }
            }
        }

        return (plans, problems);
    }

    /// <summary>A version of a procedure: the one that is written, or one that was published before; null where it is neither.</summary>
    private static Blueprint? Version(Blueprint current, int version, Surroundings around, LawTexts laws) =>
        current.Procedure.Version == version ? current
        : around.Published.Source(current.Procedure.Id, version) is { } source && ProcedureReader.Read(source, laws).Read is { } kept ? new(kept)
        : null;
}
