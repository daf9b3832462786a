using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CareBot.Host.Metrics;
using CareBot.Host.Storage;

namespace CareBot.Host.Commands;

/// <summary><c>carebot metrics …</c></summary>
internal static class MetricsCommands
{
    /// <summary>The days on the command line are the company's days.</summary>
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    public static Command Create() => new("metrics", "Read and rebuild the handling metrics.") { Report(), Rebuild() };

    private static Command Report()
    {
        var from = Instant("--from", "The first day (or instant) that counts", day => day);
        var to = Instant("--to", "The last day that counts, included (or the instant before which contacts count)", day => day.AddDays(1));
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "report",
            """
            Print contacts, bot resolution, helpful rate, handoffs, wait, handle time and rating.

            Days are those of Europe/Rome. Contacts count on the day they began.

            Examples:
              carebot metrics report
              carebot metrics report --from 2026-11-01 --to 2026-11-30 --json
            """)
        {
            from,
            to,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var logging = Logging();
            var report = await MetricsReports.ForCommandAsync(
                Folder(parsed), parsed.GetValue(from), parsed.GetValue(to), TimeProvider.System,
                logging.CreateLogger(nameof(MetricsCommands)), cancellation);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(HandlingReportJson.Write(report));
            }
            else
            {
                HandlingReportText.Write(report, Console.Out);
            }

            return CareBotCommand.Done;
        });
        return command;
    }

    private static Command Rebuild()
    {
        var command = new Command(
            "rebuild",
            """
            Delete the metrics and fold them anew from the journal; the figures stay the same.

            Example:
              carebot metrics rebuild --data /var/lib/carebot
            """);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var logging = Logging();
            var rebuilt = await MetricsRebuild.RunAsync(
                Folder(parsed), TimeProvider.System, logging.CreateLogger(nameof(MetricsCommands)), cancellation);
            switch (rebuilt)
            {
                case Metrics.Rebuild.Done done:
                    await Console.Error.WriteLineAsync($"{done.Contacts} contacts from {done.Entries} journal entries");
                    return CareBotCommand.Done;
                case Metrics.Rebuild.Refused refused:
                    await Console.Error.WriteLineAsync($"carebot: {refused.Why}.");
                    return CareBotCommand.ProblemsFound;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        });
        return command;
    }

    private static DataFolder Folder(ParseResult parsed) => new(parsed.GetValue(CareBotCommand.Data) ?? "data");

    /// <summary>Messages of the store go to standard error: standard output is for data.</summary>
    private static ILoggerFactory Logging() => LoggerFactory.Create(builder =>
        builder.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));

    private static Option<DateTimeOffset?> Instant(string name, string description, Func<DateTime, DateTime> ofDay) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result => Read(result, ofDay),
    };

    private static DateTimeOffset? Read(ArgumentResult result, Func<DateTime, DateTime> ofDay)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var local = ofDay(day.ToDateTime(TimeOnly.MinValue));
            return new DateTimeOffset(local, Zone.GetUtcOffset(local));
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant;
        }

        result.AddError($"\"{text}\" is neither a day such as 2026-11-24 nor an instant such as 2026-11-24T10:00:00Z.");
        return null;
    }
}
