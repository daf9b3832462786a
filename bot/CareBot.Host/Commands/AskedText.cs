using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CareBot.Host.Metrics;
using Spectre.Console;

namespace CareBot.Host.Commands;

/// <summary>What the bot would do, for people, in English.</summary>
internal static partial class AskedText
{
    public static void Write(AskedQuestion asked, IAnsiConsole console)
    {
        console.Write(new Text(asked.Decision, new Style(decoration: Decoration.Bold)));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $" ({asked.Lang}, confidence {asked.Confidence:0.00}, {asked.ElapsedMs:0.0} ms)"));
        if (asked.Answer is { } answer)
        {
            console.WriteLine();
            console.Write(new Text(answer.Title, new Style(decoration: Decoration.Bold)));
            console.WriteLine();
            console.WriteLine(Reflowed(answer.Text.Trim()));
        }

        if (asked.Candidates.Count > 0)
        {
            console.WriteLine();
            var table = new Table().Border(TableBorder.Simple).AddColumns("Confidence", "Article", "Title");
            foreach (var candidate in asked.Candidates)
            {
                table.AddRow(
                    new Text(candidate.Confidence.ToString("0.00", CultureInfo.InvariantCulture)),
                    new Text(candidate.Id),
                    new Text(ReportConsole.Printable(candidate.Title)));
            }

            console.Write(table);
        }

        if (asked.Why is { } why)
        {
            AskedWhyText.Write(why, console);
        }
    }

    /// <summary>Paragraphs in one line each: authors break lines where they like, and the terminal breaks them where it must.</summary>
    internal static string Reflowed(string markdown)
    {
        var text = new StringBuilder();
        var before = "";
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var goesOn = before.Length > 0 && line.Length > 0 && !IsBroken(before) && !Block().IsMatch(line);
            text.Append(text.Length == 0 ? "" : goesOn ? " " : "\n").Append(goesOn ? line.TrimStart() : line);
            before = line;
        }

        return text.ToString();
    }

    /// <summary>Two blanks or a backslash ask for the break.</summary>
    private static bool IsBroken(string line) => line.EndsWith("  ", StringComparison.Ordinal) || line.EndsWith('\\');

    /// <summary>An item of a list, a quotation, a heading or a row of a table begins a line of its own.</summary>
    [GeneratedRegex(@"^\s*([-*+] |[0-9]+[.)] |[>#|])")]
    private static partial Regex Block();
}
