using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Reading;

/// <summary>A YAML file of rules that lies beside the articles, and what is wrong in it.</summary>
/// <remarks>What is in order serves even where something else in the file is not.</remarks>
internal sealed class RuleFile
{
    /// <summary>The bytes of one file: thousands of phrases.</summary>
    private const int BytesMax = 256 * 1024;

    /// <summary>The characters of one value.</summary>
    private const int TextLengthMax = 500;

    /// <summary>The values that may lie within each other; nothing that is read here has half as many.</summary>
    private const int DepthMax = 32;

    /// <summary>What can be said where the parser says nothing.</summary>
    internal const string Unreadable = "what follows here cannot be read; put quotes round values that begin with a special character.";

    private readonly string name;
    private readonly List<Problem> problems = [];

    private RuleFile(string name) => this.name = name;

    public string Name => name;

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>The outermost value; null where there is none.</summary>
    public YamlNode? Root { get; private set; }

    /// <summary>Opens a file of a library's folder. One that is not there has no rules and no problem.</summary>
    public static RuleFile Open(string folder, string name)
    {
        var file = new RuleFile(name);
        try
        {
            var info = new FileInfo(Path.Combine(folder, name));
            if (info.Exists && info.Length > BytesMax)
            {
                file.Refuse(Reading.Problems.TooLarge(name, info.Length, BytesMax));
            }
            else if (info.Exists)
            {
                file.Load(File.ReadAllBytes(info.FullName));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            file.Refuse(Reading.Problems.Unreadable(name, failure.Message));
        }

        return file;
    }

    /// <summary>Opens what was read before.</summary>
    public static RuleFile Of(string name, byte[] bytes)
    {
        var file = new RuleFile(name);
        if (bytes.Length > BytesMax)
        {
            file.Refuse(Reading.Problems.TooLarge(name, bytes.Length, BytesMax));
        }
        else
        {
            file.Load(bytes);
        }

        return file;
    }

    public Spot At(YamlNode node) => new(name, (int)node.Start.Line, (int)node.Start.Column);

    public void Refuse(Problem problem) => problems.Add(problem);

    /// <summary>The fields of a mapping whose keys are known; the others are refused.</summary>
    public IReadOnlyDictionary<string, YamlNode> Fields(YamlNode? node, string what, IReadOnlyList<string> keys)
    {
        if (node is null)
        {
            return new Dictionary<string, YamlNode>();
        }

        if (node is not YamlMappingNode mapping)
        {
            Refuse(Reading.Problems.RulesWrongValue(At(node), what, $"fields out of {string.Join(", ", keys)}"));
            return new Dictionary<string, YamlNode>();
        }

        var fields = mapping.Children.Select(field => (Key: (field.Key as YamlScalarNode)?.Value ?? "", At: field.Key, field.Value)).ToList();
        foreach (var (key, at, _) in fields.Where(field => !keys.Contains(field.Key)))
        {
            Refuse(Reading.Problems.RulesUnknownKey(At(at), key, EditDistance.Nearest(key, keys)));
        }

        return fields.Where(field => keys.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value);
    }

    public IEnumerable<YamlNode> Items(YamlNode? node, string what)
    {
        if (node is null or YamlSequenceNode)
        {
            return node is YamlSequenceNode items ? items : [];
        }

        Refuse(Reading.Problems.RulesWrongValue(At(node), what, "a list, each value after `- `"));
        return [];
    }

    /// <summary>A field's text; null where it is missing or none, which is refused.</summary>
    public string? Text(IReadOnlyDictionary<string, YamlNode> fields, string key, YamlNode owner) =>
        Text(fields.TryGetValue(key, out var node) ? node : owner, key, isMissing: node is null);

    public string? Text(YamlNode node, string what, bool isMissing = false)
    {
        if (!isMissing && node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text)
            && !text.Contains('\n', StringComparison.Ordinal) && text.Length <= TextLengthMax)
        {
            return text.Trim();
        }

        Refuse(Reading.Problems.RulesWrongValue(At(node), $"`{what}`", $"text in one line of 1 to {TextLengthMax} characters"));
        return null;
    }

    /// <summary>Text that may have several lines; null where it is none, which is refused.</summary>
    public string? Prose(YamlNode node, string what, int lengthMax)
    {
        if (node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text) && text.Length <= lengthMax)
        {
            return text.Trim();
        }

        Refuse(Reading.Problems.RulesWrongValue(At(node), $"`{what}`", $"text of 1 to {lengthMax} characters"));
        return null;
    }

    /// <summary>The fields of a mapping whose keys its author chooses, in the order written.</summary>
    public IReadOnlyList<(string Key, YamlNode At, YamlNode Value)> Named(YamlNode? node, string what)
    {
        if (node is null)
        {
            return [];
        }

        if (node is not YamlMappingNode mapping)
        {
            Refuse(Reading.Problems.RulesWrongValue(At(node), what, "names, each with what it stands for"));
            return [];
        }

        var named = new List<(string, YamlNode, YamlNode)>();
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && Written.IsId(name))
            {
                named.Add((name, key, value));
            }
            else
            {
                Refuse(Reading.Problems.RulesWrongValue(At(key), $"a name in {what}", "made of letters, digits, `.`, `_` and `-`"));
            }
        }

        return named;
    }

    private void Load(byte[] bytes)
    {
        var (source, problem) = SourceText.Decode(name, bytes);
        if (source is null)
        {
            Refuse(problem!);
            return;
        }

        var stream = new YamlStream();
        try
        {
            if (Unfit(source.Text) is { } unfit)
            {
                Refuse(unfit);
                return;
            }

            stream.Load(new StringReader(source.Text));
            Root = stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException broken)
        {
            Refuse(Reading.Problems.RulesSyntax(
                new(name, (int)broken.Start.Line, (int)broken.Start.Column), (broken.InnerException ?? broken).Message.ReplaceLineEndings(" ")));
        }
    }

    /// <summary>What the reader of whole documents must never meet: a value that holds itself, or depths that exhaust its stack.</summary>
    private Problem? Unfit(string text)
    {
        var parser = new Parser(new StringReader(text));
        var (depth, at) = (0, Spot.StartOf(name));
        try
        {
            while (parser.MoveNext())
            {
                depth += parser.Current!.NestingIncrease;
                at = new(name, (int)parser.Current.Start.Line, (int)parser.Current.Start.Column);
                if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
                {
                    return Reading.Problems.RulesSyntax(at, "anchors, aliases and tags are not used here; write the value itself.");
                }

                if (depth > DepthMax)
                {
                    return Reading.Problems.RulesSyntax(at, $"more than {DepthMax} values lie within each other; write them flatter.");
                }
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser's own slip over a few signs that are no YAML.
            return Reading.Problems.RulesSyntax(at, Unreadable);
        }
    }
}
