using System.Diagnostics;

namespace CareBot.SystemTests;

/// <summary>What <c>.ci/run</c> says of a change, with tools that only pretend.</summary>
public sealed class ContinuousIntegrationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Failed_step_fails_the_run_and_is_counted_for_no_test()
    {
        var run = await RunAsync(dotnet: """
            case $1 in
              test) echo 'Passed!  - Failed:     0, Passed:     7, Skipped:     0, Total:     7' ;;
              format) exit 2 ;;
            esac
            """);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Failed step: format\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n7 passed, 0 failed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_tests_are_counted_over_all_projects()
    {
        var run = await RunAsync(dotnet: """
            [ "$1" = test ] || exit 0
            echo 'Failed!  - Failed:     2, Passed:     7, Skipped:     0, Total:     9'
            echo 'Passed!  - Failed:     0, Passed:    30, Skipped:     0, Total:    30'
            exit 1
            """);

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("\n37 passed, 2 failed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conformance_suite_beside_the_repository_is_run_in_a_copy_and_counted()
    {
        LayConformanceSuite("""
            echo "$CARE_START" | grep -q 'carebot.dll.* serve' && [ -f "$1" ] || exit 2
            printf '✔ 1.01 a start\n✖ 1.02 a stop\nℹ tests 45\nℹ pass 41\nℹ fail 3\nℹ cancelled 1\n'
            exit 1
            """);

        var run = await RunAsync(dotnet: """
            [ "$1" != test ] || echo 'Passed!  - Failed:     0, Passed:     7, Skipped:     0, Total:     7'
            """);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Failed step: the conformance suite\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n48 passed, 4 failed\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["run.mjs"], Directory.EnumerateFileSystemEntries(Suite).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Without_a_conformance_suite_there_is_no_such_step()
    {
        var run = await RunAsync(dotnet: "exit 0");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("conformance", run.Output, StringComparison.Ordinal);
    }

    private string Suite => Path.Combine(folder.Path, "shared", "protocol", "conformance");

    private void LayConformanceSuite(string node)
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Suite).FullName, "run.mjs"), "");
        Pretend("npm", "");
        Pretend("node", node);
    }

    private Task<CommandLine> RunAsync(string dotnet)
    {
        var script = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "checkout", ".ci")).FullName, "run");
        File.Copy(Path.GetFullPath(Path.Combine(CareBotProcess.ShippedLibrary, "..", "..", ".ci", "run")), script);
        Pretend("dotnet", dotnet);
        Pretend("chromium", "");
        Pretend("fc-list", "echo NotoSans.ttf");
        var start = new ProcessStartInfo("bash", [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        return CommandLine.RunAsync(start);
    }

    private void Pretend(string tool, string commands)
    {
        var path = Path.Combine(folder.Path, tool);
        File.WriteAllText(path, $"#!/usr/bin/env bash\n{commands}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
