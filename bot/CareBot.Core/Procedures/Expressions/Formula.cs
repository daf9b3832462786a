using System.Globalization;
using System.Text.RegularExpressions;
using CareBot.Desk;

namespace CareBot.Procedures.Expressions;

/// <summary>Reads formulas as editors write them: <c>order.total &gt; 150 and channel in ['web', 'teams']</c>.</summary>
public static class Formula
{
    /// <summary>How tightly each operator binds, the loosest first; those of one row are taken from the left.</summary>
    private static readonly (string Sign, Operator Operator)[][] Rows =
    [
        [("or", Operator.Or)],
        [("and", Operator.And)],
        [
            ("==", Operator.Equal), ("!=", Operator.Unequal), ("<=", Operator.LessOrEqual), (">=", Operator.GreaterOrEqual),
            ("<", Operator.Less), (">", Operator.Greater), ("in", Operator.In), ("matches", Operator.Matches),
        ],
        [("+", Operator.Plus), ("-", Operator.Minus)],
        [("*", Operator.Times), ("/", Operator.Over)],
    ];

    private static readonly string[] Reserved = ["or", "and", "not", "in", "matches", "true", "false", "none"];

    /// <summary>Reads a formula.</summary>
    /// <exception cref="FormulaException">It cannot be read, is longer than <see cref="Expression.LengthMax"/>, or has more than
    /// <see cref="Expression.PartsMax"/> parts.</exception>
    public static Expression Read(string formula) => formula.Length > Expression.LengthMax
        ? throw new FormulaException(1, $"A formula has at most {Expression.LengthMax} characters; this one has {formula.Length}.")
        : new Reader(new Tokens(formula)).Whole();

    private sealed class Reader
    {
        private readonly Tokens tokens;
        private Token now;
        private int parts;

        public Reader(Tokens tokens)
        {
            this.tokens = tokens;
            now = tokens.Next();
        }

        public Expression Whole()
        {
            var whole = Row(0);
            return now.Kind == TokenKind.End ? whole : throw Unexpected("an operator or the end");
        }

        private Expression Row(int row)
        {
            if (row == Rows.Length)
            {
                return Single();
            }

            var left = Row(row + 1);
            while (Operation(row) is { } operation)
            {
                Advance();
                var right = Row(row + 1);
                left = Part(new Expression.Binary(operation, left, Checked(operation, right)));
            }

            return left;
        }

        private Operator? Operation(int row)
        {
            var word = now.Kind is TokenKind.Sign or TokenKind.Name ? now.Text : "";
            return Rows[row].Where(each => each.Sign == word).Select(each => (Operator?)each.Operator).FirstOrDefault();
        }

        /// <summary>A pattern must stand there in full: one made at run time could be anything.</summary>
        private Expression Checked(Operator operation, Expression right)
        {
            if (operation != Operator.Matches)
            {
                return right;
            }

            if (right is not Expression.Literal { Value: Value.Text pattern })
            {
                throw new FormulaException(now.Column, "\"matches\" wants a pattern in quotes on its right.");
            }

            try
            {
                _ = Patterns.Compiled(pattern.Words);
                return right;
            }
            catch (Exception failure) when (failure is RegexParseException or NotSupportedException)
            {
                throw new FormulaException(now.Column, $"The pattern '{pattern.Words}' cannot be used: {failure.Message}");
            }
        }

        private Expression Single()
        {
            var token = now;
            Advance();
            return (token.Kind, token.Text) switch
            {
                (TokenKind.Name, "not") => Part(new Expression.Unary(Operator.Not, Row(2))),
                (TokenKind.Sign, "-") => Part(new Expression.Unary(Operator.Minus, Single())),
                (TokenKind.Name, "true" or "false") => Part(new Expression.Literal(new Value.Truth(token.Text == "true"))),
                (TokenKind.Name, "none") => Part(new Expression.Literal(Value.Nothing.Here)),
                (TokenKind.Number, _) => Number(token),
                (TokenKind.Amount, _) when TimeAmount.TryParse(token.Text, out var amount) => Part(new Expression.Span(amount)),
                (TokenKind.Text, _) => Part(new Expression.Literal(new Value.Text(token.Text))),
                (TokenKind.Sign, "(") => Closed(Row(0), ")"),
                (TokenKind.Sign, "[") => Part(new Expression.Several(Listed("]"))),
                (TokenKind.Name, _) when now is { Kind: TokenKind.Sign, Text: "(" } => Called(token),
                (TokenKind.Name, _) when !Reserved.Contains(token.Text) => Named(token),
                _ => throw new FormulaException(token.Column, token.Kind == TokenKind.End
                    ? "The formula ends where a value is wanted."
                    : $"\"{token.Text}\" stands where a value is wanted."),
            };
        }

        private Expression.Literal Number(Token token) =>
            decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? Part(new Expression.Literal(new Value.Number(number)))
                : throw new FormulaException(token.Column, $"\"{token.Text}\" is no number.");

        private Expression.Name Named(Token root)
        {
            var fields = new List<string>();
            while (now is { Kind: TokenKind.Sign, Text: "." })
            {
                Advance();
                fields.Add(now.Kind == TokenKind.Name ? now.Text : throw Unexpected("the name of a field"));
                Advance();
            }

            return Part(new Expression.Name(root.Text, fields));
        }

        private Expression.Call Called(Token function)
        {
            if (!Functions.Known.TryGetValue(function.Text, out var known))
            {
                throw new FormulaException(
                    function.Column, $"There is no function \"{function.Text}\": there are {string.Join(", ", Functions.Known.Keys.Order(StringComparer.Ordinal))}.");
            }

            Advance();
            var arguments = Listed(")");
            return arguments.Count == known.Arguments
                ? Part(new Expression.Call(function.Text, arguments))
                : throw new FormulaException(function.Column, $"Write it so: {known.Use}.");
        }

        private List<Expression> Listed(string close)
        {
            var items = new List<Expression>();
            while (now is not { Kind: TokenKind.Sign } || now.Text != close)
            {
                if (items.Count > 0)
                {
                    Expect(",");
                }

                items.Add(Row(0));
            }

            Advance();
            return items;
        }

        private Expression Closed(Expression inner, string close)
        {
            Expect(close);
            return inner;
        }

        private void Expect(string sign)
        {
            if (now.Kind != TokenKind.Sign || now.Text != sign)
            {
                throw Unexpected($"\"{sign}\"");
            }

            Advance();
        }

        private void Advance() => now = tokens.Next();

        private T Part<T>(T part)
            where T : Expression => ++parts <= Expression.PartsMax
            ? part
            : throw new FormulaException(now.Column, $"A formula has at most {Expression.PartsMax} parts.");

        private FormulaException Unexpected(string wanted) => new(now.Column, now.Kind == TokenKind.End
            ? $"The formula ends where {wanted} is wanted."
            : $"\"{now.Text}\" stands where {wanted} is wanted.");
    }
}
