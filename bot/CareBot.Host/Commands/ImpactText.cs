using System.Globalization;
using CareBot.Host.Metrics;
using Spectre.Console;

namespace CareBot.Host.Commands;

/// <summary>What a change does to answers, for people, in English.</summary>
internal static class ImpactText
{
    public static void Write(ReportedImpact report, IAnsiConsole console)
    {
        console.Write(new Text(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(report.Questions, "question")} asked again: {Count(report.Lost, "answer")} lost, {report.Changed} changed, {report.Gained} gained; {report.HurtsHelpful} of those gone had helped"),
            new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        if (report.Changes.Count == 0)
        {
            return;
        }

        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn("Answer")
            .AddColumn("Asked", column => column.RightAligned())
            .AddColumn("In")
            .AddColumn("Question")
            .AddColumn("Before")
            .AddColumn("After");
        foreach (var change in report.Changes)
        {
            table.AddRow(
                new Text(change.HurtsHelpful ? $"{change.Kind}, had helped" : change.Kind),
                new Text(change.Times.ToString(CultureInfo.InvariantCulture)),
                new Text(change.Language),
                new Text(ReportConsole.Printable(change.Question)),
                new Text(Found(change.Before)),
                new Text(Found(change.After)));
        }

        console.Write(table);
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Found(ReportedFinding found) => (found.Article, found.Answers) switch
    {
        (null, _) => "nothing",
        ({ } article, true) => string.Create(CultureInfo.InvariantCulture, $"{article} {found.Confidence:0.00}"),
        ({ } article, false) => string.Create(CultureInfo.InvariantCulture, $"no answer ({article} {found.Confidence:0.00})"),
    };
}
