using System.Collections.Concurrent;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>The process is killed while customers write: nothing that was acknowledged is lost, nothing happens twice.</summary>
public class CrashTests
{
    private const int Rounds = 5;
    private const int Customers = 8;

    [Fact]
    public async Task Every_acknowledged_message_is_there_and_answered_once_after_kills()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        var visitors = await Task.WhenAll(Enumerable.Range(0, Customers).Select(_ => Visitor.ArriveAsync(carebot.Address)));
        var acknowledged = new ConcurrentDictionary<string, ConcurrentBag<string>>();

        for (var round = 0; round < Rounds; round++)
        {
            using var stop = new CancellationTokenSource();
            var talking = visitors.Select(visitor => TalkAsync(visitor, acknowledged, stop.Token)).ToList();
            await Task.Delay(Random.Shared.Next(400, 1_200));
            await carebot.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(talking);
            await carebot.StartAgainAsync();
        }

        foreach (var visitor in visitors)
        {
            foreach (var activity in acknowledged.GetValueOrDefault(visitor.Conversation) ?? [])
            {
                await visitor.AnswerToAsync(activity);
            }

            var history = await visitor.HistoryAsync();
            var ids = history.Select(said => Visitor.Text(said, "id")).ToList();
            Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
            Assert.All(acknowledged.GetValueOrDefault(visitor.Conversation) ?? [], activity => Assert.Contains(activity, ids));

            // One message, one answer: the introduction, which answers the first words too, is made at the start.
            var answers = history.Where(said => Visitor.Text(said, "replyToId") != "").GroupBy(said => Visitor.Text(said, "replyToId"));
            Assert.All(answers, answer => Assert.Single(answer));
            visitor.Dispose();
        }

        Assert.NotEmpty(acknowledged);
    }

    [Fact]
    public async Task Queue_is_as_it_was_after_a_kill_and_the_figures_agree()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        using var anna = await Visitor.ArriveAsync(carebot.Address);
        using var ben = await Visitor.ArriveAsync(carebot.Address, "en-GB");
        await anna.AnswerToAsync(await anna.SayAsync("quanto costa la spedizione?"));
        await anna.SayAsync("operatore");
        await ben.SayAsync("I want to talk to a person");

        await carebot.KillAsync();
        var offline = await CommandLine.RunAsync("metrics", "report", "--data", folder.Path, "--json");
        await carebot.StartAgainAsync();
        var beside = await CommandLine.RunAsync("metrics", "report", "--data", folder.Path, "--json");
        await anna.SayAsync("ci siete?");
        await carebot.KillAsync();
        var before = await CommandLine.RunAsync("metrics", "report", "--data", folder.Path, "--json");
        var rebuilt = await CommandLine.RunAsync("metrics", "rebuild", "--data", folder.Path);
        var after = await CommandLine.RunAsync("metrics", "report", "--data", folder.Path, "--json");

        var report = JsonDocument.Parse(offline.Output).RootElement;
        Assert.Equal(2, report.GetProperty("contacts").GetInt32());
        Assert.Equal(2, report.GetProperty("handoffs").GetInt32());
        Assert.Equal(offline.Output, beside.Output);
        Assert.Equal(0, rebuilt.ExitCode);
        Assert.Equal(before.Output, after.Output);

        // The bot kept silent: who waits for a person is not answered by a machine, before the kill or after.
        await carebot.StartAgainAsync();
        var last = (await anna.HistoryAsync())[^1];
        Assert.Equal("ci siete?", Visitor.Text(last, "text"));
    }

    private static async Task TalkAsync(
        Visitor visitor, ConcurrentDictionary<string, ConcurrentBag<string>> acknowledged, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var activity = await visitor.SayAsync("quanto costa la spedizione?");
                acknowledged.GetOrAdd(visitor.Conversation, _ => []).Add(activity);
                await Task.Delay(20, CancellationToken.None);
            }
            catch (HttpRequestException)
            {
                // The process is dead: what was under way was not acknowledged.
                return;
            }
        }
    }
}
