using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Commands;

/// <summary><c>carebot library check</c>: what is wrong in the articles.</summary>
internal static class LibraryCheckCommand
{
    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var report = new CheckReport();
        var today = TodayOption("The day by which reviews, validity and laws are judged (default: today)");
        var command = new Command(
            "check",
            """
            Find what is wrong in the articles; the exit code is 1 when something must be mended.

            Examples:
              carebot library check
              carebot library check --library ./my-articles --json
              carebot library check --today 2027-06-30
              carebot library check --sarif > library.sarif
            """);
        report.AddTo(command);
        command.Options.Add(today);
        command.SetAction((parsed, cancellation) => StoppableWork.RunAsync(
            () => Run(read(parsed), parsed.GetValue(today), parsed, report, cancellation), cancellation));
        return command;
    }

    private static int Run(CallSettings settings, DateOnly? today, ParseResult parsed, CheckReport report, CancellationToken cancellation)
    {
        var library = Knowledge.Reading.Library.Read(settings.Library, last: null, cancellation);
        IReadOnlyList<Problem> problems;
        using (Patience.While($"checking {CheckReport.Count(library.Articles.Count, "article")}"))
        {
            problems = LibraryCheck.Run(library, today ?? settings.Today, KeepIn(settings), settings.Data.Index, LiveProcedures.PublishedIn(settings.Data.Procedures), cancellation);
        }

        return report.Print(
            parsed,
            library.Folder,
            problems,
            () => JsonSerializer.Serialize(new CheckedLibrary(library.Folder, library.Articles.Count, problems), CommandJson.Readable.CheckedLibrary),
            CheckReport.Count(library.Articles.Count, "article"));
    }

    // Who names a folder wants what was found out kept there, and a quick check the next time. Who names none, as in a fresh clone or
    // on a build server, is not given one wherever the command was typed.
    private static string? KeepIn(CallSettings settings) =>
        settings.NamesData ? settings.Data.Create().Checks
        : Directory.Exists(settings.Data.Path) ? settings.Data.Checks
        : null;

    /// <summary>The option for the day by which something is judged.</summary>
    public static Option<DateOnly?> TodayOption(string description) => new("--today")
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = Day,
    };

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"\"{text}\" is no day such as 2026-11-24.");
        return null;
    }
}

/// <summary>What <c>library check --json</c> prints.</summary>
internal sealed record CheckedLibrary(string Library, int Articles, IReadOnlyList<Problem> Problems);
