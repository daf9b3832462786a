using CareBot.Procedures.Expressions;

namespace CareBot.Procedures;

/// <summary>What is said in a step, in each language, with places that the run's values go into.</summary>
/// <param name="Italian">In Italian.</param>
/// <param name="English">In English.</param>
/// <param name="Name">The template's name, such as <c>withdrawal-receipt</c>; null for words that stand in the procedure itself.</param>
public sealed record Message(Template Italian, Template English, string? Name = null)
{
    /// <summary>The words in one language.</summary>
    public Template In(Language language) => language == Language.Italian ? Italian : English;

    /// <summary>The slots and results that any of its languages shows, by their first name.</summary>
    public IEnumerable<string> Reads => Italian.Reads.Concat(English.Reads);
}

/// <summary>A text with places for values: <c>Your order {order.id} left on {order.shipped_on}.</c></summary>
/// <param name="Parts">Its words and places in order.</param>
public sealed record Template(IReadOnlyList<TemplatePart> Parts)
{
    /// <summary>The longest template, in characters.</summary>
    public const int LengthMax = 8_000;

    /// <summary>The slots and results that it shows, by their first name.</summary>
    public IEnumerable<string> Reads => Parts.OfType<TemplatePart.Place>().SelectMany(place => place.Value.Reads);

    /// <inheritdoc/>
    public bool Equals(Template? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Count;

    /// <summary>The words, with dots where values go: for who reads it before it is said.</summary>
    public override string ToString() => string.Concat(Parts.Select(part => part is TemplatePart.Words words ? words.Text : "…"));

    /// <summary>Reads a template. A brace that is meant as one is written twice.</summary>
    /// <exception cref="FormulaException">A place cannot be read; the column counts from the template's first character, line breaks included.</exception>
    public static Template Read(string text)
    {
        if (text.Length > LengthMax)
        {
            throw new FormulaException(1, $"A text has at most {LengthMax} characters; this one has {text.Length}.");
        }

        var parts = new List<TemplatePart>();
        var words = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '{' or '}' && at + 1 < text.Length && text[at + 1] == c)
            {
                words.Append(c);
                at++;
            }
            else if (c == '{')
            {
                var end = text.IndexOf('}', at);
                if (end < 0)
                {
                    throw new FormulaException(at + 1, "The place that begins here has no } at its end; a brace that is meant as one is written twice.");
                }

                Flush();
                parts.Add(Place(text[(at + 1)..end], at + 1));
                at = end;
            }
            else
            {
                words.Append(c == '}' ? throw new FormulaException(at + 1, "No place ends here; a brace that is meant as one is written twice.") : c);
            }
        }

        Flush();
        return new(parts);

        void Flush()
        {
            if (words.Length > 0)
            {
                parts.Add(new TemplatePart.Words(words.ToString()));
                words.Clear();
            }
        }
    }

    private static TemplatePart.Place Place(string inner, int column)
    {
        var (formula, look) = inner.LastIndexOf(':') is >= 0 and var colon
            ? (inner[..colon], inner[(colon + 1)..].Trim())
            : (inner, "");
        try
        {
            return new(Formula.Read(formula), look switch
            {
                "" => Look.Plain,
                "money" => Look.Money,
                "time" => Look.Time,
                "list" => Look.List,
                _ => throw new FormulaException(formula.Length + 2, $"There is no look \"{look}\": there are money, time and list."),
            });
        }
        catch (FormulaException failure)
        {
            throw new FormulaException(column + failure.Column, failure.Message);
        }
    }
}

/// <summary>A part of a template.</summary>
public abstract record TemplatePart
{
    private TemplatePart()
    {
    }

    /// <summary>Words as they stand.</summary>
    public sealed record Words(string Text) : TemplatePart;

    /// <summary>A place that a value goes into.</summary>
    /// <param name="Value">Which.</param>
    /// <param name="Look">How it is shown.</param>
    public sealed record Place(Expression Value, Look Look) : TemplatePart;
}

/// <summary>How a value is shown in a template.</summary>
public enum Look
{
    /// <summary>As its kind is shown: a day with its weekday, an instant as a day and an hour.</summary>
    Plain,

    /// <summary>A number as an amount of euros.</summary>
    Money,

    /// <summary>An instant as its hour alone.</summary>
    Time,

    /// <summary>Each of several values on a line of its own.</summary>
    List,
}
