using System.Globalization;
using CareBot.Metrics;
using Spectre.Console;

namespace CareBot.Host.Metrics;

/// <summary>A handling report for people, in English.</summary>
internal static class HandlingReportText
{
    private const string NoData = "n/a";

    /// <summary>Writes to a terminal in its colours, and as plain text to anything else or where NO_COLOR is set.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="zone">The company's: instants are written as its clocks show them.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(HandlingReport report, TimeZoneInfo zone, TextWriter writer)
    {
        var console = ReportConsole.On(writer);
        console.Write(new Text($"Handling, {Period(report, zone)}", new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(Figures(report));
        if (report.Contacts > 0)
        {
            console.Write(Slices("Topic", report.ByTopic, key => key ?? "(no topic)"));
            console.Write(Slices("Channel", report.ByChannel, Channel));
        }
    }

    private static Table Figures(HandlingReport report)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumn("").AddColumn("");
        Row("Contacts", Count(report.Contacts));
        Row("Resolved by the bot", Share(report.BotResolution, " ended contacts"));
        Row("Answers that helped", Share(report.Helpful, " that said so or not"));
        Row("Handed to people", Count(report.Handoffs));
        Row("Wait for a person", Times(report.WaitSeconds));
        Row("Handled by a person in", Times(report.HandleSeconds));
        Row("Rating", report.Rating is { Mean: { } mean, N: var n }
            ? string.Create(CultureInfo.InvariantCulture, $"{mean:0.00} of 5 ({n} rated)")
            : NoData);
        return table;

        void Row(string name, string value) => table.AddRow(new Text(name), new Text(value));
    }

    private static Table Slices(string name, IReadOnlyList<HandlingSlice> slices, Func<string?, string> named)
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
                new Text(ReportConsole.Printable(named(slice.Key))),
                new Text(Count(slice.Contacts)),
                new Text(Share(slice.BotResolution)),
                new Text(Share(slice.Helpful)),
                new Text(Count(slice.Handoffs)));
        }

        return table;
    }

    private static string Period(HandlingReport report, TimeZoneInfo zone) => (report.From, report.To) switch
    {
        (null, null) => "all time",
        ({ } from, null) => $"from {Instant(from, zone)} ({zone.Id})",
        (null, { } to) => $"before {Instant(to, zone)} ({zone.Id})",
        ({ } from, { } to) => $"from {Instant(from, zone)} to before {Instant(to, zone)} ({zone.Id})",
    };

    private static string Instant(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    // What customers see is the chat on the web; that it speaks Direct Line is for programs to know.
    private static string Channel(string? key) => key switch
    {
        null => "(no channel)",
        "directline" => "web",
        _ => key,
    };

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>With the counts behind it, so that 100 % of one contact does not pass for a success.</summary>
    private static string Share(Ratio? ratio, string of = "") => ratio is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{share.Value * 100:0.0} % ({share.Numerator} of {share.Denominator}{of})")
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
