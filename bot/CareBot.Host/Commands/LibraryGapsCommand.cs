using System.CommandLine;
using CareBot.Answers;
using CareBot.Host.Library;
using CareBot.Host.Metrics;
using CareBot.Knowledge.Gaps;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Commands;

/// <summary><c>carebot library gaps</c>: what customers ask and the library does not answer well.</summary>
internal static class LibraryGapsCommand
{
    /// <summary>The period that is looked at when none is named.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    public static Command Create()
    {
        var from = DayOption.From("The first day (or instant) that counts (default: 30 days before the end)");
        var to = DayOption.To("The last day that counts, included (default: now)");
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
            ran into come first; a contact more than in the period before counts half again. Names and numbers of people are
            masked before anything is kept.

            Examples:
              carebot library gaps
              carebot library gaps --from 2026-11-01 --to 2026-11-30 --json
              carebot library gaps --draft ./drafts
            """)
        {
            from,
            to,
            max,
            json,
            draft,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var end = parsed.GetValue(to) ?? TimeProvider.System.GetUtcNow();
            var start = parsed.GetValue(from) ?? end - Usual;
            if (start >= end)
            {
                await Console.Error.WriteLineAsync("carebot: --from must lie before --to.");
                return CareBotCommand.WrongUsage;
            }

            using var logging = MetricsCommands.Logging();
            var asked = await StandaloneMetrics.QuestionsAsync(
                MetricsCommands.Folder(parsed), start - (end - start), end, TimeProvider.System,
                logging.CreateLogger(nameof(LibraryGapsCommand)), cancellation);
            var edition = LiveIndex.Open(
                new LibraryOptions { Folder = LibraryLocation.Resolve(parsed.GetValue(CareBotCommand.Library)) }, cancellation).Current;

            var now = asked.Where(question => question.At >= start).ToList();
            var gaps = GapReport.Of(
                now, [.. asked.Where(question => question.At < start)], edition.Index, new AnswerPolicy(), AskedDay.Today);
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
                GapsText.Write(report, ReportConsole.On(Console.Out));
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
        foreach (var put in DraftFolder.Write(folder, gaps, library))
        {
            await Console.Error.WriteLineAsync(put.Written ? $"{put.Path}: drafted" : $"{put.Path}: not drafted, {put.Why}");
        }
    }
}
