using CareBot.Desk;

namespace CareBot.Procedures.Expressions;

/// <summary>A formula of a procedure: it compares, reckons and looks up, and can do nothing else.</summary>
/// <remarks>There are no loops, no assignments and no calls but those of <see cref="Functions"/>, so every formula ends.</remarks>
public abstract record Expression
{
    /// <summary>The longest formula, in characters.</summary>
    public const int LengthMax = 500;

    /// <summary>The most parts that a formula may be made of.</summary>
    public const int PartsMax = 200;

    private Expression()
    {
    }

    /// <summary>A value as it stands: <c>12.50</c>, <c>'web'</c>, <c>true</c>.</summary>
    public sealed record Literal(Value Value) : Expression;

    /// <summary>A length of time as it stands: <c>14cd</c>.</summary>
    public sealed record Span(TimeAmount Amount) : Expression;

    /// <summary>A slot, a result, or a field in one: <c>order.total</c>.</summary>
    public sealed record Name(string Root, IReadOnlyList<string> Fields) : Expression
    {
        /// <inheritdoc/>
        public bool Equals(Name? other) => other is not null && Root == other.Root && Fields.SequenceEqual(other.Fields);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Root, Fields.Count);
    }

    /// <summary>The opposite of a truth, or of a number.</summary>
    public sealed record Unary(Operator Operator, Expression Operand) : Expression;

    /// <summary>Two parts and what is done with them.</summary>
    public sealed record Binary(Operator Operator, Expression Left, Expression Right) : Expression;

    /// <summary>One of the <see cref="Functions"/>.</summary>
    public sealed record Call(string Function, IReadOnlyList<Expression> Arguments) : Expression;

    /// <summary>Several values in brackets: <c>['a', 'b']</c>.</summary>
    public sealed record Several(IReadOnlyList<Expression> Items) : Expression;

    /// <summary>The slots and results that it reads, by their first name.</summary>
    public IEnumerable<string> Reads => this switch
    {
        Name name => [name.Root],
        Unary unary => unary.Operand.Reads,
        Binary binary => binary.Left.Reads.Concat(binary.Right.Reads),
        Call call => call.Arguments.SelectMany(argument => argument.Reads),
        Several several => several.Items.SelectMany(item => item.Reads),
        _ => [],
    };
}

/// <summary>What is done with the parts of a formula.</summary>
public enum Operator
{
    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>not</c></summary>
    Not,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    Unequal,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>in</c></summary>
    In,

    /// <summary><c>matches</c></summary>
    Matches,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>-</c></summary>
    Minus,

    /// <summary><c>*</c></summary>
    Times,

    /// <summary><c>/</c></summary>
    Over,
}
