using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CareBot.Host.Settings;
using CareBot.Knowledge.Evaluation;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Commands;

/// <summary><c>carebot library eval</c>: how good the answers to questions are of which it is known what answers them.</summary>
internal static class LibraryEvalCommand
{
    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var questions = new Option<FileInfo>("--questions")
        {
            Required = true,
            Description = "A file of tab-separated lines: id, variant, question, expected ids joined by | or __OOS__ where nothing answers",
        };
        var each = new Option<bool>("--each") { Description = "Print what became of every question, before the figures" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "eval",
            """
            Measure how well the library answers questions of which you know the answer.

            Examples:
              carebot library eval --questions questions.tsv
              carebot library eval --library ./my-articles --questions questions.tsv --json
            """)
        {
            questions, each, json,
        };
        command.SetAction((parsed, cancellation) => StoppableWork.RunAsync(
            () => Run(parsed.GetRequiredValue(questions), read(parsed), parsed.GetValue(each), parsed.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static int Run(FileInfo file, CallSettings settings, bool each, bool json, CancellationToken cancellation)
    {
        var questions = Read(file);
        var started = Stopwatch.GetTimestamp();
        var index = LiveIndex.Open(new LibraryOptions { Folder = settings.Library }, cancellation);
        using (Patience.While($"the search learns from the {index.Current.Library.Articles.Count} articles in {settings.Library}"))
        {
            index.Train([], Pace.Full(cancellation));
        }

        var built = Stopwatch.GetElapsedTime(started);

        var library = index.Current.Library;
        if (library.Articles.Count == 0)
        {
            throw new StartRefusedException($"There is no article in {settings.Library}: name the folder of the articles with --library DIR.");
        }

        WarnOfStrangers(file, questions, library);
        var prior = library.Articles.CountBy(article => article.Language).MaxBy(count => count.Value).Key;
        var asked = Asked.All(index.Current.Index, prior, questions, settings.Today);
        var evaluated = EvaluatedLibrary.Of(library, asked, built);
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                each ? evaluated with { Questions = [.. asked.Select(EvaluatedQuestion.Of)] } : evaluated, CommandJson.Readable.EvaluatedLibrary));
        }
        else
        {
            Write(evaluated, each ? asked : []);
        }

        return CareBotCommand.Done;
    }

    /// <exception cref="StartRefusedException">The file cannot be read, or what is in it.</exception>
    private static IReadOnlyList<TestQuestion> Read(FileInfo file)
    {
        try
        {
            return TestQuestion.Read(file.FullName);
        }
        catch (FormatException mistake)
        {
            throw new StartRefusedException($"{mistake.Message}.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var why = Directory.Exists(file.FullName) ? "it is a folder"
                : file.Exists ? failure.Message.TrimEnd('.')
                : "there is no such file";
            throw new StartRefusedException($"{file.FullName} cannot be read ({why}): name a file of questions with --questions FILE.");
        }
    }

    // A set for another library, or an id that was changed since: the figures would look like bad answers.
    private static void WarnOfStrangers(FileInfo file, IReadOnlyList<TestQuestion> questions, Knowledge.Reading.Library library)
    {
        var known = library.Articles.Select(article => article.Id).ToHashSet();
        var strangers = questions.Where(question => question.InScope && !question.Expected.Any(known.Contains)).ToList();
        if (strangers is [var first, ..])
        {
            Console.Error.WriteLine(
                $"{file.FullName}: {strangers.Count} of {questions.Count} questions expect articles that the library does not have, as {first.Id} does "
                + $"({first.Expected[0]}); they count as answered wrongly. Correct their ids, or --library.");
        }
    }

    private static void Write(EvaluatedLibrary evaluated, IReadOnlyList<Asked> each)
    {
        foreach (var asked in each)
        {
            var found = asked.Found.Count > 0 ? asked.Found[0].Article.Value : "-";
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(asked.IsRight ? "right" : "wrong")}\t{asked.Confidence:f2}\t{asked.Question.Id}\t{asked.Question.Variant}\t{found}\t{asked.Question.Text}"));
        }

        foreach (var (variant, measures) in evaluated.ByVariant)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{variant}: {measures.N} questions; first {Share(measures.Top1)}, in three {Share(measures.Recall3)}, MRR {Share(measures.Mrr5)}; "
                + $"answered at 95 / 90 / 80 % precision {Share(measures.Resolved95)} / {Share(measures.Resolved90)} / {Share(measures.Resolved80)}; "
                + $"calibration error {Share(measures.Ece)}"));
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"out of scope: {evaluated.OutOfScope.N} questions, AUROC {Share(evaluated.OutOfScope.Auroc)}; right against the rest {Share(evaluated.AurocCorrect)}"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{evaluated.Library.Articles} articles, {evaluated.Library.Phrasings} phrasings; built in {evaluated.BuildSeconds:f1} s, "
            + $"{evaluated.MemoryMB:f0} MB; a question takes {evaluated.LatencyMs.P50:f2} ms, at the 99th percentile {evaluated.LatencyMs.P99:f1} ms"));
    }

    private static string Share(double? share) => share is { } value ? value.ToString("P1", CultureInfo.InvariantCulture) : "-";
}
