using CareBot.Desk;

namespace CareBot.Procedures.Expressions;

/// <summary>One word or sign of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; of a text in quotes, what stands between them.</param>
/// <param name="Column">Where it begins, from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Column);

internal enum TokenKind
{
    End,
    Name,
    Number,
    Amount,
    Text,
    Sign,
}

/// <summary>Takes a formula apart into words and signs.</summary>
internal sealed class Tokens(string formula)
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", "."];

    private int at;

    /// <exception cref="FormulaException">No word or sign begins there.</exception>
    public Token Next()
    {
        while (at < formula.Length && char.IsWhiteSpace(formula[at]))
        {
            at++;
        }

        var column = at + 1;
        if (at == formula.Length)
        {
            return new(TokenKind.End, "", column);
        }

        var c = formula[at];
        if (char.IsAsciiDigit(c))
        {
            return NumberOrAmount(column);
        }

        if (char.IsAsciiLetter(c) || c == '_')
        {
            return new(TokenKind.Name, While(each => char.IsAsciiLetterOrDigit(each) || each == '_'), column);
        }

        if (c is '\'' or '"')
        {
            return Quoted(c, column);
        }

        var sign = Signs.FirstOrDefault(sign => formula.AsSpan(at).StartsWith(sign, StringComparison.Ordinal))
            ?? throw new FormulaException(column, $"\"{c}\" has no meaning here.");
        at += sign.Length;
        return new(TokenKind.Sign, sign, column);
    }

    private Token NumberOrAmount(int column)
    {
        var number = While(each => char.IsAsciiDigit(each) || each == '.');
        var unit = While(each => char.IsAsciiLetter(each) || each == '!');
        return unit.Length == 0 ? new(TokenKind.Number, number, column)
            : TimeAmount.TryParse(number + unit, out _) ? new(TokenKind.Amount, number + unit, column)
            : throw new FormulaException(column, $"\"{number}{unit}\" is no length of time: write 30m, 8h, 24h!, 3bd, 14cd or 1mo.");
    }

    private Token Quoted(char quote, int column)
    {
        var end = formula.IndexOf(quote, at + 1);
        if (end < 0)
        {
            throw new FormulaException(column, $"The text that begins here has no {quote} at its end.");
        }

        var text = formula[(at + 1)..end];
        at = end + 1;
        return new(TokenKind.Text, text, column);
    }

    private string While(Func<char, bool> belongs)
    {
        var start = at;
        while (at < formula.Length && belongs(formula[at]))
        {
            at++;
        }

        return formula[start..at];
    }
}
