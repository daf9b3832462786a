using CareBot.Knowledge.Reading;
using CareBot.Procedures.Tables;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>In a table where only one row may hold, no two can hold together.</summary>
internal static class RowsApart
{
    public static IEnumerable<Problem> Check(Blueprint it)
    {
        foreach (var (name, table) in it.Procedure.Tables.Where(table => table.Value.Hits == Hits.Unique))
        {
            if (TableProof.Overlap(table) is var (first, second))
            {
                yield return Problems.RowsOverlap(new(it.TablePath(name), second.Line, 1), second.Name, first.Name);
            }
        }
    }
}
