using CareBot.Desk;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using YamlDotNet.RepresentationModel;

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
        ["case"] = ["change", "priority", "sla", "status", "tags", "into"],
        ["task"] = ["queue", "skill", "due", "fills", "on"],
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

        var known = file.Fields(item, $"a step of the kind `{kind}`", [.. Every, kind, .. Kinds[kind]]);
        if (file.Text(known, "id", item) is not { } id)
        {
            return null;
        }

        if (steps.Any(step => step.Id == id))
        {
            file.Refuse(Problems.StepTwice(file.At(known["id"]), id));
            return null;
        }

        // A parallel step comes before those in it, as it is written.
        var place = steps.Count;
        var fields = new StepFields(file, texts, known, item);
        if (Step(kind, fields) is not { } step)
        {
            return null;
        }

        steps.Insert(place, step with
        {
            Next = fields.Target("next"),
            Note = fields.Wording("note"),
            Raci = fields.Raci(),
            Deadline = fields.Deadline(),
            Within = within,
        });
        return id;
    }

    private Step? Step(string kind, StepFields fields) => kind switch
    {
        "say" => fields.Message(kind) is { } said ? new Step.Say(said) { Id = fields.Id, Line = fields.Line, CopyTo = fields.Formula("copy_to") } : null,
        "ask" => Ask(fields),
        "choose" => Choose(fields),
        "decide" => fields.Text(kind) is { } table && fields.Required("into") is { } verdict ? new Step.Decide(table, verdict) { Id = fields.Id, Line = fields.Line } : null,
        "lookup" or "call_api" => Act(kind, fields),
        "case" => fields.Text(kind) is { } type ? Case(type, fields) : null,
        "task" => fields.Message(kind) is { } work && fields.Required("queue") is { } queue ? Work(work, queue, fields) : null,
        "approve" => Approve(fields),
        "wait" => Wait(fields),
        "call" => fields.Text(kind) is { } called
            ? new Step.Call(new(called), fields.Formulas("with")) { Id = fields.Id, Line = fields.Line, Into = fields.Text("into") ?? fields.Id, On = fields.Targets("on") }
            : null,
        "handoff" => Handoff(fields),
        "set" => new Step.Set(fields.Formulas(kind)) { Id = fields.Id, Line = fields.Line },
        "parallel" => Parallel(fields),
        "raise" => fields.Text(kind) is { } error ? new Step.Raise(error) { Id = fields.Id, Line = fields.Line } : null,
        "compensate" => new Step.Compensate { Id = fields.Id, Line = fields.Line },
        _ => fields.OneOf(kind, RunOutcomeNames.All) is { } outcome
            ? new Step.End(RunOutcomeNames.Find(outcome)!.Value) { Id = fields.Id, Line = fields.Line, Survey = fields.Truth("survey") }
            : null,
    };

    private static Step.Ask? Ask(StepFields fields) => fields.Text("ask") is { } slot && fields.Timeout() is { } silence
        ? new(slot)
        {
            Id = fields.Id,
            Line = fields.Line,
            On = fields.Targets("on"),
            OnRefused = fields.Target("refused"),
            OnTries = fields.Target("max_tries") ?? Target.Handoff,
            Timeout = silence,
        }
        : null;

    private static Step.Handoff? Handoff(StepFields fields)
    {
        var reason = fields.Has("reason") ? fields.Plain("reason") : Template.Read(fields.Id);
        var why = fields.Message("why");
        return reason is null
            ? null
            : new(fields.Node("handoff") is YamlScalarNode { Value: "" or null } ? null : fields.Text("handoff"), reason) { Id = fields.Id, Line = fields.Line, Why = why };
    }

    private Step.Choose? Choose(StepFields step)
    {
        var node = step.Node("choose");
        var branches = new List<Branch>();
        Target? otherwise = null;
        foreach (var item in file.Items(node, "`choose`"))
        {
            var fields = new StepFields(file, texts, file.Fields(item, "each branch", ["when", "then", "else"]), item);
            if (fields.Has("else"))
            {
                otherwise = fields.Target("else");
            }
            else if (!fields.Has("when"))
            {
                file.Refuse(Reading.Problems.RulesWrongValue(file.At(item), "each branch", "`when` with `then`, or `else`"));
            }
            else if (fields.Formula("when") is { } formula && fields.Required("then") is { } then)
            {
                branches.Add(new(formula, new(then)));
            }
        }

        if (otherwise is null)
        {
            file.Refuse(Problems.NoElse(file.At(node), step.Id));
            return null;
        }

        return new(branches, otherwise.Value) { Id = step.Id, Line = step.Line };
    }

    private Step.Act? Act(string kind, StepFields fields)
    {
        var writes = kind == "call_api";
        if (writes && !fields.Has("key"))
        {
            file.Refuse(Problems.NoKey(file.At(fields.Node(kind)), fields.Id));
        }

        return fields.Text(kind) is { } action
            ? new(action, fields.Formulas("with"))
            {
                Id = fields.Id,
                Line = fields.Line,
                Writes = writes,
                Into = fields.Text("into"),
                Key = fields.Plain("key"),
                OnError = fields.Targets("on_error"),
                UndoneBy = fields.Text("undone_by"),
                Approval = fields.Approval(),
            }
            : null;
    }

    private static Step.Case Case(string type, StepFields fields) => new(type)
    {
        Id = fields.Id,
        Line = fields.Line,
        Change = fields.OneOf("change", ["open", "update", "close"]) switch
        {
            "update" => CaseChange.Update,
            "close" => CaseChange.Close,
            _ => CaseChange.Open,
        },
        Priority = fields.OneOf("priority", ["low", "normal", "high"]) ?? "normal",
        Sla = fields.Text("sla"),
        Status = fields.Text("status"),
        Tags = fields.Words("tags"),
        Into = fields.Text("into") ?? "case",
    };

    private static Step.Work Work(Message text, string queue, StepFields fields)
    {
        var on = fields.Targets("on", ["done", "rejected", "timeout"]);
        return new(queue, text)
        {
            Id = fields.Id,
            Line = fields.Line,
            Skill = fields.Text("skill"),
            Due = fields.IsAmount("due") ? fields.Amount("due") : null,
            DueBy = fields.IsAmount("due") ? null : fields.Formula("due"),
            Fills = fields.Words("fills"),
            OnDone = on.TryGetValue("done", out var done) ? done : null,
            OnRejected = on.GetValueOrDefault("rejected", Target.Handoff),
            OnTimeout = on.GetValueOrDefault("timeout", Target.Handoff),
        };
    }

    private Step.Approve? Approve(StepFields fields)
    {
        var on = fields.Targets("on", ["yes", "no"]);
        if (on.Count < 2)
        {
            file.Refuse(Reading.Problems.RulesWrongValue(fields.At, "`on`", "given, with `yes` and `no` and where each leads"));
            return null;
        }

        return fields.Message("approve") is { } text && fields.Consent() is { } approval ? new(approval, text, on["yes"], on["no"]) { Id = fields.Id, Line = fields.Line } : null;
    }

    private static Step.Wait? Wait(StepFields fields)
    {
        // `wait: 10m!` waits for the time alone, and then goes on.
        var node = fields.Node("wait");
        if (node is YamlScalarNode { Value: { } text } && TimeAmount.TryParse(text, out var amount))
        {
            return new([]) { Id = fields.Id, Line = fields.Line, Timeout = new(amount, Target.Handoff) };
        }

        var events = node is YamlSequenceNode ? fields.Words("wait") : [.. new[] { fields.Text("wait") }.OfType<string>()];
        return fields.Timeout() is { } timeout
            ? new(events)
            {
                Id = fields.Id,
                Line = fields.Line,
                Until = fields.Formula("until"),
                Into = fields.Text("into") ?? "happened",
                On = fields.Targets("on"),
                Timeout = timeout,
            }
            : null;
    }

    private Step.Parallel? Parallel(StepFields step)
    {
        var node = step.Node("parallel");
        var fields = file.Fields(node, "`parallel`", ["all", "any"]);
        if (fields.ToList() is not [var only])
        {
            file.Refuse(Reading.Problems.RulesWrongValue(file.At(node), "`parallel`", "`all` or `any`, with a list of steps"));
            return null;
        }

        var branches = file.Items(only.Value, $"`{only.Key}`").Select(item => Read(item, within: step.Id)).OfType<string>().ToList();
        foreach (var wrong in steps.Where(each => each.Within == step.Id
            && each is not (CareBot.Procedures.Step.Act { Approval: null } or CareBot.Procedures.Step.Work or CareBot.Procedures.Step.Wait or CareBot.Procedures.Step.Approve)))
        {
            file.Refuse(Reading.Problems.RulesWrongValue(new Spot(file.Name, wrong.Line, 1), "a step side by side with others", "`lookup`, `call_api` without approval, `task`, `approve` or `wait`"));
        }

        return new(branches, only.Key == "all" ? Join.All : Join.Any) { Id = step.Id, Line = step.Line };
    }
}
