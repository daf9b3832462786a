using System.Diagnostics;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary><c>carebot procedure …</c> on a library of one procedure with every kind of step.</summary>
public sealed class ProcedureCommandTests : IDisposable
{
    private const string Scenario = "procedures/lamp-return/scenarios/returned.md";

    private readonly TemporaryFolder folder = new();
    private readonly string library;

    public ProcedureCommandTests()
    {
        var source = Path.GetFullPath(Path.Combine(CareBotProcess.ShippedLibrary, "..", "..", "tests", "CareBot.Knowledge.Tests", "Procedures", "Library"));
        library = Path.Combine(folder.Path, "library");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(library, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Scenarios_that_go_as_written_are_exit_code_0_and_say_what_they_come_to()
    {
        var test = await CommandLine.RunAsync("procedure", "test", "--library", library);

        Assert.Equal((0, ""), (test.ExitCode, string.Concat(test.Output.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("passed  ", StringComparison.Ordinal)))));
        Assert.Contains("7 scenarios, 0 failed; steps 100", test.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_that_was_broken_by_hand_is_exit_code_1_with_the_place_in_the_scenario()
    {
        Break();
        var here = CommandLine.StartInfo(["procedure", "test", "--library", library]);
        here.WorkingDirectory = library;

        var test = await CommandLine.RunAsync(here);

        Assert.Equal(1, test.ExitCode);
        Assert.Contains($"\n{Scenario}:18: expected ", test.Output, StringComparison.Ordinal);
        Assert.Contains("7 scenarios, 1 failed", test.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_read_what_became_of_scenarios_as_JSON()
    {
        Break();

        var test = await CommandLine.RunAsync("procedure", "test", Path.Combine(library, Scenario), "--library", library, "--json");

        var json = JsonDocument.Parse(test.Output).RootElement;
        Assert.Equal(1, test.ExitCode);
        Assert.Equal(["scenarios", "coverage"], Names(json));
        var scenario = json.GetProperty("scenarios")[0];
        Assert.Equal(["procedure", "name", "file", "passed", "message"], Names(scenario));
        Assert.Equal(("lamp-return", Scenario, false), (scenario.GetProperty("procedure").GetString(), scenario.GetProperty("file").GetString(), scenario.GetProperty("passed").GetBoolean()));
        Assert.Equal(["steps", "rows", "missing"], Names(json.GetProperty("coverage")));
        Assert.InRange(json.GetProperty("coverage").GetProperty("steps").GetDouble(), 0.01, 0.99);
        Assert.Equal(["procedure", "step", "line"], Names(json.GetProperty("coverage").GetProperty("missing")[0]));
    }

    [Theory]
    [InlineData("mermaid", "flowchart TD\n")]
    [InlineData("markdown", "# Return of the lamp (lamp-return 1)\n")]
    [InlineData("html", "<!doctype html>\n<html lang=\"en\">\n")]
    public async Task Procedure_is_shown_to_people(string format, string beginning)
    {
        var show = await CommandLine.RunAsync("procedure", "show", "lamp-return", "--format", format, "--language", "en", "--library", library);

        Assert.Equal(0, show.ExitCode);
        Assert.StartsWith(beginning, show.Output);
    }

    [Fact]
    public async Task Procedure_is_played_in_the_terminal()
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-c",
                """
                printf '%s\n' A100 ':answer shop.order {"total": 64.90, "delivered_on": "2020-01-01"}' 'second thoughts' |
                  dotnet "$0" procedure run lamp-return --language en --library "$1"
                """,
                CareBotProcess.Program,
                library,
            },
        };

        var run = await CommandLine.RunAsync(start);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("B: What is the order number?\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("? shop.order waits for :answer shop.order", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("B: More than 14 days have passed: it can no longer be returned.\n", run.Output);
    }

    [Theory]
    [InlineData("show", "lamp-retrun", "did you mean lamp-return?")]
    [InlineData("run", "nothing", "There are: bank-account, lamp-return.")]
    [InlineData("test", "nowhere.md", "nowhere.md does not exist")]
    public async Task What_is_not_there_is_wrong_usage(string command, string name, string why)
    {
        var run = await CommandLine.RunAsync("procedure", command, name, "--library", library);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(why, run.Errors, StringComparison.Ordinal);
    }

    private void Break()
    {
        var file = Path.Combine(library, "procedures", "lamp-return.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("order.total - 5", "order.total - 6", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(JsonElement of) => of.EnumerateObject().Select(property => property.Name);
}
