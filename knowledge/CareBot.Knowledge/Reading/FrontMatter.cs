using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CareBot.Knowledge.Reading;

/// <summary>The fields between the two lines <c>---</c> at the top of an article, and the text below them.</summary>
/// <param name="Fields">In the order written; a key occurs once.</param>
/// <param name="BodyOffset">Where the text begins in the file.</param>
internal sealed record FrontMatter(IReadOnlyList<Field> Fields, int BodyOffset)
{
    private const string Fence = "---";

    /// <summary>Reads the top of a file.</summary>
    /// <returns>What was read, or null where the front matter cannot be told apart or parsed at all.</returns>
    public static FrontMatter? Read(SourceText source, List<Problem> problems)
    {
        var text = source.Text;
        if (LineAt(text, 0, out var yamlStart) != Fence)
        {
            problems.Add(Problems.NoFrontMatter(source.Path));
            return null;
        }

        var next = yamlStart;
        while (next < text.Length)
        {
            var start = next;
            if (LineAt(text, start, out next) == Fence)
            {
                return Parse(text[yamlStart..start], source.Path, problems) is { } fields ? new(fields, next) : null;
            }
        }

        problems.Add(Problems.UnfinishedFrontMatter(source.Path));
        return null;
    }

    private static string LineAt(string text, int start, out int next)
    {
        var end = text.IndexOf('\n', start);
        next = end < 0 ? text.Length : end + 1;
        return text[start..(end < 0 ? text.Length : end)].TrimEnd();
    }

    private static List<Field>? Parse(string yaml, string path, List<Problem> problems)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return [];
            }

            parser.Consume<DocumentStart>();
            var fields = ReadFields(parser, path, problems);
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return fields;
        }
        catch (YamlFeatureException refused)
        {
            problems.Add(Problems.YamlFeature(At(path, refused.Start), refused.Message));
        }
        catch (YamlException broken)
        {
            problems.Add(Problems.YamlSyntax(At(path, broken.Start), Reason(broken)));
        }
        catch (InvalidOperationException)
        {
            // The parser's own slip over a few signs that are no YAML.
            problems.Add(Problems.YamlSyntax(At(path, parser.Current?.Start ?? Mark.Empty), RuleFile.Unreadable));
        }

        return null;
    }

    private static List<Field> ReadFields(Parser parser, string path, List<Problem> problems)
    {
        var fields = new List<Field>();
        Plain(parser.Consume<MappingStart>());
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Plain(parser.Consume<Scalar>());
            var field = new Field(key.Value, At(path, key.Start), Value(parser, path));
            if (fields.Any(known => known.Key == field.Key))
            {
                problems.Add(Problems.DuplicateKey(field.At, field.Key));
            }
            else
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    private static FieldValue Value(Parser parser, string path)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            Plain(scalar);
            return new FieldValue.Text(At(path, scalar.Start), scalar.Value, Written.IsText(scalar));
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            Plain(sequence);
            var items = new List<FieldValue>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Value(parser, path));
            }

            return new FieldValue.List(At(path, sequence.Start), items);
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw new YamlFeatureException(alias, "aliases (`*name`)");
        }

        var mapping = Plain(parser.Consume<MappingStart>());
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Value(parser, path);
        }

        return new FieldValue.Map(At(path, mapping.Start));
    }

    private static T Plain<T>(T node)
        where T : NodeEvent =>
        !node.Anchor.IsEmpty ? throw new YamlFeatureException(node, "anchors (`&name`)")
        : !node.Tag.IsEmpty ? throw new YamlFeatureException(node, "tags (`!name`)")
        : node;

    // The front matter begins on the file's second line.
    private static Spot At(string path, Mark mark) => new(path, (int)mark.Line + 1, (int)mark.Column);

    private static string Reason(YamlException broken)
    {
        var reason = (broken.InnerException ?? broken).Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return $"{reason}. Put quotes round a value that contains `: ` or begins with a special character.";
    }

    private sealed class YamlFeatureException(ParsingEvent node, string feature)
        : YamlException(node.Start, node.End, feature);
}

/// <summary>One field of the front matter.</summary>
internal sealed record Field(string Key, Spot At, FieldValue Value);

/// <summary>What stands after a key.</summary>
internal abstract record FieldValue(Spot At)
{
    /// <summary>A single value; not text where YAML reads it as nothing, a number or a truth value.</summary>
    public sealed record Text(Spot At, string Value, bool IsText) : FieldValue(At);

    public sealed record List(Spot At, IReadOnlyList<FieldValue> Items) : FieldValue(At);

    public sealed record Map(Spot At) : FieldValue(At);
}
