using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>What an operator gets who publishes the program and carries the folder away.</summary>
public class PublishedProgramTests
{
    [Fact]
    public async Task Published_program_answers_from_the_library_beside_it_wherever_it_is_called_from()
    {
        using var folder = new TemporaryFolder();
        var published = Path.Combine(folder.Path, "carried", "away");
        await PublishAsync(published);
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder.Path, "elsewhere")).FullName;

        var asked = await RunAsync(published, elsewhere, "ask", "quanto costa la spedizione?", "--json");
        var check = await RunAsync(published, elsewhere, "library", "check");

        Assert.Equal(0, asked.ExitCode);
        Assert.Equal("delivery-costs", JsonDocument.Parse(asked.Output).RootElement.GetProperty("answer").GetProperty("id").GetString());
        Assert.Equal(0, check.ExitCode);
        var procedures = Path.Combine(CareBotProcess.ShippedLibrary, "procedures") + Path.DirectorySeparatorChar;
        var shipped = Directory.EnumerateFiles(CareBotProcess.ShippedLibrary, "*.md", SearchOption.AllDirectories)
            .Count(path => !path.StartsWith(procedures, StringComparison.Ordinal));
        Assert.Contains($"{shipped} articles", check.Errors, StringComparison.Ordinal);
    }

    private static async Task PublishAsync(string folder)
    {
        var publish = await CommandLine.RunAsync(Redirected(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "publish", Path.Combine(Told("Repository"), "bot", "CareBot.Host"),
                "--no-build", "-c", Told("Configuration"), "-o", folder,
            },
        }));
        Assert.True(publish.ExitCode == 0, publish.Output);
    }

    private static Task<CommandLine> RunAsync(string published, string workingFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(published, OperatingSystem.IsWindows() ? "carebot.exe" : "carebot"), arguments)
        {
            WorkingDirectory = workingFolder,
        };
        return CommandLine.RunAsync(Redirected(start));
    }

    private static ProcessStartInfo Redirected(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    private static string Told(string key) => typeof(PublishedProgramTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == key).Value!;
}
