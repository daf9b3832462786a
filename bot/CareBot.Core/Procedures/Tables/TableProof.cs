namespace CareBot.Procedures.Tables;

/// <summary>What can be shown of a table before it is ever asked.</summary>
/// <remarks>Cells only ever compare with values that are written in them. So of each column a handful of values stands for all:
/// those written, one between each two neighbours, one that is nowhere, and none at all.</remarks>
public static class TableProof
{
    /// <summary>The most combinations that are tried; a table of more must end with a row for everything else.</summary>
    public const int TriesMax = 200_000;

    /// <summary>Two rows that may hold together; null where none can.</summary>
    public static (Row First, Row Second)? Overlap(DecisionTable table)
    {
        var columns = Columns(table);
        for (var first = 0; first < table.Rows.Count; first++)
        {
            for (var second = first + 1; second < table.Rows.Count; second++)
            {
                var (one, other) = (table.Rows[first], table.Rows[second]);
                if (columns.Select((values, at) => values.Any(value => one.If[at].Holds(value) && other.If[at].Holds(value))).All(meets => meets))
                {
                    return (one, other);
                }
            }
        }

        return null;
    }

    /// <summary>Whether some row holds whatever is asked; null where that would take too long to show.</summary>
    public static bool? IsTotal(DecisionTable table)
    {
        if (table.Rows.Any(row => row.If.All(cell => cell is Cell.Any)))
        {
            return true;
        }

        var columns = Columns(table);
        return columns.Aggregate(1L, (tries, values) => Math.Min(tries * values.Count, TriesMax + 1)) > TriesMax
            ? null
            : Combinations(columns).All(values => table.Rows.Any(row => row.Holds(values)));
    }

    /// <summary>A row that can never be what the table decides, since those before it hold wherever it does one by one.</summary>
    public static (Row Hidden, Row By)? Hidden(DecisionTable table)
    {
        if (table.Hits != Hits.First)
        {
            return null;
        }

        var columns = Columns(table);
        for (var later = 1; later < table.Rows.Count; later++)
        {
            foreach (var earlier in table.Rows.Take(later))
            {
                var hidden = table.Rows[later];
                if (columns.Select((values, at) => values.Where(hidden.If[at].Holds).All(earlier.If[at].Holds)).All(within => within))
                {
                    return (hidden, earlier);
                }
            }
        }

        return null;
    }

    private static List<List<Value>> Columns(DecisionTable table) =>
        [.. Enumerable.Range(0, table.Asked.Count).Select(at => Stand(table.Rows.Select(row => row.If[at])))];

    private static List<Value> Stand(IEnumerable<Cell> cells)
    {
        var written = cells.SelectMany(Written).Distinct().ToList();
        var numbers = written.OfType<Value.Number>().Select(number => number.Amount).Order().ToList();
        return
        [
            .. written,
            .. numbers.Zip(numbers.Skip(1)).Select(pair => new Value.Number((pair.First + pair.Second) / 2)),
            .. numbers.Count == 0 ? [] : new[] { new Value.Number(numbers[0] - 1), new Value.Number(numbers[^1] + 1) },
            .. written.OfType<Value.Truth>().Any() ? new[] { new Value.Truth(true), new Value.Truth(false) } : [],
            // A text that no author writes stands for all the others; where only yes and no are written there is nothing else.
            .. written.Count > 0 && written.All(value => value is Value.Truth) ? Array.Empty<Value>() : [new Value.Text("\0"), Value.Nothing.Here],
        ];
    }

    private static IEnumerable<Value> Written(Cell cell) => cell switch
    {
        Cell.OneOf oneOf => oneOf.Values,
        Cell.Not not => Written(not.Of),
        Cell.Between between => new[] { between.From, between.To }.OfType<decimal>().Select(limit => new Value.Number(limit)),
        _ => [],
    };

    private static IEnumerable<IReadOnlyList<Value>> Combinations(IReadOnlyList<IReadOnlyList<Value>> columns) => columns.Aggregate(
        (IEnumerable<IReadOnlyList<Value>>)[[]],
        (so, values) => so.SelectMany(_ => values, (chosen, value) => (IReadOnlyList<Value>)[.. chosen, value]));
}
