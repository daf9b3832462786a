using System.Globalization;
using System.Text;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures.Sheets;

/// <summary>A procedure as a flowchart in the language of Mermaid.</summary>
internal static class Flowchart
{
    public static string Of(Procedure procedure, SheetWords words)
    {
        var chart = new StringBuilder("flowchart TD\n");
        var names = procedure.Steps.Select((step, at) => (step.Id, Name: $"s{(at + 1).ToString(CultureInfo.InvariantCulture)}")).ToDictionary(each => each.Id, each => each.Name);
        foreach (var step in procedure.Steps)
        {
            var (open, close) = Shape(step);
            chart.Append(CultureInfo.InvariantCulture, $"  {names[step.Id]}{open}\"<b>{step.Id}</b><br/>{Label(words.Kind(step))}\"{close}\n");
        }

        var acts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var step in procedure.Steps)
        {
            foreach (var way in Way.Of(step, procedure, words))
            {
                var to = way.To.IsAct ? $"act_{way.To.To[1..]}" : names.GetValueOrDefault(way.To.To, "s0");
                chart.Append(CultureInfo.InvariantCulture, $"  {names[step.Id]} -->{(way.When.Length == 0 ? "" : $"|\"{Label(way.When)}\"|")} {to}\n");
                if (way.To.IsAct)
                {
                    acts.Add(way.To.To);
                }
            }
        }

        foreach (var act in acts)
        {
            chart.Append(CultureInfo.InvariantCulture, $"  act_{act[1..]}([\"{Label(words.Acts.GetValueOrDefault(act, act))}\"])\n");
        }

        return chart.ToString();
    }

    private static (string Open, string Close) Shape(Step step) => step switch
    {
        Step.Choose or Step.Decide => ("{", "}"),
        Step.Ask => ("[/", "/]"),
        Step.End => ("([", "])"),
        Step.Act or Step.Call => ("[[", "]]"),
        _ => ("[", "]"),
    };

    /// <summary>The signs that Mermaid takes for more than themselves.</summary>
    private static string Label(string text) => text
        .Replace("&", "#amp;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal)
        .Replace("|", "#124;", StringComparison.Ordinal);
}
