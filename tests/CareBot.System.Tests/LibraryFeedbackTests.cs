using System.Diagnostics;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>What real conversations tell editors about their articles.</summary>
public class LibraryFeedbackTests
{
    [Fact]
    public async Task Editor_learns_what_is_missing_from_conversations_and_starts_from_a_draft()
    {
        using var folder = new TemporaryFolder();
        var library = folder.CopyOfLibrary();
        var data = Path.Combine(folder.Path, "data");
        await using var carebot = await CareBotProcess.StartAsync(data, $"--Library:Path={library}");
        foreach (var words in (string[])["fate tatuaggi henné?", "tatuaggi henné", "fate anche tatuaggi henné mi chiamo Ginevra Zanotti"])
        {
            await TalkAsync(carebot, words);
        }

        await TalkAsync(carebot, "quanto costa la spedizione?", "No");

        // Beside the running service.
        var gaps = await CommandLine.RunAsync("library", "gaps", "--json", "--data", data, "--library", library, "--draft", library);

        Assert.Equal((0, ""), (gaps.ExitCode, gaps.ExitCode == 0 ? "" : gaps.Errors));
        Assert.DoesNotContain("Zanotti", gaps.Output, StringComparison.Ordinal);
        var found = JsonDocument.Parse(gaps.Output).RootElement.GetProperty("gaps").EnumerateArray().ToList();
        Assert.Equal(2, found.Count);
        Assert.Equal(3, found[0].GetProperty("contacts").GetInt32());
        Assert.Equal(3, found[0].GetProperty("typical").GetArrayLength());
        Assert.Contains("tatuaggi", found[0].GetProperty("typical")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("delivery-costs", found[1].GetProperty("nearest").GetProperty("article").GetString());
        Assert.Equal("didNotHelp", found[1].GetProperty("why").GetProperty("is").GetString());
        Assert.Equal(1, found[1].GetProperty("outcomes").GetProperty("didNotHelp").GetInt32());

        // What customers have said counts for editors as it does for customers.
        var asked = await CommandLine.RunAsync("ask", "quanto costa la spedizione?", "--json", "--data", data, "--library", library);
        Assert.Equal(
            JsonDocument.Parse(asked.Output).RootElement.GetProperty("confidence").GetDouble(),
            found[1].GetProperty("nearest").GetProperty("confidence").GetDouble());

        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(library, "it"), "gap-*.md").Count());
        var check = await CommandLine.RunAsync("library", "check", "--library", library);
        Assert.Equal((0, ""), (check.ExitCode, check.Output));

        var again = await CommandLine.RunAsync("library", "gaps", "--data", data, "--library", library, "--draft", library);
        Assert.Contains("not drafted", again.Errors, StringComparison.Ordinal);
        Assert.Contains("did not help 1 time", again.Output, StringComparison.Ordinal);

        await carebot.KillAsync();
        Assert.Equal(0, (await CommandLine.RunAsync("metrics", "rebuild", "--data", data)).ExitCode);
        var rebuilt = await CommandLine.RunAsync("library", "gaps", "--json", "--data", data, "--library", library);
        Assert.Equal(Gaps(gaps.Output), Gaps(rebuilt.Output));
    }

    [Fact]
    public async Task Editor_sees_whose_answers_an_edit_takes_away_before_customers_do()
    {
        using var folder = new TemporaryFolder();
        var library = folder.CopyOfLibrary();
        await GitAsync(library, "init", "--quiet");
        await GitAsync(library, "add", ".");
        await GitAsync(library, "-c", "user.name=Editor", "-c", "user.email=editor@example.com", "commit", "--quiet", "-m", "articles");
        var data = Path.Combine(folder.Path, "data");
        await using (var carebot = await CareBotProcess.StartAsync(data, $"--Library:Path={library}"))
        {
            await TalkAsync(carebot, "quanto costa la spedizione?", "Sì");
            await TalkAsync(carebot, "come faccio ad avere un rimborso?");
        }

        Task<CommandLine> ImpactAsync(string against) =>
            CommandLine.RunAsync("library", "impact", "--against", against, "--json", "--data", data, "--library", library);

        var unchanged = await ImpactAsync("HEAD");
        Assert.Equal((0, ""), (unchanged.ExitCode, unchanged.ExitCode == 0 ? "" : unchanged.Errors));
        Assert.Equal(2, JsonDocument.Parse(unchanged.Output).RootElement.GetProperty("questions").GetInt32());
        Assert.Equal(0, JsonDocument.Parse(unchanged.Output).RootElement.GetProperty("changes").GetArrayLength());

        foreach (var article in (string[])["delivery-costs.md", "refund-times.md"])
        {
            File.Delete(Assert.Single(Directory.EnumerateFiles(Path.Combine(library, "it"), article, SearchOption.AllDirectories)));
        }

        var edited = await ImpactAsync("HEAD");
        Assert.Equal(1, edited.ExitCode);
        var changes = JsonDocument.Parse(edited.Output).RootElement.GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal(2, changes.Count);
        Assert.True(changes[0].GetProperty("hurtsHelpful").GetBoolean());
        Assert.Equal("quanto costa la spedizione?", changes[0].GetProperty("question").GetString());
        Assert.Equal("delivery-costs", changes[0].GetProperty("before").GetProperty("article").GetString());
        Assert.False(changes[1].GetProperty("hurtsHelpful").GetBoolean());

        var folderToo = await ImpactAsync(CareBotProcess.ShippedLibrary);
        Assert.Equal(edited.Output, folderToo.Output);

        var missing = await ImpactAsync("no-such-branch");
        Assert.Equal((2, ""), (missing.ExitCode, missing.Output));
        Assert.Contains("no-such-branch", missing.Errors, StringComparison.Ordinal);

        var start = CommandLine.StartInfo(["library", "impact", "--against", "HEAD", "--data", data, "--library", library]);
        start.FileName = Environment.ProcessPath!;
        start.Environment["PATH"] = folder.Path;
        var withoutGit = await CommandLine.RunAsync(start);
        Assert.Equal(2, withoutGit.ExitCode);
        Assert.Contains("needs git", withoutGit.Errors, StringComparison.Ordinal);
    }

    private static async Task TalkAsync(CareBotProcess carebot, params string[] words)
    {
        using var visitor = await Visitor.ArriveAsync(carebot.Address);
        foreach (var said in words)
        {
            await visitor.AnswerToAsync(await visitor.SayAsync(said));
        }
    }

    private static string Gaps(string json) => JsonDocument.Parse(json).RootElement.GetProperty("gaps").GetRawText();

    private static async Task GitAsync(string folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]))!;
        await git.WaitForExitAsync();
        Assert.Equal(0, git.ExitCode);
    }
}
