using System.Globalization;
using CareBot.Host.Metrics;
using Spectre.Console;

namespace CareBot.Host.Commands;

/// <summary>Why the bot would do what it would do, for people, in English.</summary>
internal static class AskedWhyText
{
    public static void Write(AskedWhy why, IAnsiConsole console)
    {
        console.WriteLine();
        console.WriteLine($"Looked for ({why.Language}): {string.Join(", ", why.Words.Where(word => word.Counts).Select(Said))}");
        console.WriteLine($"Costs: answer {Cost(why.Costs.Answer)}, clarify {Cost(why.Costs.Clarify)}, ask back {Cost(why.Costs.AskBack)}, person {Cost(why.Costs.Handoff)}");
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Calibrated on the phrasings and {why.Judgements} of customers' judgements."));
        if (why.Finds.Count == 0)
        {
            return;
        }

        console.WriteLine();
        var table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumns([.. why.Finds.Select(find => find.Id)]);
        foreach (var view in why.Finds[0].Views.Keys)
        {
            Row(table, view, why, find => Figure(find.Views[view]));
        }

        table.AddEmptyRow();
        Row(table, "probability", why, find => Figure(find.Probability));
        Row(table, "covered", why, find => Figure(find.Covered));
        Row(table, "known", why, find => Figure(find.Known));
        Row(table, "chance", why, find => Figure(find.Chance));
        Row(table, "is a phrasing", why, find => find.IsPhrasing ? "yes" : "no");
        Row(table, "confidence", why, find => Figure(find.Confidence));
        console.Write(table);
    }

    private static void Row(Table table, string name, AskedWhy why, Func<AskedFind, string> cell) =>
        table.AddRow([new Text(name), .. why.Finds.Select(find => new Text(cell(find)))]);

    private static string Said(Knowledge.Search.ExplainedWord word) => ReportConsole.Printable(
        word.Weight >= 1 ? word.Word : string.Create(CultureInfo.InvariantCulture, $"{word.Word} × {word.Weight:0.00}"));

    private static string Figure(double figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Cost(double? cost) => cost is { } finite ? Figure(finite) : "-";
}
