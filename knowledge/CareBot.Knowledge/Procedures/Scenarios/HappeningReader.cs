using System.Text.RegularExpressions;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Reads what happens in a scenario.</summary>
internal static partial class HappeningReader
{
    /// <summary>Who acts where no agent is named.</summary>
    private const string Somebody = "Giulia";

    private static readonly Dictionary<string, AgentAct> Acts = new(StringComparer.Ordinal)
    {
        ["claims"] = AgentAct.Claims,
        ["says"] = AgentAct.Says,
        ["notes"] = AgentAct.Notes,
        ["fills"] = AgentAct.Fills,
        ["hands back"] = AgentAct.HandsBack,
        ["starts"] = AgentAct.Starts,
        ["closes"] = AgentAct.Closes,
        ["releases"] = AgentAct.Releases,
        ["takes over from"] = AgentAct.TakesOver,
    };

    /// <summary>The customer's words: <c>C: ecco la foto [files: lampada.jpg]</c>.</summary>
    public static Happening Said(string text)
    {
        if (Customer().Match(text) is not { Success: true } said)
        {
            throw new FormatException("what the customer says is written as `> C: …`");
        }

        var files = said.Groups["files"].Success ? ScenarioText.Split(said.Groups["files"].Value, ',') : [];
        return new Happening.Says(said.Groups["text"].Value.Trim(), files, said.Groups["form"].Success);
    }

    /// <returns>Null where the line is something else.</returns>
    /// <exception cref="FormatException">It is one and cannot be read.</exception>
    public static Happening? Read(string line) => line.Split(' ')[0] switch
    {
        "customer" => OfCustomer(line),
        "event" => Event().Match(line) is { Success: true } what
            ? new Happening.Event(
                what.Groups["name"].Value,
                what.Groups["with"].Success ? WrittenValue.Fields(what.Groups["with"].Value) : Value.Fields.Of(),
                what.Groups["at"].Success ? Moment.Read(what.Groups["at"].Value) : null)
            : throw new FormatException("write `event goods.received`, with fields in braces where some come with it and the time where it passes first: `event goods.received { by: GLS } at 2026-12-30 09:00`"),
        "time" => new Happening.TimePasses(Moment.Read(line["time".Length..].Trim().Replace("passes to ", "", StringComparison.Ordinal))),
        "task" => Task().Match(line) is { Success: true } task
            ? new Happening.Worked(Group(task, "step"), task.Groups["end"].Value == "done", task.Groups["with"].Success ? ScenarioText.Names(task.Groups["with"].Value) : [])
            : throw new FormatException("write `task done`, `task rejected`, or with the step and what is filled in: `task check done { outcome: repaired }`"),
        "approval" => Approval().Match(line) is { Success: true } approval
            ? new Happening.Approves(Group(approval, "step"), approval.Groups["answer"].Value == "yes")
            : throw new FormatException("write `approval yes`, `approval no`, or with the step: `approval refund yes`"),
        "agent" => OfAgent(line),
        _ => null,
    };

    private static Happening OfCustomer(string line) => line["customer".Length..].Trim() switch
    {
        "joins" => new Happening.Joins(),
        "likes" => new Happening.Reacts(true),
        "dislikes" => new Happening.Reacts(false),
        "deletes" => new Happening.Rewrites(null),
        var rewrites when rewrites.StartsWith("rewrites ", StringComparison.Ordinal) => new Happening.Rewrites(ScenarioText.Unquoted(rewrites["rewrites".Length..])),
        _ => throw new FormatException("write `customer joins`, `likes`, `dislikes`, `deletes` or `rewrites \"…\"`; what they say is `> C: …`"),
    };

    private static Happening.AgentActs OfAgent(string line)
    {
        if (Agent().Match(line) is not { Success: true } act)
        {
            throw new FormatException($"write `agent` and one of {string.Join(", ", Acts.Keys)}, with the agent's name before it where there are two");
        }

        var (kind, rest) = (Acts[act.Groups["act"].Value], act.Groups["rest"].Value.Trim());
        var (name, text) = kind switch
        {
            AgentAct.Says or AgentAct.Notes => (null, ScenarioText.Unquoted(Needed(rest, "the words"))),
            AgentAct.Fills => Filled(rest),
            AgentAct.Starts => (Needed(rest, "the procedure"), null),
            AgentAct.TakesOver => (Needed(rest, "from whom"), (string?)null),
            _ => rest.Length == 0 ? (null, null) : throw new FormatException($"nothing follows `{act.Groups["act"].Value}`"),
        };
        return new(act.Groups["who"].Success ? act.Groups["who"].Value : Somebody, kind, name, text);
    }

    private static (string? Name, string? Text) Filled(string rest) => rest.Split([' ', '='], 2) is [var slot, var value]
        ? (slot, ScenarioText.Unquoted(value.TrimStart('=', ' ')))
        : throw new FormatException("write the slot and what goes into it: `agent fills order_id \"A100\"`");

    private static string Needed(string rest, string what) => rest.Length > 0 ? rest : throw new FormatException($"{what} must follow");

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;

    [GeneratedRegex(@"^C\s*(?<form>\(form\))?:\s*(?<text>.*?)(?:\s*\[files?:\s*(?<files>[^\]]+)\])?$")]
    private static partial Regex Customer();

    [GeneratedRegex(@"^event\s+(?<name>[\w.-]+)(?:\s+(?:with\s+)?(?<with>\{.*\}))?(?:\s+at\s+(?<at>.+))?$")]
    private static partial Regex Event();

    [GeneratedRegex(@"^task(?:\s+(?!done|rejected)(?<step>[\w.-]+))?\s+(?<end>done|rejected)(?:\s+(?:with\s+)?(?<with>.+))?$")]
    private static partial Regex Task();

    [GeneratedRegex(@"^approval(?:\s+(?!yes$|no$)(?<step>[\w.-]+))?\s+(?<answer>yes|no)$")]
    private static partial Regex Approval();

    [GeneratedRegex(@"^agent(?:\s+(?<who>\p{Lu}\w*))?\s+(?<act>claims|says|notes|fills|hands back|starts|closes|releases|takes over from)(?<rest>\s.*)?$")]
    private static partial Regex Agent();
}
