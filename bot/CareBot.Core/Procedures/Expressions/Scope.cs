using System.Diagnostics;
using CareBot.Desk;

namespace CareBot.Procedures.Expressions;

/// <summary>What the names of a formula stand for, and the calendar its days are reckoned by.</summary>
public sealed class Scope(Func<string, Value> named, BusinessCalendar calendar)
{
    /// <summary>The value of a formula.</summary>
    /// <remarks>What has no value has none after any reckoning, and is neither less nor more than anything.</remarks>
    /// <exception cref="FormulaFaultException">Its parts do not go together: a text and a number are compared, a number is divided by nothing.</exception>
    public Value Evaluate(Expression expression) => expression switch
    {
        Expression.Literal literal => literal.Value,
        Expression.Name name => name.Fields.Aggregate(named(name.Root), Field),
        Expression.Several several => new Value.Sequence([.. several.Items.Select(Evaluate)]),
        Expression.Unary { Operator: Operator.Not } not => new Value.Truth(!Holds(not.Operand)),
        Expression.Unary minus => Negative(Evaluate(minus.Operand)),
        Expression.Binary { Operator: Operator.And } and => new Value.Truth(Holds(and.Left) && Holds(and.Right)),
        Expression.Binary { Operator: Operator.Or } or => new Value.Truth(Holds(or.Left) || Holds(or.Right)),
        Expression.Binary { Right: Expression.Span span } binary => Moved(Evaluate(binary.Left), binary.Operator, span.Amount),
        Expression.Binary { Operator: Operator.Plus or Operator.Minus or Operator.Times or Operator.Over } binary =>
            Reckoned(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
        Expression.Binary binary => new Value.Truth(Comparison.Holds(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right))),
        Expression.Call call => Called(call),
        Expression.Span span => throw new FormulaFaultException($"{span.Amount} says how long, not what: add it to a day, or write due(day, {span.Amount})."),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a formula is true. What has no value is not.</summary>
    /// <exception cref="FormulaFaultException">It is neither true nor false, or its parts do not go together.</exception>
    public bool Holds(Expression expression) => Evaluate(expression) switch
    {
        Value.Truth truth => truth.Is,
        Value.Nothing => false,
        var other => throw new FormulaFaultException($"\"{other}\" is neither true nor false."),
    };

    /// <summary>A field of named values; of a list, the field of each.</summary>
    private static Value Field(Value of, string name) => of switch
    {
        Value.Fields fields => fields[name],
        Value.Sequence sequence => new Value.Sequence([.. sequence.Items.Select(item => Field(item, name))]),
        Value.Nothing => of,
        _ => throw new FormulaFaultException($"\"{of}\" has no field \"{name}\"."),
    };

    private static Value Negative(Value value) => value switch
    {
        Value.Number number => new Value.Number(-number.Amount),
        Value.Nothing => value,
        _ => throw new FormulaFaultException($"\"{value}\" is no number."),
    };

    private static Value Reckoned(Operator operation, Value left, Value right) => (left, right) switch
    {
        (Value.Nothing, _) or (_, Value.Nothing) => Value.Nothing.Here,
        (Value.Number l, Value.Number r) => new Value.Number(Reckoned(operation, l.Amount, r.Amount)),
        (Value.Text l, _) when operation == Operator.Plus => new Value.Text($"{l.Words}{right}"),
        _ => throw new FormulaFaultException($"\"{left}\" and \"{right}\" are not two numbers."),
    };

    private static decimal Reckoned(Operator operation, decimal left, decimal right)
    {
        try
        {
            return operation switch
            {
                Operator.Plus => left + right,
                Operator.Minus => left - right,
                Operator.Times => left * right,
                Operator.Over => left / right,
                _ => throw new UnreachableException(),
            };
        }
        catch (ArithmeticException failure)
        {
            throw new FormulaFaultException($"{left} and {right} cannot be reckoned with: {failure.Message}");
        }
    }

    private Value Moved(Value from, Operator operation, TimeAmount amount) => (from, operation) switch
    {
        (Value.Nothing, _) => from,
        (Value.Date date, Operator.Plus) => new Value.Date(DayAfter(date.Day, amount)),
        (Value.Instant instant, Operator.Plus) => new Value.Instant(calendar.Due(instant.At, amount, roll: false)),
        _ => throw new FormulaFaultException($"{amount} can be added to a day or an instant, and \"{from}\" is neither."),
    };

    private DateOnly DayAfter(DateOnly day, TimeAmount amount) => amount.Unit switch
    {
        TimeUnit.CalendarDays or TimeUnit.Months => BusinessCalendar.LegalDue(day, amount, roll: false),
        TimeUnit.BusinessDays => calendar.LocalDay(calendar.EndOfBusinessDay(day, amount.Count)),
        _ => throw new FormulaFaultException($"{amount} is less than a day, and a day was to be moved by it."),
    };

    private Value Called(Expression.Call call)
    {
        if (call is { Function: "due", Arguments: [var from, Expression.Span { Amount: { Unit: TimeUnit.CalendarDays or TimeUnit.Months } amount }] })
        {
            return Evaluate(from) switch
            {
                Value.Date date => new Value.Date(BusinessCalendar.LegalDue(date.Day, amount, roll: true)),
                Value.Nothing nothing => nothing,
                var other => throw new FormulaFaultException($"due() wants a day, and \"{other}\" is none."),
            };
        }

        var arguments = call.Arguments.Select(Evaluate).ToList();
        return (call.Function, arguments) switch
        {
            ("given", [var value]) => new Value.Truth(value.IsGiven),
            ("count", [Value.Sequence list]) => new Value.Number(list.Items.Count),
            ("count", [Value.Nothing]) => new Value.Number(0),
            (_, [Value.Nothing, ..]) or (_, [_, Value.Nothing]) => Value.Nothing.Here,
            ("days", [Value.Date l, Value.Date r]) => new Value.Number(r.Day.DayNumber - l.Day.DayNumber),
            ("sum", [Value.Sequence list]) => list.Items.Aggregate(
                (Value)new Value.Number(0), (sum, item) => Reckoned(Operator.Plus, sum, item)),
            ("max", [Value.Sequence { Items: [_, ..] items }]) => items.Aggregate(
                (best, item) => Comparison.Holds(Operator.Greater, item, best) ? item : best),
            ("min", [Value.Sequence { Items: [_, ..] items }]) => items.Aggregate(
                (best, item) => Comparison.Holds(Operator.Less, item, best) ? item : best),
            ("max" or "min", [Value.Sequence]) => Value.Nothing.Here,
            ("round", [Value.Number number]) => new Value.Number(decimal.Round(number.Amount, 2, MidpointRounding.AwayFromZero)),
            _ => throw new FormulaFaultException(
                $"{call.Function}({string.Join(", ", arguments)}) does not go together: {Functions.Known[call.Function].Use}."),
        };
    }
}
