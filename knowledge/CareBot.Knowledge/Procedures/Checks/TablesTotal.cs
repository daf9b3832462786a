using CareBot.Knowledge.Reading;
using CareBot.Procedures.Tables;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>A table decides whatever it is asked.</summary>
internal static class TablesTotal
{
    // A table that collects may find nothing: that is a list like any other.
    public static IEnumerable<Problem> Check(Blueprint it) =>
        from table in it.Procedure.Tables
        where table.Value.Hits != Hits.Collect
        let total = TableProof.IsTotal(table.Value)
        where total != true
        select Problems.TableNotTotal(new(it.TablePath(table.Key), table.Value.Rows[^1].Line, 1), total is null);
}
