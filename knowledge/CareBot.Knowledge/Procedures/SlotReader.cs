using System.Collections.Frozen;
using System.Globalization;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Slots;
using YamlDotNet.RepresentationModel;

namespace CareBot.Knowledge.Procedures;

/// <summary>Reads what a procedure must know of the customer.</summary>
internal static class SlotReader
{
    /// <summary>The slots of one procedure.</summary>
    private const int SlotsMax = 50;

    public static readonly string[] Keys =
    [
        "type", "label", "ask", "valid", "invalid", "default", "may_refuse", "told_at_once", "personal", "pattern", "options", "min", "max", "when", "explicit",
    ];

    public static readonly string[] Types =
    [
        "text", "integer", "money", "date", "time_window", "enum", "boolean", "email", "phone_it", "postcode_it", "iban", "tax_code_it",
        "order_ref", "product_ref", "serial", "photo", "file", "address",
    ];

    public static FrozenDictionary<string, Slot> Read(RuleFile file, YamlNode? node, MessageReader texts)
    {
        var slots = new Dictionary<string, Slot>(StringComparer.Ordinal);
        foreach (var (name, at, value) in file.Named(node, "`slots`"))
        {
            if (Slot(file, name, at, value, texts) is { } slot)
            {
                slots.Add(name, slot);
            }
        }

        if (slots.Count > SlotsMax)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(node!), "`slots`", $"at most {SlotsMax} slots"));
        }

        return slots.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Slot? Slot(RuleFile file, string name, YamlNode at, YamlNode node, MessageReader texts)
    {
        var fields = file.Fields(node, $"the slot `{name}`", Keys);
        var type = Type(file, fields, node);
        var label = texts.Words(fields, "label", node);
        if (type is null || label is null)
        {
            return null;
        }

        return new()
        {
            Name = name,
            Type = type,
            Label = label,
            Ask = fields.TryGetValue("ask", out var ask) ? texts.Message(ask, "ask") : null,
            Valid = fields.TryGetValue("valid", out var valid) ? FormulaReader.Read(file, valid, "valid") : null,
            Invalid = fields.TryGetValue("invalid", out var invalid) ? texts.Message(invalid, "invalid") : null,
            Default = fields.TryGetValue("default", out var otherwise) ? FormulaReader.Read(file, otherwise, "default") : null,
            IsToldAtOnce = AtOnce(file, fields, type),
            MayRefuse = Truth(file, fields, "may_refuse"),
            IsPersonal = type.IsPersonal || Truth(file, fields, "personal"),
            Line = file.At(at).Line,
        };
    }

    private static bool AtOnce(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, SlotType type)
    {
        var atOnce = Truth(file, fields, "told_at_once");
        if (atOnce && type is not SlotType.Choice)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(
                file.At(fields["told_at_once"]), "`told_at_once`", "left out here: it is for the type `enum`; codes and addresses are always taken, and all else has to be asked"));
        }

        return atOnce;
    }

    private static SlotType? Type(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, YamlNode node)
    {
        if (!fields.ContainsKey("type"))
        {
            _ = file.Text(fields, "type", node);
            return null;
        }

        return ProcedureReader.OneOf(file, fields, "type", Types) switch
        {
            null => null,
            "text" => new SlotType.FreeText(),
            "integer" => new SlotType.WholeNumber(Whole(file, fields, "min"), Whole(file, fields, "max")),
            "money" => new SlotType.Money(Whole(file, fields, "max")),
            "date" => new SlotType.Date(ProcedureReader.OneOf(file, fields, "when", ["past", "future"]) switch
            {
                "past" => DateSense.Past,
                "future" => DateSense.Future,
                _ => DateSense.Any,
            }),
            "time_window" => new SlotType.TimeWindow(),
            "enum" => Choice(file, fields, node),
            "boolean" => new SlotType.YesNo(Truth(file, fields, "explicit")),
            "email" => new SlotType.Email(),
            "phone_it" => new SlotType.Phone(),
            "postcode_it" => new SlotType.Postcode(),
            "iban" => new SlotType.Iban(),
            "tax_code_it" => new SlotType.TaxCode(),
            "photo" => new SlotType.Photo(),
            "file" => new SlotType.AnyFile(),
            "address" => new SlotType.Address(),
            var code => Code(file, fields, node, code),
        };
    }

    private static SlotType? Code(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, YamlNode node, string type)
    {
        if (file.Text(fields, "pattern", node) is not { } written)
        {
            return null;
        }

        if (CodePattern.TryParse(written, out var pattern, out var problem))
        {
            return type switch
            {
                "order_ref" => new SlotType.OrderRef(pattern),
                "product_ref" => new SlotType.ProductRef(pattern),
                _ => new SlotType.Serial(pattern),
            };
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(fields["pattern"]), "`pattern`", $"the form of a code ({problem})"));
        return null;
    }

    /// <summary>The values of a list, each with the words for it; several in one language are the ways customers say it.</summary>
    private static SlotType.Choice? Choice(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, YamlNode node)
    {
        var values = new List<ChoiceValue>();
        foreach (var (name, _, words) in file.Named(fields.GetValueOrDefault("options"), "`options`"))
        {
            var inEach = file.Fields(words, $"`{name}`", MessageReader.Tags);
            foreach (var missing in MessageReader.Tags.Where(tag => !inEach.ContainsKey(tag)))
            {
                file.Refuse(Problems.LanguageMissing(file.At(words), name, missing));
            }

            values.Add(new(name, Ways(file, inEach.GetValueOrDefault("it")), Ways(file, inEach.GetValueOrDefault("en"))));
        }

        if (values.Count < 2)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), "`options`", "two values or more, each with its words in `it` and `en`"));
            return null;
        }

        return new(values);
    }

    private static List<string> Ways(RuleFile file, YamlNode? node) => node switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => file.Text(item, "options")).OfType<string>()],
        _ => [.. new[] { file.Text(node, "options") }.OfType<string>()],
    };

    internal static bool Truth(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string key) =>
        ProcedureReader.OneOf(file, fields, key, ["true", "false"]) == "true";

    private static int? Whole(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, string key)
    {
        if (!fields.TryGetValue(key, out var node) || file.Text(node, key) is not { } written)
        {
            return null;
        }

        if (int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), $"`{key}`", "a whole number"));
        return null;
    }
}
