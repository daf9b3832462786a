using System.CommandLine;
using CareBot.Host.Library;
using CareBot.Host.Metrics;
using CareBot.Knowledge.Impact;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Commands;

/// <summary><c>carebot library impact</c>: what a change of the articles does to real questions.</summary>
internal static class LibraryImpactCommand
{
    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var against = new Option<string>("--against")
        {
            Description = "The library as it was: a folder, or a commit, branch or tag of the library's folder in git",
            HelpName = "GIT_REF|DIR",
            Required = true,
        };
        var questions = CountOption.Create("--questions", "How many of the last questions to ask again", 1000);
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "impact",
            """
            Ask the last real questions of the library as it is and as it was, and print which answers change, are gained or lost.
            Each has learned from its own articles, and both from the same customers.

            The exit code is 1 when an answer that a customer had called helpful is lost or changed, and 0 otherwise.

            Examples:
              carebot library impact --against HEAD
              carebot library impact --against v1.2 --questions 5000 --json
              carebot library impact --against ../articles-of-last-month
            """)
        {
            against,
            questions,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = read(parsed);
            try
            {
                // On a thread of its own, so that a stop is heard at once; but waited for, because what it has fetched is to be taken away.
                using var revision = await Task.Run(
                    () => LibraryRevision.OpenAsync(parsed.GetRequiredValue(against), settings.Library, cancellation), cancellation);
                using var logging = MetricsCommands.Logging();
                var asked = await StandaloneMetrics.QuestionsAsync(
                    settings.Data.Existing(), null, null, TimeProvider.System,
                    logging.CreateLogger(nameof(LibraryImpactCommand)), cancellation);
                var feedback = await TrainedLibrary.FeedbackAsync(settings.Data, cancellation);
                var report = await StoppableWork.RunAsync(
                    () => Report([.. asked.TakeLast(parsed.GetValue(questions))], revision.Folder, settings, feedback, cancellation),
                    cancellation);
                if (parsed.GetValue(json))
                {
                    Console.Out.WriteLine(report.ToJson());
                }
                else
                {
                    ImpactText.Write(report, ReportConsole.On(Console.Out));
                }

                return report.HurtsHelpful > 0 ? CareBotCommand.ProblemsFound : CareBotCommand.Done;
            }
            catch (RevisionNotFoundException missing)
            {
                await Console.Error.WriteLineAsync($"carebot: {missing.Message}.");
                return CareBotCommand.WrongUsage;
            }
        });
        return command;
    }

    /// <remarks>Each library has learned from its own phrasings, and both from the same customers.</remarks>
    private static ReportedImpact Report(
        IReadOnlyList<CareBot.Metrics.QuestionRecord> questions, string before, CallSettings settings, IReadOnlyList<Feedback> feedback,
        CancellationToken cancellation)
    {
        KnowledgeIndex Index(string folder) => TrainedLibrary.Open(folder, settings.Data, feedback, cancellation) is { Library.Articles.Count: > 0 } edition
            ? edition.Index
            : throw new RevisionNotFoundException($"there is no article in {folder}");

        using var was = Index(before);
        using var now = Index(settings.Library);
        return ReportedImpact.Of(
            questions.Count, ImpactReport.Of(questions, was, now, settings.Care.Policy.Answering, settings.Today));
    }
}
