using System.Globalization;
using CareBot.Knowledge.Reading;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>Where the parts of a procedure stand in its file, for problems that show only when the whole is read.</summary>
internal sealed class Places
{
    private readonly string path;
    private readonly YamlNode? root;
    private readonly Dictionary<string, YamlNode> steps = new(StringComparer.Ordinal);

    public Places(ProcedureSource source)
    {
        path = source.Path;
        root = RuleFile.Of(source.Path, source.Files[source.Path]).Root;
        if (Child(root, "steps") is YamlSequenceNode list)
        {
            Note(list);
        }
    }

    /// <summary>A field of the file, as deep as it is there.</summary>
    public Spot Top(params IEnumerable<string> keys) => Follow(root, keys);

    /// <summary>A slot, or a field in it.</summary>
    public Spot Slot(string name, params IEnumerable<string> keys) => Top(["slots", name, .. keys]);

    /// <summary>A step, or a field in it.</summary>
    public Spot Step(string id, params IEnumerable<string> keys) => Follow(steps.GetValueOrDefault(id), keys);

    private void Note(YamlSequenceNode list)
    {
        foreach (var item in list)
        {
            if (Child(item, "id") is YamlScalarNode { Value: { } id })
            {
                steps.TryAdd(id, item);
            }

            var inner = Child(item, "parallel");
            foreach (var branches in new[] { Child(inner, "all"), Child(inner, "any") }.OfType<YamlSequenceNode>())
            {
                Note(branches);
            }
        }
    }

    private Spot Follow(YamlNode? from, IEnumerable<string> keys)
    {
        var (at, node) = (from, from);
        foreach (var key in keys)
        {
            if (Child(node, key) is not { } child)
            {
                break;
            }

            // A name is where the eye looks for all that stands below it.
            at = child is YamlScalarNode ? child : Key(node, key) ?? child;
            node = child;
        }

        return at is null ? Spot.StartOf(path) : new(path, (int)at.Start.Line, (int)at.Start.Column);
    }

    private static YamlNode? Child(YamlNode? node, string key) => node switch
    {
        YamlMappingNode mapping => mapping.Children.FirstOrDefault(field => field.Key is YamlScalarNode name && name.Value == key).Value,
        YamlSequenceNode list => list.FirstOrDefault(item => item is YamlScalarNode scalar && scalar.Value == key)
            ?? (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? list.Children.ElementAtOrDefault(at) : null),
        _ => null,
    };

    private static YamlNode? Key(YamlNode? node, string key) => node is YamlMappingNode mapping
        ? mapping.Children.Keys.FirstOrDefault(name => name is YamlScalarNode scalar && scalar.Value == key)
        : null;
}
