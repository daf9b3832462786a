namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Parts of a line that a scenario writes side by side.</summary>
internal static class ScenarioText
{
    /// <summary>Splits where a sign stands outside quotes and brackets.</summary>
    public static IReadOnlyList<string> Split(string text, char sign)
    {
        var (parts, from, depth, quote) = (new List<string>(), 0, 0, '\0');
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '"')
            {
                quote = c;
            }
            else if (c == sign && depth == 0)
            {
                parts.Add(text[from..at].Trim());
                from = at + 1;
            }
            else
            {
                depth += c is '{' or '[' or '(' ? 1 : c is '}' or ']' or ')' ? -1 : 0;
            }
        }

        parts.Add(text[from..].Trim());
        return [.. parts.Where(part => part.Length > 0)];
    }

    /// <summary>Names with values: <c>id=A100, total=59.90</c>, also <c>amount 59.90</c> or fields in braces.</summary>
    /// <exception cref="FormatException">A name has no value.</exception>
    public static IReadOnlyList<Named> Names(string text)
    {
        var inner = text.Trim();
        if (inner is ['{', .. var fields, '}'])
        {
            return [.. Split(fields, ',').Select(part => Pair(part, [':', '=']))];
        }

        return [.. Split(inner, ',').Select(part => Pair(part, ['=', ' ']))];
    }

    /// <summary>What stands between quotes; a text without them as it is.</summary>
    public static string Unquoted(string text) => text.Trim() is ['"', .. var inner, '"'] ? inner : text.Trim();

    private static Named Pair(string part, char[] between)
    {
        var at = part.IndexOfAny(between);
        return at > 0 && part[(at + 1)..].Trim() is { Length: > 0 } value
            ? new(part[..at].Trim(), value)
            : throw new FormatException($"`{part}` has no value; write name=value");
    }
}
