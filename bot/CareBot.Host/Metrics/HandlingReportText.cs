using System.Globalization;
using CareBot.Metrics;
using Spectre.Console;

namespace CareBot.Host.Metrics;

/// <summary>A handling report for people, in English.</summary>
internal static class HandlingReportText
{
    private const string NoData = "n/a";

    /// <summary>Writes to a terminal in its colours, and as plain text to anything else or where NO_COLOR is set.</summary>
    public static void Write(HandlingReport report, TextWriter writer) => Write(report, ReportConsole.On(writer));

    private static void Write(HandlingReport report, IAnsiConsole console)
    {
        console.Write(new Text($"Handling, {Period(report)}", new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(Figures(report));
        console.Write(Slices("Topic", "(no topic)", report.ByTopic));
        console.Write(Slices("Channel", "(no channel)", report.ByChannel));
    }

    private static Table Figures(HandlingReport report)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumn("").AddColumn("");
        Row("Contacts", Count(report.Contacts));
        Row("Resolved by the bot", Share(report.BotResolution));
        Row("Answers that helped", Share(report.Helpful));
        Row("Handed to people", Count(report.Handoffs));
        Row("Wait for a person", Times(report.WaitSeconds));
        Row("Handled by a person in", Times(report.HandleSeconds));
        Row("Rating", report.Rating is { Mean: { } mean, N: var n }
            ? string.Create(CultureInfo.InvariantCulture, $"{mean:0.00} of 5 ({n} rated)")
            : NoData);
        return table;

        void Row(string name, string value) => table.AddRow(new Text(name), new Text(value));
    }

    private static Table Slices(string name, string unnamed, IReadOnlyList<HandlingSlice> slices)
    {
        var table = new Table()
            .Border(TableBorder.Simple)
            .AddColumn(name)
            .AddColumn("Contacts", column => column.RightAligned())
            .AddColumn("Resolved by the bot")
            .AddColumn("Helped")
            .AddColumn("Handed over", column => column.RightAligned());
        foreach (var slice in slices)
        {
            table.AddRow(
                // Channels name themselves from outside.
                new Text(slice.Key is { } key ? ReportConsole.Printable(key) : unnamed),
                new Text(Count(slice.Contacts)),
                new Text(Share(slice.BotResolution)),
                new Text(Share(slice.Helpful)),
                new Text(Count(slice.Handoffs)));
        }

        return table;
    }

    private static string Period(HandlingReport report) => (report.From, report.To) switch
    {
        (null, null) => "all time",
        ({ } from, null) => $"from {Instant(from)}",
        (null, { } to) => $"before {Instant(to)}",
        ({ } from, { } to) => $"from {Instant(from)} to before {Instant(to)}",
    };

    private static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>With the counts behind it, so that 100 % of one contact does not pass for a success.</summary>
    private static string Share(Ratio? ratio) => ratio is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{share.Value * 100:0.0} % ({share.Numerator} of {share.Denominator})")
        : NoData;

    private static string Times(Spread spread) => spread is { Mean: { } mean, P90: { } p90 }
        ? $"{Duration(mean)} on average, {Duration(p90)} for 9 in 10"
        : NoData;

    private static string Duration(double seconds) => TimeSpan.FromSeconds(Math.Round(seconds)) switch
    {
        { TotalHours: >= 1 } time => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
        { TotalMinutes: >= 1 } time => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s"),
        var time => string.Create(CultureInfo.InvariantCulture, $"{time.Seconds} s"),
    };
}
