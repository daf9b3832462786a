using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>How much of procedures their scenarios come to, 0 to 1.</summary>
/// <param name="Steps">The steps that some scenario has come to ÷ all.</param>
/// <param name="Rows">The rows of tables that have decided in some scenario ÷ all.</param>
/// <param name="Missing">The others, by procedure and line.</param>
public sealed record Coverage(double Steps, double Rows, IReadOnlyList<NotCovered> Missing)
{
    internal static Coverage Of(IEnumerable<Procedure> procedures, IReadOnlyList<Played> played)
    {
        var (steps, rows) = (played.SelectMany(each => each.Steps).ToHashSet(), played.SelectMany(each => each.Rows).ToHashSet());
        var counted = procedures.ToList();
        var missing = counted.SelectMany(procedure => procedure.Steps
            .Where(step => !steps.Contains(new(procedure.Id, step.Id)))
            .Select(step => new NotCovered(procedure.Id.Value, step.Id, step.Line, IsRow: false))).ToList();
        var missingRows = counted.SelectMany(procedure => procedure.Tables.SelectMany(table => table.Value.Rows
            .Where(row => !rows.Contains(new(procedure.Id, table.Key, row.Name)))
            .Select(row => new NotCovered(procedure.Id.Value, $"tables/{table.Key}.md row {row.Name}", row.Line, IsRow: true)))).ToList();
        return new(
            Share(missing.Count, counted.Sum(procedure => procedure.Steps.Count)),
            Share(missingRows.Count, counted.Sum(procedure => procedure.Tables.Values.Sum(table => table.Rows.Count))),
            [.. missing.Concat(missingRows).OrderBy(each => each.Procedure, StringComparer.Ordinal).ThenBy(each => each.IsRow).ThenBy(each => each.Step.Split(' ')[0] is var file && each.IsRow ? file : "", StringComparer.Ordinal).ThenBy(each => each.Line)]);
    }

    private static double Share(int missing, int all) => all == 0 ? 1 : (double)(all - missing) / all;
}

/// <summary>What no scenario comes to.</summary>
/// <param name="Procedure">The procedure.</param>
/// <param name="Step">The step, or the row of a table: <c>tables/refund.md row 3</c>.</param>
/// <param name="Line">Where it is written in its file.</param>
/// <param name="IsRow">Whether it is a row.</param>
public sealed record NotCovered(string Procedure, string Step, int Line, bool IsRow);
