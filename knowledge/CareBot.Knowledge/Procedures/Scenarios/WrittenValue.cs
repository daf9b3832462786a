using System.Globalization;
using CareBot.Procedures;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Values as they are written in scenarios: a word, or fields in braces and lists in brackets as in YAML and JSON.</summary>
internal static class WrittenValue
{
    /// <summary>How deep fields and lists may lie in one another.</summary>
    private const int DepthMax = 10;

    private static readonly string[] Nothings = ["", "~", "null", "none"];

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says why.</exception>
    public static Value Read(string written)
    {
        var text = written.Trim();
        if (text is not (['{' or '[' or '"' or '\'', ..]))
        {
            return Plain(text);
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return Of(stream.Documents[0].RootNode, DepthMax);
        }
        catch (YamlException broken)
        {
            throw new FormatException((broken.InnerException ?? broken).Message.ReplaceLineEndings(" "), broken);
        }
    }

    /// <summary>Reads fields in braces.</summary>
    /// <exception cref="FormatException">It cannot be read, or is something else.</exception>
    public static Value.Fields Fields(string written) => Read(written) as Value.Fields
        ?? throw new FormatException($"`{written}` has no names; write fields in braces: {{ name: value }}");

    /// <summary>Whether a value is what somebody has written, or looks like it.</summary>
    public static bool Is(Value value, string written) =>
        Read(written) is var expected && (expected.Equals(value) || (expected.IsGiven && value.IsGiven && expected.ToString() == value.ToString()));

    private static Value Of(YamlNode node, int depth) => node switch
    {
        _ when depth == 0 => throw new FormatException($"a value may lie at most {DepthMax} deep in others."),
        YamlMappingNode fields => Value.Fields.Of(fields.Children.Select(each => (((YamlScalarNode)each.Key).Value ?? "", Of(each.Value, depth - 1)))),
        YamlSequenceNode items => new Value.Sequence([.. items.Select(item => Of(item, depth - 1))]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => Dated(scalar.Value ?? "") ?? new Value.Text(scalar.Value ?? ""),
        _ => throw new FormatException("anchors and aliases are not for values."),
    };

    private static Value Plain(string text) =>
        Nothings.Contains(text) ? Value.Nothing.Here
        : text is "true" or "yes" ? new Value.Truth(true)
        : text is "false" or "no" ? new Value.Truth(false)
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Value.Number(number)
            : Dated(text) ?? new Value.Text(text);

    /// <summary>Days and instants, which other systems write as texts.</summary>
    private static Value? Dated(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new Value.Date(day)
        : text.Length > 10 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new Value.Instant(at.ToUniversalTime())
            : null;
}
