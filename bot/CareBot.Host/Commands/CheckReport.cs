using System.CommandLine;
using CareBot.Knowledge.Reading;

namespace CareBot.Host.Commands;

/// <summary>How a check tells what it found: as text for people, or as JSON or SARIF for programs.</summary>
internal sealed class CheckReport
{
    private readonly Option<bool> json = new("--json") { Description = "Print JSON" };
    private readonly Option<bool> sarif = new("--sarif") { Description = "Print SARIF 2.1.0, for code scanning" };

    /// <summary>Lets a command be asked for either.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(json);
        command.Options.Add(sarif);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(sarif))
            {
                parsed.AddError("--json and --sarif exclude each other.");
            }
        });
    }

    /// <summary>Prints what was found.</summary>
    /// <param name="parsed">What was asked for.</param>
    /// <param name="folder">The library's.</param>
    /// <param name="problems">What was found, by path and line.</param>
    /// <param name="asJson">The whole as JSON.</param>
    /// <param name="checkedOnes">What was checked, counted: "198 articles".</param>
    /// <returns>The exit code.</returns>
    public int Print(ParseResult parsed, string folder, IReadOnlyList<Problem> problems, Func<string> asJson, string checkedOnes)
    {
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        var (isJson, isSarif) = (parsed.GetValue(json), parsed.GetValue(sarif));
        Console.Out.Write(
            isJson ? asJson() + Environment.NewLine
            : isSarif ? SarifLog.Write(folder, problems) + Environment.NewLine
            : string.Concat(problems.Select(problem => FromHere(folder, problem) + Environment.NewLine)));
        if (!isJson && !isSarif)
        {
            Console.Error.WriteLine($"{checkedOnes}, {Count(errors, "error")}, {Count(problems.Count - errors, "warning")}");
        }

        return errors > 0 ? CareBotCommand.ProblemsFound : CareBotCommand.Done;
    }

    /// <summary>A number with what it counts.</summary>
    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    // Terminals and editors make a link of a path that leads there from the current folder.
    private static Problem FromHere(string library, Problem problem) => Path.IsPathRooted(problem.Path)
        ? problem
        : problem with { Path = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(library, problem.Path)).Replace('\\', '/') };
}
