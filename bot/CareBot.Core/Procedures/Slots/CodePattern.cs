using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>How the codes of a company look, as an author writes it: a regular expression for a whole code.</summary>
/// <remarks>
/// Capitals and small letters are alike. It is matched without backtracking, so that no pattern and no message can make it slow.
/// </remarks>
[JsonConverter(typeof(CodePatternJson))]
public sealed record CodePattern
{
    /// <summary>The characters of a pattern.</summary>
    public const int LengthMax = 200;

    /// <summary>What people write in any message: a pattern that takes one of these for a code takes too much.</summary>
    private static readonly string[] Everyday =
    [
        "1", "7", "12", "99", "250", "1234", "2026", "1990", "00118", "30121", "98168", "20267", "ordine", "order", "grazie", "reso", "si", "no", "pacco", "PC",
    ];

    private const RegexOptions Reading = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private readonly Regex code;

    private CodePattern(string source, Regex code) => (Source, this.code, IsDistinct) = (source, code, !Everyday.Any(code.IsMatch));

    /// <summary>As the author wrote it.</summary>
    public string Source { get; }

    /// <summary>Whether it leaves everyday words and numbers alone, so that a code can be told in any sentence.</summary>
    public bool IsDistinct { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="source">The regular expression, without anchors.</param>
    /// <param name="pattern">The pattern, where it is one.</param>
    /// <param name="problem">What is wrong and how to mend it, where it is none: for the author.</param>
    public static bool TryParse(string source, [NotNullWhen(true)] out CodePattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        (pattern, problem) = Parse(source);
        return pattern is not null;
    }

    /// <summary>Whether a text is such a code and nothing else.</summary>
    public bool Matches(string text) => code.IsMatch(text);

    /// <inheritdoc/>
    public bool Equals(CodePattern? other) => other is not null && Source == other.Source;

    /// <inheritdoc/>
    public override int GetHashCode() => Source.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Source;

    private static (CodePattern? Pattern, string? Problem) Parse(string source)
    {
        if (source.Length > LengthMax)
        {
            return (null, $"The pattern has {source.Length} characters; write it in {LengthMax} or fewer.");
        }

        try
        {
            // On its own first: "\d)|(\d" is a pattern only between our brackets.
            _ = new Regex(source, Reading);
            var code = new Regex($@"\A(?:{source})\z", Reading);
            return code.IsMatch("")
                ? (null, "The pattern matches nothing at all; write at least one sign that every code has.")
                : (new(source, code), null);
        }
        catch (NotSupportedException)
        {
            return (null, "The pattern looks around or refers back, (?=…), (?!…), \\1; write what a code consists of, such as A\\d{3}.");
        }
        catch (ArgumentException wrong)
        {
            return (null, $"The pattern is no regular expression: {wrong.Message}");
        }
    }

    private sealed class CodePatternJson : JsonConverter<CodePattern>
    {
        public override CodePattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString() ?? "", out var pattern, out var problem) ? pattern : throw new JsonException(problem);

        public override void Write(Utf8JsonWriter writer, CodePattern value, JsonSerializerOptions options) => writer.WriteStringValue(value.Source);
    }
}
