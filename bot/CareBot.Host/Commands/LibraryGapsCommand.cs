using System.CommandLine;
using CareBot.Host.Metrics;
using CareBot.Host.Settings;
using CareBot.Knowledge.Gaps;

namespace CareBot.Host.Commands;

/// <summary><c>carebot library gaps</c>: what customers ask and the library does not answer well.</summary>
internal static class LibraryGapsCommand
{
    /// <summary>The period that is looked at when none is named.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var period = Period.Create(
            "The first day (or instant) that counts (default: 30 days before the end)", "The last day that counts, included (default: now)");
        var max = CountOption.Create("--max", "The most groups to show", 20);
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var draft = new Option<string?>("--draft")
        {
            Description = "Write a Markdown draft per group into this folder; no file is written over",
            HelpName = "DIR",
        };
        var command = new Command(
            "gaps",
            """
            Find what customers ask and the library does not answer well.

            Questions that were missed, asked back or answered in vain are grouped by what they ask. Groups that most contacts
            ran into come first; a contact more than in the period before counts half again. Where agents answered with an article
            of the library, it is named: nothing is missing there but the finding. Names and numbers of people are masked
            before anything is kept. The library is asked with all that the service has learned.

            Examples:
              carebot library gaps
              carebot library gaps --from 2026-11-01 --to 2026-11-30 --json
              carebot library gaps --draft ./drafts
            """)
        {
            period.From,
            period.To,
            max,
            json,
            draft,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = read(parsed);
            if (!Directory.Exists(settings.Library))
            {
                throw new StartRefusedException($"There is no library {settings.Library}: name the folder of the articles with --library DIR.");
            }

            var (begin, until) = period.Of(parsed, settings.Care.Zone);
            var end = until ?? TimeProvider.System.GetUtcNow();
            var start = begin ?? end - Usual;
            using var logging = MetricsCommands.Logging();
            var asked = await StandaloneMetrics.QuestionsAsync(
                settings.Data.Existing(), start - (end - start), end, TimeProvider.System,
                logging.CreateLogger(nameof(LibraryGapsCommand)), cancellation);
            var feedback = await TrainedLibrary.FeedbackAsync(settings.Data, cancellation);
            var edition = await StoppableWork.RunAsync(
                () => TrainedLibrary.Open(settings.Library, settings.Data, feedback, cancellation), cancellation);

            var now = asked.Where(question => question.At >= start).ToList();
            var gaps = await StoppableWork.RunAsync(
                () => GapReport.Of(
                    now, [.. asked.Where(question => question.At < start)], edition.Index, settings.Care.Policy.Answering, settings.Today),
                cancellation);
            var shown = gaps.Take(parsed.GetValue(max)).ToList();
            var report = new ReportedGaps
            {
                From = start,
                To = end,
                Questions = now.Count,
                Groups = gaps.Count,
                Gaps = [.. shown.Select(ReportedGap.Of)],
            };
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(report.ToJson());
            }
            else
            {
                GapsText.Write(report, settings.Care.Zone, ReportConsole.On(Console.Out));
            }

            if (parsed.GetValue(draft) is { } folder)
            {
                await DraftAsync(folder, shown, edition.Library);
            }

            return CareBotCommand.Done;
        });
        return command;
    }

    private static async Task DraftAsync(string folder, IReadOnlyList<Gap> gaps, Knowledge.Reading.Library library)
    {
        try
        {
            foreach (var put in DraftFolder.Write(folder, gaps, library))
            {
                await Console.Error.WriteLineAsync(put.Written ? $"{put.Path}: drafted" : $"{put.Path}: not drafted, {put.Why}");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Drafts cannot be put into {folder} ({failure.Message.TrimEnd('.')}): name another folder with --draft DIR.");
        }
    }
}
