using CareBot.Host.Desk;
using CareBot.Host.Tests.Actions;
using static CareBot.Host.Tests.Desk.Customers;

namespace CareBot.Host.Tests.Desk;

/// <summary>What procedures ask of people while the bot has the conversation.</summary>
public class DeskTasksTests
{
    [Fact]
    public async Task Tasks_are_listed_with_what_is_due_first_and_gone_when_they_are_done()
    {
        using var library = new ParcelLibrary("http://127.0.0.1:9");
        library.Write("procedures/check.yaml", Procedure("check", "controlla lampada", "2d!"));
        library.Write("procedures/look.yaml", Procedure("look", "guarda tavolo", "1d!"));
        await using var app = new CareBotApp(("Library:Path", library.Path));
        await app.SayAsync("c1", null, "controlla lampada");
        await app.SayAsync("c2", null, "guarda tavolo");
        await app.SayAsync("c3", null, "controlla lampada", "operatore");
        var desk = app.Get<DeskView>();

        Assert.Equal(["c2", "c1"], desk.Lists().Tasks.Select(line => line.Id.Value));
        var run = Assert.Single(desk.Transcript(new("c2"))!.Runs);
        var task = Assert.Single(run.Tasks);
        Assert.IsType<DeskOutcome.Done>(await app.Get<CareDesk>().FinishTaskAsync(
            new("c2"), Davide, run.Id, task.Id, done: true, new Dictionary<string, string>(), CancellationToken.None));

        Assert.Equal(["c1"], desk.Lists().Tasks.Select(line => line.Id.Value));
        await app.Channel.SentAsync(new("c2"), reply => reply.Text == "Fatto.");
    }

    private static string Procedure(string id, string start, string due) => $$"""
        procedure: {{id}}
        title: { it: "{{id}}", en: "{{id}}" }
        version: 1
        start: { it: [{{start}}], en: [{{id}} it] }
        steps:
          - id: work
            task: { it: "Guardare.", en: "Look." }
            queue: care
            due: {{due}}
          - id: tell
            say: { it: "Fatto.", en: "Done." }
          - id: over
            end: resolved
        """;
}
