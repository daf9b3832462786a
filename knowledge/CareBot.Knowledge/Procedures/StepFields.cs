using CareBot.Desk;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Expressions;
using YamlDotNet.RepresentationModel;
using Timeout = CareBot.Procedures.Timeout;

namespace CareBot.Knowledge.Procedures;

/// <summary>The fields of one step, read one by one. What is wrong with a field is refused, and reads as if it were not there.</summary>
/// <param name="file">The procedure's.</param>
/// <param name="texts">Reads what is said.</param>
/// <param name="fields">By name.</param>
/// <param name="item">The whole step.</param>
internal sealed class StepFields(RuleFile file, MessageReader texts, IReadOnlyDictionary<string, YamlNode> fields, YamlNode item)
{
    /// <summary>What the step is called; empty until that is known to be there.</summary>
    public string Id { get; } = fields.TryGetValue("id", out var id) && id is YamlScalarNode { Value: { } name } ? name : "";

    /// <summary>Where it begins.</summary>
    public Spot At { get; } = file.At(item);

    public int Line => At.Line;

    public bool Has(string key) => fields.ContainsKey(key);

    /// <summary>A field that is there for sure: the one that names the kind.</summary>
    public YamlNode Node(string key) => fields[key];

    /// <summary>A word that must be given.</summary>
    public string? Required(string key) => file.Text(fields, key, item);

    /// <summary>A word that may be given.</summary>
    public string? Text(string key) => fields.TryGetValue(key, out var node) ? file.Text(node, key) : null;

    /// <summary>One of a few words, which may be given.</summary>
    public string? OneOf(string key, IReadOnlyList<string> words) => ProcedureReader.OneOf(file, fields, key, words);

    public bool Truth(string key) => SlotReader.Truth(file, fields, key);

    public IReadOnlyList<string> Words(string key) =>
        [.. file.Items(fields.GetValueOrDefault(key), $"`{key}`").Select(word => file.Text(word, key)).OfType<string>()];

    /// <summary>What is said.</summary>
    public Message? Message(string key) => fields.TryGetValue(key, out var node) ? texts.Message(node, key) : null;

    /// <summary>Words without places for values, in both languages.</summary>
    public Wording? Wording(string key) => Has(key) ? texts.Words(fields, key, item) : null;

    /// <summary>A text with places that only programs and agents read.</summary>
    public Template? Plain(string key) => fields.TryGetValue(key, out var node) ? texts.Plain(node, key) : null;

    public Expression? Formula(string key) => fields.TryGetValue(key, out var node) ? FormulaReader.Read(file, node, key) : null;

    /// <summary>Names, each with a formula.</summary>
    public Dictionary<string, Expression> Formulas(string key) => FormulaReader.Named(file, fields.GetValueOrDefault(key), key);

    /// <summary>Whether a field is meant as an amount of time, and not as a formula: it begins with a figure.</summary>
    public bool IsAmount(string key) => fields.TryGetValue(key, out var node) && node is YamlScalarNode { Value: [var first, ..] } && char.IsAsciiDigit(first);

    public TimeAmount? Amount(string key) => fields.TryGetValue(key, out var node) ? AmountReader.Read(file, node, key) : null;

    /// <summary>Where something leads.</summary>
    public Target? Target(string key) => Text(key) is { } to ? new(to) : null;

    /// <summary>Where each of several things leads.</summary>
    /// <param name="key">The field.</param>
    /// <param name="edges">What may lead somewhere; null for anything.</param>
    public Dictionary<string, Target> Targets(string key, IReadOnlyList<string>? edges = null)
    {
        var targets = new Dictionary<string, Target>(StringComparer.Ordinal);
        foreach (var (edge, at, value) in file.Named(fields.GetValueOrDefault(key), $"`{key}`"))
        {
            if (edges?.Contains(edge) == false)
            {
                file.Refuse(Reading.Problems.RulesUnknownKey(file.At(at), edge, EditDistance.Nearest(edge, edges)));
            }
            else if (file.Text(value, edge) is { } to)
            {
                targets[edge] = new(to);
            }
        }

        return targets;
    }

    /// <summary>How long an answer or an event is waited for: every step that waits says it.</summary>
    public Timeout? Timeout()
    {
        if (!Has("timeout"))
        {
            file.Refuse(Problems.NoTimeout(file.At(item), Id));
            return null;
        }

        var inner = Inner("timeout", "after", "then");
        return inner.Amount("after") is { } amount && inner.Required("then") is { } then
            ? new(amount, new(then))
            : inner.Given<Timeout>("after", "how long, such as 24h!");
    }

    /// <summary>The yes that a step may want before it does something.</summary>
    public Approval? Approval() => Has("approval") ? Inner("approval", "role", "when", "due", "text").Consent() : null;

    /// <summary>Whose yes is wanted, by fields that stand in the step itself.</summary>
    public Approval? Consent()
    {
        if (Required("role") is not { } role)
        {
            return null;
        }

        return Amount("due") is { } due
            ? new(role, Formula("when"), due) { Text = Message("text") }
            : Given<Approval>("due", "how long the answer is waited for, such as 4h");
    }

    public Raci Raci()
    {
        if (!Has("raci"))
        {
            return CareBot.Procedures.Raci.Bot;
        }

        var inner = Inner("raci", "r", "a", "c", "i");
        return new(
            inner.Text("r") ?? CareBot.Procedures.Raci.Bot.Responsible,
            inner.Text("a") ?? CareBot.Procedures.Raci.Bot.Accountable,
            inner.Words("c"),
            inner.Words("i"));
    }

    public Deadline? Deadline()
    {
        if (!Has("deadline"))
        {
            return null;
        }

        var inner = Inner("deadline", "name", "label", "from", "within", "rolls", "until", "queue");
        return inner.Amount("within") is { } amount && inner.Required("queue") is { } queue
            ? new(inner.Text("name") ?? Id, inner.Formula("from"), amount, inner.Truth("rolls"), inner.Text("until"), queue) { Label = inner.Wording("label") }
            : inner.Given<Deadline>("within", "how long, such as 14cd");
    }

    private StepFields Inner(string key, params string[] keys) =>
        new(file, texts, file.Fields(fields[key], $"`{key}`", keys), fields[key]);

    /// <summary>Refuses that a field is not there; one that is there and wrong has been refused.</summary>
    private T? Given<T>(string key, string what)
        where T : class
    {
        if (!Has(key))
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), $"`{key}`", $"given: {what}"));
        }

        return null;
    }
}
