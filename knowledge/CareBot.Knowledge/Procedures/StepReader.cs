using CareBot.Desk;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Expressions;
using YamlDotNet.RepresentationModel;
using Timeout = CareBot.Procedures.Timeout;

namespace CareBot.Knowledge.Procedures;

/// <summary>Reads the steps of a procedure. What a step is, is said by the one field that names its kind.</summary>
internal sealed class StepReader
{
    /// <summary>The fields of each kind beside those that every step may have.</summary>
    public static readonly Dictionary<string, string[]> Kinds = new(StringComparer.Ordinal)
    {
        ["say"] = ["copy_to"],
        ["ask"] = ["on", "refused", "max_tries", "timeout"],
        ["choose"] = [],
        ["decide"] = ["into"],
        ["lookup"] = ["with", "into", "on_error"],
        ["call_api"] = ["with", "into", "on_error", "key", "undone_by", "approval"],
        ["case"] = ["change", "priority", "sla", "status", "into"],
        ["task"] = ["queue", "due", "fills", "on"],
        ["approve"] = ["role", "due", "on"],
        ["wait"] = ["until", "into", "on", "timeout"],
        ["call"] = ["with", "into", "on"],
        ["handoff"] = ["reason", "why"],
        ["set"] = [],
        ["parallel"] = [],
        ["raise"] = [],
        ["compensate"] = [],
        ["end"] = ["survey"],
    };

    public static readonly string[] Every = ["id", "next", "note", "raci", "deadline"];

    private readonly RuleFile file;
    private readonly MessageReader texts;
    private readonly List<Step> steps = [];

    private StepReader(RuleFile file, MessageReader texts)
    {
        this.file = file;
        this.texts = texts;
    }

