using System.Globalization;
using System.Text.RegularExpressions;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Reads what must have come of what happened. Several expectations stand in one line with <c>;</c> between them.</summary>
internal static partial class ExpectationReader
{
    private static readonly string[] Words =
    [
        "table NAME row N", "case.type = …", "promise NAME = 2027-01-11", "slot NAME = value", "at STEP", "api ACTION called once with name=value", "api ACTION not called",
        "copy sent to ADDRESS", "no copy sent", "handoff queue NAME", "handoff reason ~ \"…\"", "no handoff", "alert queue NAME", "no alert", "end = resolved", "goes on", "with bot", "incident ~ \"…\"", "refused WHY",
        "asks SLOT", "template NAME", "nothing else said",
    ];

    /// <summary>What is heard: <c>B: ~ "recesso"; asks confirm</c>. The parts about one message are about the same one.</summary>
    public static IReadOnlyList<Expectation> Heard(string text)
    {
        if (Bot().Match(text) is not { Success: true } heard)
        {
            throw new FormatException("what the customer hears is written as `< B: …`");
        }

        var parts = ScenarioText.Split(heard.Groups[1].Value, ';');
        var said = new List<SaidPart>();
        var others = new List<Expectation>();
        foreach (var part in parts)
        {
            if (Part(part) is { } one)
            {
                said.Add(one);
            }
            else
            {
                others.Add(One(part));
            }
        }

        return others is [Expectation.NothingElseSaid] && said.Count == 0 ? others : [new Expectation.Said(said), .. others];
    }

    /// <summary>Reads the expectations of a line.</summary>
    public static IReadOnlyList<Expectation> Read(string line) => [.. ScenarioText.Split(line, ';').Select(One)];

    private static SaidPart? Part(string part) =>
        part is ['~', .. var words] ? new SaidPart.Contains(ScenarioText.Unquoted(words), true)
        : part.StartsWith("not ~", StringComparison.Ordinal) ? new SaidPart.Contains(ScenarioText.Unquoted(part["not ~".Length..]), false)
        : part is ['"', .., '"'] ? new SaidPart.Is(ScenarioText.Unquoted(part))
        : part.StartsWith("choices ", StringComparison.Ordinal) ? new SaidPart.Choices([.. ScenarioText.Split(part["choices ".Length..], '|').Select(ScenarioText.Unquoted)])
        : null;

    private static Expectation One(string written)
    {
        var (word, rest) = written.Split(' ', 2, StringSplitOptions.TrimEntries) is [var first, var more] ? (first, more) : (written, "");
        return word switch
        {
            "asks" when rest == "to give up" => new Expectation.AsksAbout(RunQuestion.Cancel),
            "asks" when rest == "to go on" => new Expectation.AsksAbout(RunQuestion.GoOn),
            "asks" when rest.Length > 0 => new Expectation.Asks(rest),
            "template" when rest.Length > 0 => new Expectation.Template(rest),
            "at" when rest.Length > 0 => new Expectation.At(rest),
            "with" => Expectation.HeldBy.Holders.Contains(rest) ? new Expectation.HeldBy(rest) : throw Wrong(written, $"`with` and one of {string.Join(", ", Expectation.HeldBy.Holders)}"),
            "incident" when rest.StartsWith('~') => new Expectation.Incident(ScenarioText.Unquoted(rest[1..])),
            "refused" when rest.Length > 0 => new Expectation.Refused(rest),
            "nothing" when rest is "else said" or "said" => new Expectation.NothingElseSaid(),
            "goes" when rest == "on" => new Expectation.Over(null),
            "no" when rest == "copy sent" => new Expectation.CopySent(null, null),
            "no" when rest == "alert" => new Expectation.Alerted(null),
            "alert" when rest.StartsWith("queue ", StringComparison.Ordinal) => new Expectation.Alerted(rest["queue ".Length..].Trim()),
            "no" when rest == "handoff" => new Expectation.HandedOver(null, null, false),
            "decision" or "table" => Row().Match(rest) is { Success: true } row ? new Expectation.Row(row.Groups["name"].Value, row.Groups["row"].Value) : throw Wrong(written, "`table NAME row N`"),
            "api" => Api(written, rest),
            "copy" => Copy().Match(rest) is { Success: true } copy
                ? new Expectation.CopySent(copy.Groups["to"].Value, copy.Groups["words"].Success ? copy.Groups["words"].Value : null)
                : throw Wrong(written, "`copy sent to anna@example.it`, with `~ \"…\"` for words in it"),
            "handoff" => Handoff().Match(rest) is { Success: true } handoff
                ? handoff.Groups["what"].Value == "queue"
                    ? new Expectation.HandedOver(handoff.Groups["text"].Value, null, false)
                    : new Expectation.HandedOver(null, ScenarioText.Unquoted(handoff.Groups["text"].Value), handoff.Groups["like"].Value == "~")
                : throw Wrong(written, "`handoff queue NAME`, `handoff reason NAME` or `handoff reason ~ \"…\"`"),
            "promise" or "deadline" or "timer" when Promise().Match(rest) is { Success: true } promise =>
                new Expectation.Promised(promise.Groups["name"].Value, promise.Groups["when"].Value.Trim()),
            _ => Equal(written),
        };
    }

