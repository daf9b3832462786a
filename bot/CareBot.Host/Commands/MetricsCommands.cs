using System.CommandLine;
using CareBot.Host.Metrics;

namespace CareBot.Host.Commands;

/// <summary><c>carebot metrics …</c></summary>
internal static class MetricsCommands
{
    public static Command Create(Func<ParseResult, CallSettings> read) =>
        new("metrics", "Read and rebuild the handling metrics.") { Report(read), Rebuild(read) };

    private static Command Report(Func<ParseResult, CallSettings> read)
    {
        var period = Period.Create(
            "The first day (or instant) that counts", "The last day that counts, included (or the instant before which contacts count)");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "report",
            """
            Print contacts, bot resolution, helpful rate, handoffs, wait, handle time and rating.

            Days are those of the company: setting Care:TimeZone. Contacts count on the day they began.

            Examples:
              carebot metrics report
              carebot metrics report --from 2026-11-01 --to 2026-11-30 --json
            """)
        {
            period.From,
            period.To,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = read(parsed);
            var (begin, end) = period.Of(parsed, settings.Care.Zone);
            using var logging = Logging();
            var report = await MetricsReports.ForCommandAsync(
                settings.Data.Existing(), begin, end, TimeProvider.System, logging.CreateLogger(nameof(MetricsCommands)), cancellation);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(HandlingReportJson.Write(report));
            }
            else
            {
                HandlingReportText.Write(report, settings.Care.Zone, Console.Out);
            }

            return CareBotCommand.Done;
        });
        return command;
    }

    private static Command Rebuild(Func<ParseResult, CallSettings> read)
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
                read(parsed).Data.Existing(), TimeProvider.System, logging.CreateLogger(nameof(MetricsCommands)), cancellation);
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

    /// <summary>Messages of the store go to standard error: standard output is for data.</summary>
    public static ILoggerFactory Logging() => LoggerFactory.Create(builder =>
        builder.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
}
