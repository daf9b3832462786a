using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CareBot.Knowledge.Procedures.Scenarios;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Commands;

/// <summary><c>carebot procedure test</c>: whether procedures do what their scenarios say.</summary>
internal static class ProcedureTestCommand
{
    public static Command Create(Func<ParseResult, CallSettings> read)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Scenarios, procedures or folders of them (default: all of the library)",
            Arity = ArgumentArity.ZeroOrMore,
            HelpName = "PATH",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command(
            "test",
            """
            Play the scenarios of procedures; the exit code is 1 when something goes otherwise than written.

            Examples:
              carebot procedure test
              carebot procedure test knowledge/content/procedures/withdrawal.yaml
              carebot procedure test --library ./my-articles --json
            """)
        {
            paths,
            json,
        };
        command.SetAction((parsed, cancellation) => StoppableWork.RunAsync(
            () => Run(read(parsed), parsed.GetValue(paths) ?? [], parsed.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static int Run(CallSettings settings, string[] paths, bool json, CancellationToken cancellation)
    {
        ProcedureTest test;
        try
        {
            using (Patience.While("playing scenarios"))
            {
                var edition = LiveIndex.Open(
                    new LibraryOptions { Folder = settings.Library, IndexFolder = settings.Data.Index, KeepsIndex = false }, cancellation).Current;
                test = ProcedureTest.Run(settings.Library, settings.Today, [.. paths.Select(Path.GetFullPath)], edition.Index, cancellation);
            }
        }
        catch (FileNotFoundException missing)
        {
            throw new WrongUsageException(missing.Message.TrimEnd('.'));
        }

        if (paths.Length > 0 && test.Scenarios.Count == 0)
        {
            throw new WrongUsageException($"there is no scenario in {string.Join(", ", paths)}");
        }

        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(TestedProcedures.Of(test), CommandJson.Readable.TestedProcedures));
        }
        else
        {
            Write(test, settings.Library);
        }

        return test.IsPassed ? CareBotCommand.Done : CareBotCommand.ProblemsFound;
    }

    private static void Write(ProcedureTest test, string library)
    {
        foreach (var scenario in test.Scenarios)
        {
            Console.Out.WriteLine($"{(scenario.Passed ? "passed" : "FAILED")}  {scenario.Procedure}: {scenario.Name}");
            if (scenario.Message is { } message)
            {
                Console.Out.WriteLine(FromHere(library, scenario.File, message));
            }
        }

        foreach (var missing in test.Coverage.Missing)
        {
            Console.Out.WriteLine($"not covered  {missing.Procedure}: {missing.Step}, line {missing.Line.ToString(CultureInfo.InvariantCulture)}");
        }

        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{test.Scenarios.Count} scenarios, {test.Scenarios.Count(scenario => !scenario.Passed)} failed; steps {test.Coverage.Steps:P1}, table rows {test.Coverage.Rows:P1}"));
    }

    // Terminals and editors make a link of a path that leads there from the current folder.
    private static string FromHere(string library, string file, string message) => Path.IsPathRooted(file)
        ? message
        : message.Replace(file, Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(library, file)).Replace('\\', '/'), StringComparison.Ordinal);
}

/// <summary>What <c>procedure test --json</c> prints.</summary>
internal sealed record TestedProcedures(IReadOnlyList<TestedScenario> Scenarios, TestedProcedures.Covered Coverage)
{
    public static TestedProcedures Of(ProcedureTest test) => new(
        test.Scenarios,
        new(test.Coverage.Steps, test.Coverage.Rows, [.. test.Coverage.Missing.Select(missing => new NotReached(missing.Procedure, missing.Step, missing.Line))]));

    /// <summary>Shares lie between 0 and 1.</summary>
    internal sealed record Covered(double Steps, double Rows, IReadOnlyList<NotReached> Missing);

    internal sealed record NotReached(string Procedure, string Step, int Line);
}
