namespace CareBot.SystemTests;

/// <summary>Files are broken while the service runs or before it starts: each is reported or heals.</summary>
public class DamageTests
{
    [Fact]
    public async Task Broken_article_is_reported_and_its_last_good_version_goes_on_answering()
    {
        using var folder = new TemporaryFolder();
        var library = folder.CopyOfLibrary();
        await using var carebot = await CareBotProcess.StartAsync(Path.Combine(folder.Path, "data"), "--library", library);
        using var visitor = await Visitor.ArriveAsync(carebot.Address);
        var article = Path.Combine(library, "it", "faq", "delivery", "delivery-costs.md");

        var good = File.ReadAllText(article);
        File.WriteAllText(article, good.Replace("status: published", "status: publishd", StringComparison.Ordinal));
        await UntilAsync(() => carebot.Output.Contains("delivery-costs.md:", StringComparison.Ordinal));
        var answer = await visitor.AnswerToAsync(await visitor.SayAsync("quanto costa la spedizione?"));

        await carebot.KillAsync();
        await carebot.StartAgainAsync();
        var afterRestart = await visitor.AnswerToAsync(await visitor.SayAsync("quanto costa la spedizione?"));
        File.WriteAllText(article, good);
        await UntilAsync(() => carebot.Output.Contains("delivery-costs.md: no longer CB108", StringComparison.Ordinal));

        Assert.Contains("5,90", answer, StringComparison.Ordinal);
        Assert.Contains("5,90", afterRestart, StringComparison.Ordinal);
        Assert.Matches(@"it/faq/delivery/delivery-costs\.md:\d+:\d+: error CB108: .*status.*published", carebot.Output);
    }

    [Fact]
    public async Task Edited_article_answers_within_seconds_without_a_restart()
    {
        using var folder = new TemporaryFolder();
        var library = folder.CopyOfLibrary();
        await using var carebot = await CareBotProcess.StartAsync(Path.Combine(folder.Path, "data"), "--library", library);
        using var visitor = await Visitor.ArriveAsync(carebot.Address);
        var article = Path.Combine(library, "it", "faq", "delivery", "delivery-costs.md");

        File.WriteAllText(article, File.ReadAllText(article).Replace("5,90", "6,40", StringComparison.Ordinal));
        await UntilAsync(() => carebot.Output.Contains("Library taken up", StringComparison.Ordinal));
        var answer = await visitor.AnswerToAsync(await visitor.SayAsync("quanto costa la spedizione?"));

        Assert.Contains("6,40", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_index_and_metrics_heal_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        using var visitor = await Visitor.ArriveAsync(carebot.Address);
        await visitor.AnswerToAsync(await visitor.SayAsync("quanto costa la spedizione?"));
        await carebot.KillAsync();
        var before = await CommandLine.RunAsync("metrics", "report", "--data", folder.Path, "--json");

        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Path, "index"), "*", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, "not an index");
        }

        File.WriteAllText(Path.Combine(folder.Path, "metrics.db"), "not a database");
        await carebot.StartAgainAsync();
        var answer = await visitor.AnswerToAsync(await visitor.SayAsync("quanto costa la spedizione?"));
        await UntilAsync(() => Directory.EnumerateFiles(folder.Path, "metrics.db.damaged-*").Any());
        await carebot.KillAsync();
        var after = await CommandLine.RunAsync("metrics", "report", "--data", folder.Path, "--json");

        Assert.Contains("5,90", answer, StringComparison.Ordinal);
        Assert.Equal(Contacts(before.Output), Contacts(after.Output));
    }

    [Fact]
    public async Task Second_service_on_the_same_data_is_refused_in_a_sentence()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);

        var second = await CommandLine.RunAsync("serve", "--data", folder.Path, "--urls=http://127.0.0.1:0");

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("in use by another carebot", second.Errors, StringComparison.Ordinal);
    }

    private static int Contacts(string report) =>
        System.Text.Json.JsonDocument.Parse(report).RootElement.GetProperty("contacts").GetInt32();

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var end = Environment.TickCount64 + 30_000; !condition(); await Task.Delay(50))
        {
            Assert.True(Environment.TickCount64 < end, "It did not happen within 30 seconds.");
        }
    }
}