    private static Expectation Equal(string written)
    {
        if (Equality().Match(written) is { Success: true } equal)
        {
            var (what, value) = (equal.Groups["what"].Value, equal.Groups["value"].Value.Trim());
            if (what is "end" or "over" or "run over")
            {
                return RunOutcomeNames.Find(value) is { } outcome
                    ? new Expectation.Over(outcome)
                    : throw Wrong(written, $"one of {string.Join(", ", RunOutcomeNames.All)}");
            }

            if (what.StartsWith("case.", StringComparison.Ordinal))
            {
                var field = what["case.".Length..];
                return Expectation.Case.Fields.Contains(field)
                    ? new Expectation.Case(field, value)
                    : throw Wrong(written, $"`case.` and one of {string.Join(", ", Expectation.Case.Fields)}");
            }

            if (what.StartsWith("slot ", StringComparison.Ordinal))
            {
                // A value that cannot be read is told where it is written, not when it is compared.
                _ = WrittenValue.Read(value);
                return new Expectation.Known(what["slot ".Length..].Trim(), value);
            }
        }

        throw Wrong(written, $"one of: {string.Join("; ", Words)}");
    }

    private static Expectation.Called Api(string written, string rest)
    {
        if (Call().Match(rest) is not { Success: true } call)
        {
            throw Wrong(written, "`api orders.cancel not called`, `called`, `called once`, `called 2 times`, with `with name=value, …` for what it was told");
        }

        int? times = call.Groups["times"].Value switch
        {
            "not called" => 0,
            "called once" => 1,
            "called twice" => 2,
            "called" => null,
            var counted => int.Parse(counted.Split(' ')[1], CultureInfo.InvariantCulture),
        };
        return new(call.Groups["action"].Value, times, call.Groups["with"].Success ? ScenarioText.Names(call.Groups["with"].Value) : []);
    }

    private static FormatException Wrong(string written, string expected) => new($"`{written}` is nothing to expect; write {expected}");

    [GeneratedRegex(@"^B:\s*(.+)$")]
    private static partial Regex Bot();

    [GeneratedRegex(@"^(?:tables/)?(?<name>[\w.-]+?)(?:\.md)?\s+row\s+(?<row>\S+)$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?<action>[\w.-]+)\s+(?<times>not called|called once|called twice|called \d{1,4} times|called)(?:\s+with\s+(?<with>.+))?$")]
    private static partial Regex Call();

    [GeneratedRegex("^sent to\\s+(?<to>\\S+?)(?:\\s+~\\s*\"(?<words>[^\"]*)\")?$")]
    private static partial Regex Copy();

    [GeneratedRegex(@"^(?<what>queue|reason)\s*(?<like>[~=]?)\s*(?<text>.+)$")]
    private static partial Regex Handoff();

    [GeneratedRegex(@"^(?<name>[\w.-]+?)(?:\.deadline)?\s*(?:=\s*|\s+)(?<when>kept|missed|none|\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)$")]
    private static partial Regex Promise();

    [GeneratedRegex(@"^(?<what>(?:slot\s+)?[\w.-]+|run over)\s*=\s*(?<value>.*)$")]
    private static partial Regex Equality();
}
