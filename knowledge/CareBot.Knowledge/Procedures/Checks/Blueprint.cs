using System.Collections.Frozen;
using System.Text;
using CareBot.Knowledge.Reading;
using CareBot.Procedures;
using CareBot.Procedures.Expressions;

namespace CareBot.Knowledge.Procedures.Checks;

/// <summary>A procedure as the rules read it: every formula and every way on with the place where it stands.</summary>
internal sealed class Blueprint
{
    /// <summary>What every procedure knows without having asked.</summary>
    public static readonly FrozenSet<string> Always = new[] { "today", "now", "channel", "language", "open", "slots" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Lazy<IReadOnlyList<Use>> uses;
    private readonly Lazy<IReadOnlyList<Lead>> leads;

    public Blueprint(ReadProcedure read)
    {
        Read = read;
        Places = new(read.Source);
        Results = Procedure.Steps.SelectMany(Written).ToFrozenSet(StringComparer.Ordinal);
        uses = new(() => [.. Use.AllOf(this)]);
        leads = new(() => [.. Lead.AllOf(this)]);
    }

    public ReadProcedure Read { get; }

    public Procedure Procedure => Read.Procedure;

    public Places Places { get; }

    /// <summary>The names that steps give to what they find out.</summary>
    public FrozenSet<string> Results { get; }

    /// <summary>Every formula that is reckoned, also those in texts and tables.</summary>
    public IReadOnlyList<Use> Uses => uses.Value;

    /// <summary>Everything that leads somewhere because its author has written so.</summary>
    public IReadOnlyList<Lead> Leads => leads.Value;

    /// <summary>Whether a name stands for something.</summary>
    public bool Knows(string name) => Always.Contains(name) || Procedure.Slots.ContainsKey(name) || Results.Contains(name);

    /// <summary>The path of a table.</summary>
    public string TablePath(string table) => $"{Read.Source.Name}/tables/{table}.md";

    /// <summary>Where a template shows a value.</summary>
    public Spot InTemplate(string template, Language language, Expression shown)
    {
        var path = $"{Read.Source.Name}/templates/{template}.{language.Tag()}.md";
        var text = Encoding.UTF8.GetString(Read.Source.Files[path]);
        var name = shown.Reads.FirstOrDefault() ?? "";
        var at = Enumerable.Range(0, text.Length).FirstOrDefault(
            at => text[at] == '{' && text.IndexOf('}', at) is > 0 and var end && text[at..end].Contains(name, StringComparison.Ordinal));
        var line = text[..at].Count(c => c == '\n');
        return new(path, line + 1, at - text.LastIndexOf('\n', Math.Max(at - 1, 0)));
    }

    /// <summary>The names that a step gives.</summary>
    public static IEnumerable<string> Written(Step step) => step switch
    {
        Step.Decide decide => [decide.Into],
        Step.Act { Into: { } into } => [into],
        Step.Case change => [change.Into],
        Step.Wait { Events.Count: > 0 } wait => [wait.Into],
        Step.Call call => [call.Into],
        Step.Set set => set.Values.Keys,
        _ => [],
    };
}
