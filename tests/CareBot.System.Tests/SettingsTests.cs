using System.Diagnostics;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>Every command takes its settings from where the service takes them.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task File_in_the_folder_of_the_call_names_the_data_and_the_days()
    {
        Write("""{ "Data": { "Path": "elsewhere" }, "Care": { "TimeZone": "Asia/Tokyo" } }""");

        var missing = await CommandLine.RunAsync(Here("metrics", "report"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "elsewhere"));
        var report = await CommandLine.RunAsync(Here("metrics", "report", "--from", "2026-11-24", "--json"));

        Assert.Contains(Path.Combine(folder.Path, "elsewhere"), missing.Errors, StringComparison.Ordinal);
        Assert.Equal("2026-11-23T15:00:00Z", JsonDocument.Parse(report.Output).RootElement.GetProperty("from").GetString());
    }

    [Fact]
    public async Task Environment_names_the_library_and_an_option_goes_before_it()
    {
        var check = Here("library", "check");
        check.Environment["Library__Path"] = Path.Combine(folder.Path, "typed-wrong");
        var other = Here("library", "check", "--library", Directory.CreateDirectory(Path.Combine(folder.Path, "empty")).FullName);
        other.Environment["Library__Path"] = check.Environment["Library__Path"];

        var wrong = await CommandLine.RunAsync(check);
        var right = await CommandLine.RunAsync(other);

        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("typed-wrong:1:1: error CB001", wrong.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (right.ExitCode, right.Output));
    }

    [Fact]
    public async Task Question_is_decided_by_the_rules_of_the_company()
    {
        var asked = await CommandLine.RunAsync(Here("ask", "how do I get a refund?", "--json", "--Care:WrongAnswersMax=0"));

        Assert.Equal("clarify", JsonDocument.Parse(asked.Output).RootElement.GetProperty("decision").GetString());
    }

    [Fact]
    public async Task File_that_is_no_json_is_named()
    {
        Write("{ half");

        var report = await CommandLine.RunAsync(Here("metrics", "report"));

        Assert.Equal(1, report.ExitCode);
        Assert.StartsWith($"carebot: {Path.Combine(folder.Path, "appsettings.json")} cannot be read", report.Errors, StringComparison.Ordinal);
    }

    private void Write(string settings) => File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), settings);

    private ProcessStartInfo Here(params string[] arguments)
    {
        var start = CommandLine.StartInfo(arguments);
        start.WorkingDirectory = folder.Path;
        return start;
    }
}
