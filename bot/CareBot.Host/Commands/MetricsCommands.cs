using System.CommandLine;
using CareBot.Host.Metrics;
using CareBot.Host.Storage;

namespace CareBot.Host.Commands;

/// <summary><c>carebot metrics …</c></summary>
internal static class MetricsCommands
{
    public static Command Create() => new("metrics", "Read and rebuild the handling metrics.") { Report(), Rebuild() };

    private static Command Report()
    {
        var from = DayOption.From("The first day (or instant) that counts");
        var to = DayOption.To("The last day that counts, included (or the instant before which contacts count)");
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

    /// <summary>The data folder that the command line names.</summary>
    public static DataFolder Folder(ParseResult parsed) => new(parsed.GetValue(CareBotCommand.Data) ?? "data");

    /// <summary>Messages of the store go to standard error: standard output is for data.</summary>
    public static ILoggerFactory Logging() => LoggerFactory.Create(builder =>
        builder.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
}