    public static IReadOnlyList<Step> Read(RuleFile file, IReadOnlyDictionary<string, YamlNode> fields, YamlNode root, MessageReader texts)
    {
        var reader = new StepReader(file, texts);
        if (!fields.TryGetValue("steps", out var node))
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(root), "`steps`", "given: a list of steps"));
            return [];
        }

        foreach (var item in file.Items(node, "`steps`"))
        {
            _ = reader.Read(item, within: null);
        }

        if (reader.steps.Count == 0)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), "`steps`", "one step or more"));
        }

        return reader.steps;
    }

    private string? Read(YamlNode item, string? within)
    {
        if (item is not YamlMappingNode mapping)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "each step", "fields, beginning with `- id:`"));
            return null;
        }

        var keys = mapping.Children.Keys.Select(key => (key as YamlScalarNode)?.Value ?? "").ToList();
        if (keys.Where(Kinds.ContainsKey).ToList() is not [var kind])
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "each step", $"of one kind: {string.Join(", ", Kinds.Keys)}"));
            return null;
        }

        var fields = file.Fields(item, $"a step of the kind `{kind}`", [.. Every, kind, .. Kinds[kind]]);
        if (file.Text(fields, "id", item) is not { } id)
        {
            return null;
        }

        if (steps.Any(step => step.Id == id))
        {
            file.Refuse(Problems.StepTwice(file.At(fields["id"]), id));
            return null;
        }

        // A parallel step comes before those in it, as it is written.
        var place = steps.Count;
        if (Step(kind, id, file.At(item).Line, fields, item) is not { } step)
        {
            return null;
        }

        steps.Insert(place, step with
        {
            Next = Target(fields, "next"),
            Note = fields.ContainsKey("note") ? texts.Words(fields, "note", item) : null,
            Raci = Raci(fields),
            Deadline = Deadline(fields, id),
            Within = within,
        });
        return id;
    }

    private Step? Step(string kind, string id, int line, IReadOnlyDictionary<string, YamlNode> fields, YamlNode item)
    {
        var node = fields[kind];
        switch (kind)
        {
            case "say":
                return texts.Message(node, kind) is { } said
                    ? new Step.Say(said) { Id = id, Line = line, CopyTo = Formula(fields, "copy_to") }
                    : null;
            case "ask":
                return file.Text(node, kind) is { } slot && Timeout(fields, item, id) is { } silence
                    ? new Step.Ask(slot)
                    {
                        Id = id,
                        Line = line,
                        On = Targets(fields, "on"),
                        OnRefused = Target(fields, "refused"),
                        OnTries = Target(fields, "max_tries") ?? CareBot.Procedures.Target.Handoff,
                        Timeout = silence,
                    }
                    : null;
            case "choose":
                return Choose(id, line, node);
            case "decide":
                return file.Text(node, kind) is { } table && file.Text(fields, "into", item) is { } verdict
                    ? new Step.Decide(table, verdict) { Id = id, Line = line }
                    : null;
            case "lookup" or "call_api":
                return Act(kind == "call_api", id, line, fields, node);
            case "case":
                return file.Text(node, kind) is { } type ? Case(type, id, line, fields) : null;
            case "task":
                return texts.Message(node, kind) is { } work && file.Text(fields, "queue", item) is { } queue ? Work(work, queue, id, line, fields) : null;
            case "approve":
                return Approve(id, line, fields, node, item);
            case "wait":
                return Wait(id, line, fields, node, item);
            case "call":
                return file.Text(node, kind) is { } called
                    ? new Step.Call(new(called), FormulaReader.Named(file, fields.GetValueOrDefault("with"), "with"))
                    {
                        Id = id,
                        Line = line,
                        Into = fields.ContainsKey("into") ? file.Text(fields, "into", item) ?? id : id,
                        On = Targets(fields, "on"),
                    }
                    : null;
            case "handoff":
                return Handoff(id, line, fields, node);
            case "set":
                return new Step.Set(FormulaReader.Named(file, node, kind)) { Id = id, Line = line };
            case "parallel":
                return Parallel(id, line, node);
            case "raise":
                return file.Text(node, kind) is { } error ? new Step.Raise(error) { Id = id, Line = line } : null;
            case "compensate":
                return new Step.Compensate { Id = id, Line = line };
            default:
                return ProcedureReader.OneOf(file, fields, kind, RunOutcomeNames.All) is { } outcome
                    ? new Step.End(RunOutcomeNames.Find(outcome)!.Value) { Id = id, Line = line, Survey = SlotReader.Truth(file, fields, "survey") }
                    : null;
        }
    }

    private Step.Handoff? Handoff(string id, int line, IReadOnlyDictionary<string, YamlNode> fields, YamlNode node)
    {
        var reason = fields.TryGetValue("reason", out var code) ? texts.Plain(code, "reason") : Template.Read(id);
        var why = fields.TryGetValue("why", out var words) ? texts.Message(words, "why") : null;
        return reason is null
            ? null
            : new(node is YamlScalarNode { Value: "" or null } ? null : file.Text(node, "handoff"), reason) { Id = id, Line = line, Why = why };
    }

    private Step.Choose? Choose(string id, int line, YamlNode node)
    {
        var branches = new List<Branch>();
        Target? otherwise = null;
        foreach (var item in file.Items(node, "`choose`"))
        {
            var fields = file.Fields(item, "each branch", ["when", "then", "else"]);
            if (fields.TryGetValue("else", out var last))
            {
                otherwise = file.Text(last, "else") is { } to ? new(to) : null;
            }
            else if (fields.TryGetValue("when", out var when) && FormulaReader.Read(file, when, "when") is { } formula && file.Text(fields, "then", item) is { } then)
            {
                branches.Add(new(formula, new(then)));
            }
            else if (!fields.ContainsKey("when"))
            {
                file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "each branch", "`when` with `then`, or `else`"));
            }
        }

        if (otherwise is null)
        {
            file.Refuse(Problems.NoElse(file.At(node), id));
            return null;
        }

        return new(branches, otherwise.Value) { Id = id, Line = line };
    }

    private Step.Act? Act(bool writes, string id, int line, IReadOnlyDictionary<string, YamlNode> fields, YamlNode node)
    {
        var key = fields.TryGetValue("key", out var written) ? texts.Plain(written, "key") : null;
        if (writes && !fields.ContainsKey("key"))
        {
            file.Refuse(Problems.NoKey(file.At(node), id));
        }

        return file.Text(node, writes ? "call_api" : "lookup") is { } action
            ? new(action, FormulaReader.Named(file, fields.GetValueOrDefault("with"), "with"))
            {
                Id = id,
                Line = line,
                Writes = writes,
                Into = fields.TryGetValue("into", out var into) ? file.Text(into, "into") : null,
                Key = key,
                OnError = Targets(fields, "on_error"),
                UndoneBy = fields.TryGetValue("undone_by", out var undo) ? file.Text(undo, "undone_by") : null,
                Approval = fields.TryGetValue("approval", out var approval) ? Approval(file.Fields(approval, "`approval`", ["role", "when", "due", "text"]), approval) : null,
            }
            : null;
    }

    private Step.Case Case(string type, string id, int line, IReadOnlyDictionary<string, YamlNode> fields) => new(type)
    {
        Id = id,
        Line = line,
        Change = ProcedureReader.OneOf(file, fields, "change", ["open", "update", "close"]) switch
        {
            "update" => CaseChange.Update,
            "close" => CaseChange.Close,
            _ => CaseChange.Open,
        },
        Priority = ProcedureReader.OneOf(file, fields, "priority", ["low", "normal", "high"]) ?? "normal",
        Sla = fields.TryGetValue("sla", out var sla) ? file.Text(sla, "sla") : null,
        Status = fields.TryGetValue("status", out var status) ? file.Text(status, "status") : null,
        Into = fields.TryGetValue("into", out var into) ? file.Text(into, "into") ?? "case" : "case",
    };

    private Step.Work Work(Message text, string queue, string id, int line, IReadOnlyDictionary<string, YamlNode> fields)
    {
        var on = Targets(fields, "on", ["done", "rejected", "timeout"]);
        return new(queue, text)
        {
            Id = id,
            Line = line,
            Due = fields.TryGetValue("due", out var due) ? AmountReader.Read(file, due, "due") : null,
            Fills = [.. file.Items(fields.GetValueOrDefault("fills"), "`fills`").Select(item => file.Text(item, "fills")).OfType<string>()],
            OnDone = on.TryGetValue("done", out var done) ? done : null,
            OnRejected = on.GetValueOrDefault("rejected", CareBot.Procedures.Target.Handoff),
            OnTimeout = on.GetValueOrDefault("timeout", CareBot.Procedures.Target.Handoff),
        };
    }

    private Step.Approve? Approve(string id, int line, IReadOnlyDictionary<string, YamlNode> fields, YamlNode node, YamlNode item)
    {
        var on = Targets(fields, "on", ["yes", "no"]);
        if (on.Count < 2)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "`on`", "given, with `yes` and `no` and where each leads"));
            return null;
        }

        return texts.Message(node, "approve") is { } text && Approval(fields, item) is { } approval
            ? new(approval, text, on["yes"], on["no"]) { Id = id, Line = line }
            : null;
    }

    private Step.Wait? Wait(string id, int line, IReadOnlyDictionary<string, YamlNode> fields, YamlNode node, YamlNode item)
    {
        // `wait: 10m!` waits for the time alone, and then goes on.
        if (node is YamlScalarNode { Value: { } text } && TimeAmount.TryParse(text, out var amount))
        {
            return new([]) { Id = id, Line = line, Timeout = new(amount, CareBot.Procedures.Target.Handoff) };
        }

        var events = node is YamlSequenceNode
            ? file.Items(node, "`wait`").Select(each => file.Text(each, "wait")).OfType<string>().ToList()
            : [.. new[] { file.Text(node, "wait") }.OfType<string>()];
        if (Timeout(fields, item, id) is not { } timeout)
        {
            return null;
        }

        return new(events)
        {
            Id = id,
            Line = line,
            Until = Formula(fields, "until"),
            Into = fields.TryGetValue("into", out var into) ? file.Text(into, "into") ?? "happened" : "happened",
            On = Targets(fields, "on"),
            Timeout = timeout,
        };
    }

    private Step.Parallel? Parallel(string id, int line, YamlNode node)
    {
        var fields = file.Fields(node, "`parallel`", ["all", "any"]);
        if (fields.ToList() is not [var only])
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), "`parallel`", "`all` or `any`, with a list of steps"));
            return null;
        }

        var branches = file.Items(only.Value, $"`{only.Key}`").Select(item => Read(item, within: id)).OfType<string>().ToList();
        foreach (var wrong in steps.Where(step => step.Within == id && step is not (CareBot.Procedures.Step.Act { Approval: null } or CareBot.Procedures.Step.Work or CareBot.Procedures.Step.Wait or CareBot.Procedures.Step.Approve)))
        {
            file.Refuse(Reading.Problems.RulesWrongValue(new Spot(file.Name, wrong.Line, 1), "a step side by side with others", "`lookup`, `call_api` without approval, `task`, `approve` or `wait`"));
        }

        return new(branches, only.Key == "all" ? Join.All : Join.Any) { Id = id, Line = line };
    }

    private Approval? Approval(IReadOnlyDictionary<string, YamlNode> fields, YamlNode owner) =>
        file.Text(fields, "role", owner) is { } role && fields.TryGetValue("due", out var due)
            ? AmountReader.Read(file, due, "due") is { } amount
                ? new(role, Formula(fields, "when"), amount) { Text = fields.TryGetValue("text", out var text) ? texts.Message(text, "text") : null }
                : null
            : Missing<Approval>(owner, "`due`", "given: how long the answer is waited for, such as 4h");

    private Timeout? Timeout(IReadOnlyDictionary<string, YamlNode> fields, YamlNode owner, string id)
    {
        if (!fields.TryGetValue("timeout", out var node))
        {
            file.Refuse(Problems.NoTimeout(file.At(owner), id));
            return null;
        }

        var inner = file.Fields(node, "`timeout`", ["after", "then"]);
        return inner.TryGetValue("after", out var after) && AmountReader.Read(file, after, "after") is { } amount && file.Text(inner, "then", node) is { } then
            ? new(amount, new(then))
            : inner.ContainsKey("after") ? null : Missing<Timeout>(node, "`after`", "given: how long, such as 24h!");
    }

    private Raci Raci(IReadOnlyDictionary<string, YamlNode> fields)
    {
        if (!fields.TryGetValue("raci", out var node))
        {
            return CareBot.Procedures.Raci.Bot;
        }

        var inner = file.Fields(node, "`raci`", ["r", "a", "c", "i"]);
        return new(
            inner.TryGetValue("r", out var r) ? file.Text(r, "r") ?? "" : CareBot.Procedures.Raci.Bot.Responsible,
            inner.TryGetValue("a", out var a) ? file.Text(a, "a") ?? "" : CareBot.Procedures.Raci.Bot.Accountable,
            Names("c"),
            Names("i"));

        IReadOnlyList<string> Names(string key) => [.. file.Items(inner.GetValueOrDefault(key), $"`{key}`").Select(item => file.Text(item, key)).OfType<string>()];
    }

    private Deadline? Deadline(IReadOnlyDictionary<string, YamlNode> fields, string id)
    {
        if (!fields.TryGetValue("deadline", out var node))
        {
            return null;
        }

        var inner = file.Fields(node, "`deadline`", ["name", "label", "from", "within", "rolls", "until", "queue"]);
        return inner.TryGetValue("within", out var within) && AmountReader.Read(file, within, "within") is { } amount && file.Text(inner, "queue", node) is { } queue
            ? new(
                inner.TryGetValue("name", out var name) ? file.Text(name, "name") ?? id : id,
                Formula(inner, "from"),
                amount,
                SlotReader.Truth(file, inner, "rolls"),
                inner.TryGetValue("until", out var until) ? file.Text(until, "until") : null,
                queue)
            {
                Label = inner.ContainsKey("label") ? texts.Words(inner, "label", node) : null,
            }
            : inner.ContainsKey("within") ? null : Missing<Deadline>(node, "`within`", "given: how long, such as 14cd");
    }

    private Expression? Formula(IReadOnlyDictionary<string, YamlNode> fields, string key) =>
        fields.TryGetValue(key, out var node) ? FormulaReader.Read(file, node, key) : null;

    private Target? Target(IReadOnlyDictionary<string, YamlNode> fields, string key) =>
        fields.TryGetValue(key, out var node) && file.Text(node, key) is { } to ? new(to) : null;

    private Dictionary<string, Target> Targets(IReadOnlyDictionary<string, YamlNode> fields, string key, IReadOnlyList<string>? edges = null)
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

    private T? Missing<T>(YamlNode owner, string what, string expected)
        where T : class
    {
        file.Refuse(Reading.Problems.RulesWrongValue(file.At(owner), what, expected));
        return null;
    }
}
