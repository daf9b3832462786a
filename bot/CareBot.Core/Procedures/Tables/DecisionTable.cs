using CareBot.Procedures.Expressions;

namespace CareBot.Procedures.Tables;

/// <summary>A table that decides: what is asked in its columns, and what each row makes of it.</summary>
public sealed record DecisionTable
{
    /// <summary>The most rows of a table.</summary>
    public const int RowsMax = 200;

    /// <summary>The most columns of a table, those asked and those decided together.</summary>
    public const int ColumnsMax = 20;

    /// <summary>The field of the result that says which row it was.</summary>
    public const string RuleField = "rule";

    /// <summary>Where it was read: a path relative to the procedures' folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>What is done when several rows hold.</summary>
    public required Hits Hits { get; init; }

    /// <summary>What is asked, a formula a column.</summary>
    public required IReadOnlyList<Expression> Asked { get; init; }

    /// <summary>What is decided, by name.</summary>
    public required IReadOnlyList<string> Decided { get; init; }

    /// <summary>The rows in order.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Decides.</summary>
    /// <returns>What the row says, with its name as <see cref="RuleField"/>; of a table that collects, a list of all that hold;
    /// null where no row holds, or several do in a table where only one may.</returns>
    /// <exception cref="FormulaFaultException">A formula's parts do not go together.</exception>
    public Value? Decide(Scope scope)
    {
        var values = Asked.Select(scope.Evaluate).ToList();
        var hit = Rows.Where(row => row.Holds(values)).ToList();
        return Hits switch
        {
            Hits.Collect => new Value.Sequence([.. hit.Select(Result)]),
            Hits.First when hit is [var first, ..] => Result(first),
            Hits.Unique when hit is [var only] => Result(only),
            _ => null,
        };
    }

    private Value Result(Row row) =>
        Value.Fields.Of([(RuleField, new Value.Text(row.Name)), .. Decided.Zip(row.Then)]);
}

/// <summary>What is done when several rows of a table hold.</summary>
public enum Hits
{
    /// <summary>It may not happen.</summary>
    Unique,

    /// <summary>The first counts.</summary>
    First,

    /// <summary>All count.</summary>
    Collect,
}

/// <summary>A row of a decision table.</summary>
/// <param name="Name">By what it is called, as written in the column <c>#</c>.</param>
/// <param name="Line">Where it stands in its file, from 1.</param>
/// <param name="If">What it asks of each column.</param>
/// <param name="Then">What it decides, in the order of <see cref="DecisionTable.Decided"/>.</param>
public sealed record Row(string Name, int Line, IReadOnlyList<Cell> If, IReadOnlyList<Value> Then)
{
    internal bool Holds(IReadOnlyList<Value> values) => If.Zip(values).All(each => each.First.Holds(each.Second));
}
