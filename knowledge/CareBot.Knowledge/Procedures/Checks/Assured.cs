using CareBot.Procedures;
using CareBot.Procedures.Expressions;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>What surely has a value once a formula is known to hold, or not to: what has none is equal to nothing and in no order.</summary>
internal static class Assured
{
    /// <summary>The names that have a value when the formula holds.</summary>
    public static IReadOnlySet<string> When(Expression formula) => formula switch
    {
        Expression.Name name => Only(name.Root),
        Expression.Unary { Operator: Operator.Not } not => WhenNot(not.Operand),
        Expression.Binary { Operator: Operator.And } and => Both(When(and.Left), When(and.Right)),
        Expression.Binary { Operator: Operator.Or } or => Either(When(or.Left), When(or.Right)),
        Expression.Binary { Operator: Operator.Unequal } unequal when IsNone(unequal.Right) => Read(unequal.Left),
        Expression.Binary { Operator: Operator.Unequal } => None,
        Expression.Binary { Operator: Operator.Equal or Operator.In } equal when IsWritten(equal.Right) => Read(equal.Left),
        Expression.Binary { Operator: Operator.Equal } equal when IsWritten(equal.Left) => Read(equal.Right),
        Expression.Binary { Operator: Operator.Matches } matches => Read(matches.Left),
        Expression.Binary { Operator: Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual } order =>
            Both(Read(order.Left), Read(order.Right)),
        Expression.Call { Function: "given", Arguments: [Expression.Name name] } => Only(name.Root),
        _ => None,
    };

    /// <summary>The names that have a value when the formula does not hold.</summary>
    public static IReadOnlySet<string> WhenNot(Expression formula) => formula switch
    {
        Expression.Unary { Operator: Operator.Not } not => When(not.Operand),
        Expression.Binary { Operator: Operator.And } and => Either(WhenNot(and.Left), WhenNot(and.Right)),
        Expression.Binary { Operator: Operator.Or } or => Both(WhenNot(or.Left), WhenNot(or.Right)),
        Expression.Binary { Operator: Operator.Equal } equal when IsNone(equal.Right) => Read(equal.Left),
        Expression.Binary { Operator: Operator.Unequal } unequal when IsWritten(unequal.Right) => Read(unequal.Left),
        _ => None,
    };

    /// <summary>The names that are read although they may have no value.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="known">What has a value before.</param>
    public static IEnumerable<Expression.Name> Unsure(Expression formula, IReadOnlySet<string> known) => formula switch
    {
        Expression.Name name => known.Contains(name.Root) ? [] : [name],
        Expression.Call { Function: "given" } => [],
        Expression.Call call => call.Arguments.SelectMany(argument => Unsure(argument, known)),
        Expression.Unary unary => Unsure(unary.Operand, known),
        Expression.Binary { Operator: Operator.And } and => Unsure(and.Left, known).Concat(Unsure(and.Right, Both(known, When(and.Left)))),
        Expression.Binary { Operator: Operator.Or } or => Unsure(or.Left, known).Concat(Unsure(or.Right, Both(known, WhenNot(or.Left)))),
        Expression.Binary { Operator: Operator.Equal or Operator.Unequal } binary when IsNone(binary.Right) => [],
        Expression.Binary binary => Unsure(binary.Left, known).Concat(Unsure(binary.Right, known)),
        Expression.Several several => several.Items.SelectMany(item => Unsure(item, known)),
        _ => [],
    };

    private static readonly HashSet<string> None = [];

    private static HashSet<string> Only(string name) => [name];

    /// <summary>A name has a value when it, or a field of it, has.</summary>
    private static HashSet<string> Read(Expression part) => part is Expression.Name name ? Only(name.Root) : None;

    private static HashSet<string> Both(IReadOnlySet<string> left, IReadOnlySet<string> right) => [.. left, .. right];

    private static HashSet<string> Either(IReadOnlySet<string> left, IReadOnlySet<string> right) => [.. left.Where(right.Contains)];

    private static bool IsNone(Expression part) => part is Expression.Literal { Value: Value.Nothing };

    private static bool IsWritten(Expression part) => part switch
    {
        Expression.Literal literal => literal.Value.IsGiven,
        Expression.Several several => several.Items.All(IsWritten),
        _ => false,
    };
}
