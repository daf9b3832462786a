using CareBot.Knowledge.Reading;
using CareBot.Procedures.Tables;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>In a table where the first row counts, every row can.</summary>
internal static class RowsSeen
{
    public static IEnumerable<Problem> Check(Blueprint it)
    {
        foreach (var (name, table) in it.Procedure.Tables)
        {
            if (TableProof.Hidden(table) is var (hidden, by))
            {
                yield return Problems.RowHidden(new(it.TablePath(name), hidden.Line, 1), hidden.Name, by.Name);
            }
        }
    }
}
