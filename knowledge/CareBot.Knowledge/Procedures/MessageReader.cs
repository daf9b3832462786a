using System.Text.RegularExpressions;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Expressions;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures;

/// <summary>Reads what is said: words in both languages that stand in the procedure, or the name of a template beside it.</summary>
/// <remarks>A template lies in <c>NAME/templates/TEMPLATE.it.md</c> and <c>….en.md</c>. <c>[law: ID]</c> stands for the words of a law.</remarks>
internal sealed partial class MessageReader(RuleFile file, ProcedureSource source, LawTexts laws)
{
    /// <summary>The characters of words that stand in the procedure itself.</summary>
    private const int WordsMax = 2_000;

    /// <summary>The languages that everything is said in.</summary>
    public static readonly string[] Tags = ["it", "en"];

    private readonly List<(Message, Spot)> spots = [];

    /// <summary>Where each message stands.</summary>
    public IReadOnlyList<(Message Message, Spot At)> Spots => spots;

    /// <summary>Words without places for values; null where they are missing or wrong, which is refused.</summary>
    public Wording? Words(IReadOnlyDictionary<string, YamlNode> fields, string key, YamlNode owner) => Words(file, fields, key, owner);

    /// <summary>The same for a file that has no templates beside it.</summary>
    public static Wording? Words(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string key, YamlNode owner)
    {
        if (!fields.TryGetValue(key, out var node))
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(owner), $"`{key}`", "given, with `it` and `en`"));
            return null;
        }

        return Pair(file, node, key) is { } pair ? new(pair.Italian, pair.English) : null;
    }

    /// <summary>What is said; null where it is wrong, which is refused.</summary>
    public Message? Message(YamlNode node, string key)
    {
        var message = node is YamlScalarNode ? Template(node, key) : Inline(node, key);
        if (message is not null)
        {
            spots.Add((message, file.At(node)));
        }

        return message;
    }

    /// <summary>A text with places that only programs and agents read; null where it is wrong, which is refused.</summary>
    public Template? Plain(YamlNode node, string key) =>
        file.Text(node, key) is { } text ? Template(text, file.At(node)) : null;

    private Message? Inline(YamlNode node, string key) =>
        Pair(file, node, key) is { } pair
        && Template(Lawful(pair.Italian, Language.Italian, file.At(node)), file.At(node)) is { } italian
        && Template(Lawful(pair.English, Language.English, file.At(node)), file.At(node)) is { } english
            ? new(italian, english)
            : null;

    private Message? Template(YamlNode node, string key)
    {
        if (file.Text(node, key) is not { } name)
        {
            return null;
        }

        var (italian, english) = (Template(name, Language.Italian, file.At(node)), Template(name, Language.English, file.At(node)));
        return italian is null || english is null ? null : new(italian, english, name);
    }

    private Template? Template(string name, Language language, Spot at)
    {
        var path = $"{source.Name}/templates/{name}.{language.Tag()}.md";
        if (!source.Files.TryGetValue(path, out var bytes))
        {
            file.Refuse(Problems.FileMissing(at, path));
            return null;
        }

        var (text, problem) = SourceText.Decode(path, bytes);
        if (text is null)
        {
            file.Refuse(problem!);
            return null;
        }

        // What only authors read is for authors.
        return Template(Lawful(Comment().Replace(text.Text, "").Trim(), language, new(path, 1, 1)), new(path, 1, 1));
    }

    private Template? Template(string text, Spot at)
    {
        try
        {
            return CareBot.Procedures.Template.Read(text);
        }
        catch (FormulaException failure)
        {
            var before = text[..Math.Min(failure.Column - 1, text.Length)];
            var line = before.Count(c => c == '\n');
            file.Refuse(Problems.FormulaUnread(at with { Line = at.Line + line }, Excerpt(text, failure.Column), failure.Message));
            return null;
        }
    }

    private string Lawful(string text, Language language, Spot at) => Law().Replace(text, cited =>
    {
        var id = cited.Groups[1].Value;
        if (laws.Find(id) is { } law)
        {
            // The law's words are words: a brace in them is one.
            return law.In(language).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        }

        file.Refuse(Problems.LawNotStated(at, id));
        return "";
    });

    private static (string Italian, string English)? Pair(RuleFile file, YamlNode node, string key)
    {
        var fields = file.Fields(node, $"`{key}`", Tags);
        foreach (var missing in Tags.Where(tag => !fields.ContainsKey(tag)))
        {
            file.Refuse(Problems.LanguageMissing(file.At(node), key, missing));
        }

        if (fields.Count < Tags.Length)
        {
            return null;
        }

        var (italian, english) = (file.Prose(fields["it"], "it", WordsMax), file.Prose(fields["en"], "en", WordsMax));
        return italian is null || english is null ? null : (italian, english);
    }

    private static string Excerpt(string text, int column)
    {
        var start = Math.Clamp(column - 1, 0, text.Length);
        return text[start..Math.Min(text.Length, start + 40)].Split('\n')[0];
    }

    [GeneratedRegex(@"\[law: *([A-Za-z0-9._-]+)\]")]
    private static partial Regex Law();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
