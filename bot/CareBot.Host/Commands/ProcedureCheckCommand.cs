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
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var sarif = new Option<bool>("--sarif") { Description = "Print SARIF 2.1.0, for code scanning" };
        var today = LibraryCheckCommand.TodayOption("The day by which laws are judged (default: today)");
        var command = new Command(
            "check",
            """
            Find what is wrong in the procedures; the exit code is 1 when something must be mended.

            Examples:
              carebot procedure check
              carebot procedure check --library ./my-articles --json
              carebot procedure check --sarif > procedures.sarif
            """)
        {
            json,
            sarif,
            today,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(sarif))
            {
                parsed.AddError("--json and --sarif exclude each other.");
            }
        });
        command.SetAction(parsed => Run(read(parsed), parsed.GetValue(today), parsed.GetValue(json), parsed.GetValue(sarif)));
        return command;
    }

    private static int Run(CallSettings settings, DateOnly? today, bool json, bool sarif)
    {
        var library = ProcedureLibrary.Read(settings.Library, last: null, today ?? settings.Today, LiveProcedures.PublishedIn(settings.Data.Procedures));
        var (usable, problems) = (library.Book.Current.Count(), library.Problems);
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        Console.Out.Write(
            json ? JsonSerializer.Serialize(new CheckedProcedures(settings.Library, usable, problems), CommandJson.Readable.CheckedProcedures) + Environment.NewLine
            : sarif ? SarifLog.Write(settings.Library, problems) + Environment.NewLine
            : string.Concat(problems.Select(problem => LibraryCheckCommand.FromHere(settings.Library, problem) + Environment.NewLine)));
        if (!json && !sarif)
        {
            Console.Error.WriteLine(
                $"{LibraryCheckCommand.Count(usable, "procedure")} in order, {LibraryCheckCommand.Count(errors, "error")}, {LibraryCheckCommand.Count(problems.Count - errors, "warning")}");
        }

        return errors > 0 ? CareBotCommand.ProblemsFound : CareBotCommand.Done;
    }
}

/// <summary>What <c>procedure check --json</c> prints.</summary>
/// <param name="Library">The folder.</param>
/// <param name="Procedures">How many are published and in order.</param>
/// <param name="Problems">What is wrong, by path and line.</param>
internal sealed record CheckedProcedures(string Library, int Procedures, IReadOnlyList<Problem> Problems);
