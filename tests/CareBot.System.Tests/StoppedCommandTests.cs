using System.Diagnostics;
using System.Globalization;

namespace CareBot.SystemTests;

/// <summary>Commands that somebody stops before they are done.</summary>
public class StoppedCommandTests
{
    /// <summary>Articles enough that no machine has checked them by the time it is stopped.</summary>
    private const int Articles = 3_000;

    /// <summary>Until the program is at work.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(2);

    /// <summary>The longest that somebody waits who has pressed Ctrl-C, on a busy machine.</summary>
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Stopped_check_ends_soon_with_the_exit_code_of_shells_and_leaves_nothing_half_written(string signal, int exitCode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName;
        using var check = Process.Start(CommandLine.StartInfo(["library", "check", "--data", data, "--library", Large(folder)]))!;
        var output = check.StandardOutput.ReadToEndAsync();
        var errors = check.StandardError.ReadToEndAsync();
        await Task.Delay(Start);
        using var kill = Process.Start("kill", [$"-{signal}", check.Id.ToString(CultureInfo.InvariantCulture)])!;
        using var limit = new CancellationTokenSource(EndMax);
        try
        {
            await check.WaitForExitAsync(limit.Token);
        }
        finally
        {
            check.Kill();
        }

        Assert.Equal((exitCode, "", ""), (check.ExitCode, await output, await errors));
        Assert.Empty(Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories));
    }

    /// <summary>A library in which each phrasing is claimed twice, so that its check has to wait for the search to learn.</summary>
    private static string Large(TemporaryFolder folder)
    {
        var articles = Directory.CreateDirectory(Path.Combine(folder.Path, "library", "en", "faq")).FullName;
        for (var at = 0; at < Articles; at++)
        {
            File.WriteAllText(
                Path.Combine(articles, $"thing-{at}.md"),
                $"---\nid: thing-{at}\ntitle: Where is thing {at / 2}?\nquestions: [how do I get thing {at / 2}]\n---\n\nThing {at} is on shelf {at}.\n");
        }

        return Path.Combine(folder.Path, "library");
    }
}
