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
        await StopAsync(check, signal);

        Assert.Equal((exitCode, "", ""), (check.ExitCode, await output, await errors));
        Assert.Empty(Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Stopped_impact_takes_away_the_articles_that_it_had_fetched_from_git(string signal, int exitCode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var library = Large(folder);
        await GitAsync(library, "init", "--quiet");
        await GitAsync(library, "add", ".");
        await GitAsync(library, "-c", "user.name=Editor", "-c", "user.email=editor@example.com", "commit", "--quiet", "-m", "articles");
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName;
        var aside = Directory.CreateDirectory(Path.Combine(folder.Path, "aside")).FullName;
        var start = CommandLine.StartInfo(["library", "impact", "--against", "HEAD", "--data", data, "--library", library]);
        start.Environment["TMPDIR"] = aside;
        using var impact = Process.Start(start)!;
        var output = impact.StandardOutput.ReadToEndAsync();
        var errors = impact.StandardError.ReadToEndAsync();
        for (var tries = 0; Fetched(aside) < Articles && tries < 300; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(Articles, Fetched(aside));
        await Task.Delay(Start);
        await StopAsync(impact, signal);

        Assert.Equal((exitCode, "", ""), (impact.ExitCode, await output, await errors));
        Assert.Equal(0, Fetched(aside));
    }

    private static async Task StopAsync(Process command, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", command.Id.ToString(CultureInfo.InvariantCulture)])!;
        using var limit = new CancellationTokenSource(EndMax);
        try
        {
            await command.WaitForExitAsync(limit.Token);
        }
        finally
        {
            command.Kill();
        }
    }

    private static int Fetched(string aside) => Directory.EnumerateFiles(aside, "*.md", SearchOption.AllDirectories).Count();

    private static async Task GitAsync(string folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]))!;
        await git.WaitForExitAsync();
        Assert.Equal(0, git.ExitCode);
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
