using System.Globalization;
using CareBot.Host.Metrics;
using Spectre.Console;

namespace CareBot.Host.Commands;

/// <summary>The gaps of a library for people, in English.</summary>
internal static class GapsText
{
    public static void Write(ReportedGaps report, TimeZoneInfo zone, IAnsiConsole console)
    {
        console.Write(new Text(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Groups} {(report.Groups == 1 ? "gap" : "gaps")} in {report.Questions} questions from {Day(report.From, zone)} to before {Day(report.To, zone)}"),
            new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        if (report.Gaps.Count == 0)
        {
            return;
        }

        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn("Contacts", column => column.RightAligned())
            .AddColumn("Before", column => column.RightAligned())
            .AddColumn("In")
            .AddColumn("Outcomes")
            .AddColumn("Customers ask")
            .AddColumn("Nearest article")
            .AddColumn("Why it lost");
        foreach (var gap in report.Gaps)
        {
            table.AddRow(
                new Text(Number(gap.Contacts)),
                new Text(Number(gap.ContactsBefore)),
                new Text(gap.Language),
                new Text(string.Join('\n', gap.Outcomes.Select(pair => $"{Words(pair.Key)} {Number(pair.Value)}"))),
                new Text(string.Join('\n', gap.Typical.Select(ReportConsole.Printable))),
                new Text(gap.Nearest is { } nearest ? string.Create(CultureInfo.InvariantCulture, $"{nearest.Article} {nearest.Confidence:0.00}") : "none"),
                new Text(Why(gap.Why)));
        }

        console.Write(table);
    }

    private static string Why(ReportedWhy why) => why.Is switch
    {
        "belowThreshold" => string.Create(CultureInfo.InvariantCulture, $"below {why.ConfidenceMin:0.00}"),
        "tooClose" => string.Create(CultureInfo.InvariantCulture, $"too close to {why.Rival} {why.RivalConfidence:0.00}"),
        "didNotHelp" => $"did not help {Times(why)}",
        "agentsFoundIt" => $"agents answered with {why.Article} {Times(why)}",
        "answersNow" => "answers now",
        _ => "nothing comes near",
    };

    private static string Times(ReportedWhy why) => string.Create(CultureInfo.InvariantCulture, $"{why.Times} {(why.Times == 1 ? "time" : "times")}");

    private static string Words(string outcome) => outcome switch
    {
        "didNotHelp" => "did not help",
        "noneOfThese" => "none of these",
        _ => outcome,
    };

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
