using CareBot.Desk;
using CareBot.Host.Desk;
using CareBot.Host.Tests.Actions;
using CareBot.Host.Turns;
using CareBot.Procedures.Engine;
using CareBot.Turns;
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

    [Theory]
    [InlineData("", Refusal.Incomplete)]
    [InlineData("tanti", Refusal.NotReadable)]
    public async Task Task_is_not_done_before_what_it_asks_for_is_filled_in_and_can_be_read(string typed, Refusal why)
    {
        using var library = new ParcelLibrary("http://127.0.0.1:9");
        library.Write("procedures/check.yaml", Procedure("check", "controlla lampada", "2d!")
            .Replace("steps:", "slots:\n  lamps: { type: integer, label: { it: il numero di lampade, en: the number of lamps } }\nsteps:", StringComparison.Ordinal)
            .Replace("due: 2d!", "due: 2d!\n    fills: [lamps]", StringComparison.Ordinal));
        await using var app = new CareBotApp(("Library:Path", library.Path));
        await app.SayAsync("c1", null, "controlla lampada");
        var run = Assert.Single(app.Get<DeskView>().Transcript(new("c1"))!.Runs);
        var task = Assert.Single(run.Tasks);

        var refused = Assert.IsType<DeskOutcome.Refused>(await FinishAsync(typed));
        Assert.Equal((why, "il numero di lampade"), (refused.Why, refused.For?.Italian));
        Assert.IsType<DeskOutcome.Done>(await FinishAsync("3"));
        await app.Channel.SentAsync(new("c1"), reply => reply.Text == "Fatto.");

        Task<DeskOutcome> FinishAsync(string lamps) => app.Get<CareDesk>().FinishTaskAsync(
            new("c1"), Davide, run.Id, task.Id, done: true, new Dictionary<string, string> { ["lamps"] = lamps }, CancellationToken.None);
    }

    [Fact]
    public async Task Decision_of_a_role_is_taken_by_its_members_alone()
    {
        using var library = new ParcelLibrary("http://127.0.0.1:9");
        library.Write("care-model.yaml", "queues: { care: { it: Assistenza, en: Care } }\nroles: { lead: { it: Responsabile, en: Lead } }\nmembers: { lead: [Sara] }\n");
        library.Write("procedures/check.yaml", Procedure("check", "controlla lampada", "2d!")
            .Replace("task: {", "approve: {", StringComparison.Ordinal)
            .Replace("queue: care", "role: lead", StringComparison.Ordinal)
            .Replace("due: 2d!", "due: 2d!\n    on: { \"yes\": tell, \"no\": over }", StringComparison.Ordinal));
        await using var app = new CareBotApp(("Library:Path", library.Path));
        await app.SayAsync("c1", null, "controlla lampada");
        var run = Assert.Single(app.Get<DeskView>().Transcript(new("c1"))!.Runs);
        var question = Assert.Single(run.Tasks);

        Assert.Equal(Refusal.NotYours, Assert.IsType<DeskOutcome.Refused>(await ApproveAsync(Davide)).Why);
        Assert.IsType<DeskOutcome.Done>(await ApproveAsync(Sara));
        await app.Channel.SentAsync(new("c1"), reply => reply.Text == "Fatto.");

        Task<DeskOutcome> ApproveAsync(Agent agent) => app.Get<CareDesk>().FinishTaskAsync(
            new("c1"), agent, run.Id, question.Id, done: true, new Dictionary<string, string>(), CancellationToken.None);
    }

    [Fact]
    public async Task Alert_stands_on_the_list_of_its_queue_until_somebody_has_seen_to_it()
    {
        using var library = new ParcelLibrary("http://127.0.0.1:9");
        await using var app = new CareBotApp(("Library:Path", library.Path));
        await app.SayAsync("c1", null, "quali sono gli orari del negozio?");
        await app.Get<TurnRunner>().TakeAsync(
            new Incoming { Conversation = new("c1"), Input = new Input.ActionReturned(new("c1~1"), "receipt", ActionCall.Mail, new ActionResult.Failed("unavailable", "no answer")) },
            CancellationToken.None);
        var desk = app.Get<DeskView>();

        var line = Assert.Single(desk.Lists().Tasks);
        Assert.Equal(["care"], line.For);
        Assert.IsType<DeskOutcome.Done>(await app.Get<CareDesk>().SettleAlertAsync(new("c1"), Davide, line.Conversation.Alerts[0].Id, CancellationToken.None));

        Assert.Empty(desk.Lists().Tasks);
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
