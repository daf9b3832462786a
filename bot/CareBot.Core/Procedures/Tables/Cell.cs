using System.Globalization;

namespace CareBot.Procedures.Tables;

/// <summary>What a row of a decision table asks of one value.</summary>
public abstract record Cell
{
    private Cell()
    {
    }

    /// <summary><c>-</c>: whatever it is.</summary>
    public sealed record Any : Cell;

    /// <summary><c>a, b</c>: one of these.</summary>
    public sealed record OneOf(IReadOnlyList<Value> Values) : Cell
    {
        /// <inheritdoc/>
        public bool Equals(OneOf? other) => other is not null && Values.SequenceEqual(other.Values);

        /// <inheritdoc/>
        public override int GetHashCode() => Values.Count;
    }

    /// <summary><c>&lt;= 14</c>, <c>[1..5]</c>: from the one to the other.</summary>
    /// <param name="From">The least; null when there is none.</param>
    /// <param name="WithFrom">Whether the least belongs to it.</param>
    /// <param name="To">The greatest; null when there is none.</param>
    /// <param name="WithTo">Whether the greatest belongs to it.</param>
    public sealed record Between(decimal? From, bool WithFrom, decimal? To, bool WithTo) : Cell;

    /// <summary><c>not(x)</c>: anything but that. What has no value is no exception.</summary>
    public sealed record Not(Cell Of) : Cell;

    /// <summary>Whether a value is what the cell asks for.</summary>
    public bool Holds(Value value) => this switch
    {
        Any => true,
        OneOf oneOf => oneOf.Values.Contains(value),
        Not not => !not.Of.Holds(value),
        Between between => value is Value.Number { Amount: var amount }
            && (between.From is not { } from || amount > from || (between.WithFrom && amount == from))
            && (between.To is not { } to || amount < to || (between.WithTo && amount == to)),
        _ => false,
    };

    /// <summary>Reads a cell as editors write it.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says how to write it.</exception>
    public static Cell Read(string written)
    {
        var text = written.Trim();
        return text switch
        {
            "" or "-" => new Any(),
            ['n', 'o', 't', '(', .. var inner, ')'] => new Not(Read(inner)),
            ['<', '=', .. var limit] => new Between(null, false, Limit(limit), true),
            ['>', '=', .. var limit] => new Between(Limit(limit), true, null, false),
            ['<', .. var limit] => new Between(null, false, Limit(limit), false),
            ['>', .. var limit] => new Between(Limit(limit), false, null, false),
            [('[' or '(') and var open, .. var range, (']' or ')') and var close] => Range(range, open == '[', close == ']'),
            _ => new OneOf([.. text.Split(',').Select(each => ValueOf(each.Trim()))]),
        };
    }

    /// <summary>A value as it stands in a table: yes and no are truths.</summary>
    public static Value ValueOf(string text) => text.ToUpperInvariant() switch
    {
        "" => throw new FormatException("A comma stands beside nothing."),
        "YES" or "TRUE" => new Value.Truth(true),
        "NO" or "FALSE" => new Value.Truth(false),
        "NONE" => Value.Nothing.Here,
        _ when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new Value.Number(number),
        _ => new Value.Text(text),
    };

    private static Between Range(string range, bool withFrom, bool withTo)
    {
        var ends = range.Split("..");
        return ends.Length == 2
            ? new(Limit(ends[0]), withFrom, Limit(ends[1]), withTo)
            : throw new FormatException("Write a range as [1..5]; a round bracket leaves its end out.");
    }

    private static decimal Limit(string text) => decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
        ? limit
        : throw new FormatException($"\"{text.Trim()}\" is no number: a limit is one, such as <= 14.");
}
