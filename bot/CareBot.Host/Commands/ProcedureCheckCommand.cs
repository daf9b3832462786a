using System.CommandLine;
using System.Text.Json;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Commands;

/// <summary><c>carebot procedure check</c>: what is wrong in the procedures and all that they go together with.</summary>
internal static class ProcedureCheckCommand
{
    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var report = new CheckReport();
        var today = LibraryCheckCommand.TodayOption("The day by which laws are judged (default: today)");
        var command = new Command(
            "check",
            """
            Find what is wrong in the procedures; the exit code is 1 when something must be mended.

            Examples:
              carebot procedure check
              carebot procedure check --library ./my-articles --json
              carebot procedure check --sarif > procedures.sarif
            """);
        report.AddTo(command);
        command.Options.Add(today);
        command.SetAction(parsed => Run(read(parsed), parsed.GetValue(today), parsed, report));
        return command;
    }

    private static int Run(CallSettings settings, DateOnly? today, ParseResult parsed, CheckReport report)
    {
        var library = ProcedureLibrary.Read(settings.Library, last: null, today ?? settings.Today, LiveProcedures.PublishedIn(settings.Data.Procedures));
        var (usable, problems) = (library.Book.Current.Count(), library.Problems);
        return report.Print(
            parsed,
            settings.Library,
            problems,
            () => JsonSerializer.Serialize(new CheckedProcedures(settings.Library, usable, problems), CommandJson.Readable.CheckedProcedures),
            $"{CheckReport.Count(usable, "procedure")} in order");
    }
}

/// <summary>What <c>procedure check --json</c> prints.</summary>
/// <param name="Library">The folder.</param>
/// <param name="Procedures">How many are published and in order.</param>
/// <param name="Problems">What is wrong, by path and line.</param>
internal sealed record CheckedProcedures(string Library, int Procedures, IReadOnlyList<Problem> Problems);
