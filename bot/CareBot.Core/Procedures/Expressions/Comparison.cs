using System.Diagnostics;

namespace CareBot.Procedures.Expressions;

/// <summary>How two values stand to each other.</summary>
internal static class Comparison
{
    /// <exception cref="FormulaFaultException">They are of kinds that cannot be compared so.</exception>
    public static bool Holds(Operator operation, Value left, Value right) => operation switch
    {
        Operator.Equal => left.Equals(right),
        Operator.Unequal => !left.Equals(right),
        Operator.In when right is Value.Sequence list => list.Items.Contains(left),
        Operator.In when right is Value.Nothing => false,
        Operator.In => throw new FormulaFaultException($"\"in\" wants a list on its right, and \"{right}\" is none."),
        Operator.Matches => Matches(left, right),
        _ => Order(left, right) is { } order && operation switch
        {
            Operator.Less => order < 0,
            Operator.LessOrEqual => order <= 0,
            Operator.Greater => order > 0,
            Operator.GreaterOrEqual => order >= 0,
            _ => throw new UnreachableException(),
        },
    };

    private static bool Matches(Value left, Value right) => (left, right) switch
    {
        (Value.Text text, Value.Text pattern) => Patterns.Compiled(pattern.Words).IsMatch(text.Words),
        (Value.Nothing, _) => false,
        _ => throw new FormulaFaultException($"\"{left}\" is no text that a pattern could be held against."),
    };

    /// <returns>Null where one of them has no value.</returns>
    private static int? Order(Value left, Value right) => (left, right) switch
    {
        (Value.Nothing, _) or (_, Value.Nothing) => null,
        (Value.Number l, Value.Number r) => l.Amount.CompareTo(r.Amount),
        (Value.Date l, Value.Date r) => l.Day.CompareTo(r.Day),
        (Value.Instant l, Value.Instant r) => l.At.CompareTo(r.At),
        (Value.Text l, Value.Text r) => string.CompareOrdinal(l.Words, r.Words),
        _ => throw new FormulaFaultException($"\"{left}\" and \"{right}\" cannot be put in order."),
    };
}
