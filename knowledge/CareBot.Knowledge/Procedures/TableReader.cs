using CareBot.Knowledge.Reading;
using CareBot.Procedures.Expressions;
using CareBot.Procedures.Tables;

namespace CareBot.Knowledge.Procedures;

/// <summary>Reads a decision table as it stands in a Markdown file: its columns are formulas, and those after an arrow are decided.</summary>
/// <remarks>A line <c>&lt;!-- hit: first --&gt;</c> above it says what is done when several rows hold; without it only one may.
/// Everything outside the table is for people.</remarks>
internal static class TableReader
{
    private const string Arrow = "→";

    private const string Number = "#";

    public static DecisionTable? Read(SourceText source, List<Problem> problems)
    {
        var lines = source.Text.Split('\n').Select((text, at) => (Text: text.TrimEnd('\r').Trim(), Line: at + 1)).ToList();
        var table = lines.SkipWhile(line => !line.Text.StartsWith('|')).TakeWhile(line => line.Text.StartsWith('|')).ToList();
        if (table.Count < 3)
        {
            problems.Add(Problems.TableUnread(new(source.Path, 1, 1), "there is no table; begin its heading with `| # |`, and put a line of `|---|` below it"));
            return null;
        }

        var heading = Cells(table[0].Text);
        var asked = heading.Skip(1).TakeWhile(cell => !cell.StartsWith(Arrow, StringComparison.Ordinal)).ToList();
        var decided = heading.Skip(1 + asked.Count).Select(cell => cell.TrimStart('→').Trim()).ToList();
        var headingAt = new Spot(source.Path, table[0].Line, 1);
        if (heading[0] != Number || decided.Count == 0 || heading.Count > DecisionTable.ColumnsMax)
        {
            problems.Add(Problems.TableUnread(
                headingAt, $"the heading must be `| # |`, what is asked, and what is decided after `{Arrow}`, at most {DecisionTable.ColumnsMax} columns"));
            return null;
        }

        var before = problems.Count;
        var formulas = asked.Select(formula => Formula(formula, headingAt, problems)).OfType<Expression>().ToList();
        var rows = table.Skip(2).Select(line => Row(line.Text, new(source.Path, line.Line, 1), asked.Count, decided.Count, problems)).OfType<Row>().ToList();
        if (rows.Count > DecisionTable.RowsMax)
        {
            problems.Add(Problems.TableUnread(headingAt, $"a table has at most {DecisionTable.RowsMax} rows"));
        }

        foreach (var twice in rows.GroupBy(row => row.Name).Where(same => same.Count() > 1))
        {
            problems.Add(Problems.TableUnread(new(source.Path, twice.Last().Line, 1), $"the row `{twice.Key}` is there already; give each its own name"));
        }

        return problems.Count > before ? null : new()
        {
            Path = source.Path,
            Hits = HitsOf(lines.Select(line => line.Text), headingAt, problems),
            Asked = formulas,
            Decided = decided,
            Rows = rows,
        };
    }

    private static Hits HitsOf(IEnumerable<string> lines, Spot at, List<Problem> problems)
    {
        var said = lines.FirstOrDefault(line => line.StartsWith("<!-- hit:", StringComparison.Ordinal));
        switch (said?["<!-- hit:".Length..].Replace("-->", "", StringComparison.Ordinal).Trim())
        {
            case null or "unique":
                return Hits.Unique;
            case "first":
                return Hits.First;
            case "collect":
                return Hits.Collect;
            default:
                problems.Add(Problems.TableUnread(at, "`hit` must be unique, first or collect"));
                return Hits.Unique;
        }
    }

    private static Expression? Formula(string formula, Spot at, List<Problem> problems)
    {
        try
        {
            return CareBot.Procedures.Expressions.Formula.Read(formula);
        }
        catch (FormulaException failure)
        {
            problems.Add(Problems.FormulaUnread(at, formula, failure.Message));
            return null;
        }
    }

    private static Row? Row(string line, Spot at, int asked, int decided, List<Problem> problems)
    {
        var cells = Cells(line);
        if (cells.Count != 1 + asked + decided)
        {
            problems.Add(Problems.TableUnread(at, $"the row has {cells.Count} cells and the heading {1 + asked + decided}"));
            return null;
        }

        try
        {
            return new(cells[0], at.Line, [.. cells.Skip(1).Take(asked).Select(Cell.Read)], [.. cells.Skip(1 + asked).Select(Decided)]);
        }
        catch (FormatException failure)
        {
            problems.Add(Problems.TableUnread(at, failure.Message.TrimEnd('.')));
            return null;
        }
    }

    private static CareBot.Procedures.Value Decided(string cell) => cell is "" or "-" ? CareBot.Procedures.Value.Nothing.Here : Cell.ValueOf(cell);

    private static List<string> Cells(string line) =>
        [.. line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`'))];
}
