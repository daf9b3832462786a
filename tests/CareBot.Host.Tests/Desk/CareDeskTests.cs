using CareBot.Desk;
using CareBot.Host.Desk;
using static CareBot.Host.Tests.Desk.Customers;

namespace CareBot.Host.Tests.Desk;

public class CareDeskTests
{
    [Fact]
    public async Task Exactly_one_of_twenty_agents_who_claim_at_once_has_the_conversation()
    {
        await using var app = new CareBotApp();
        var waiting = await app.SayAsync("c1", "Luca Ferri", "operatore");
        var agents = Enumerable.Range(0, 20).Select(n => new Agent(new($"agent-{n}"), $"Agent {n}")).ToList();

        var outcomes = await Task.WhenAll(agents.Select(agent =>
            Task.Run(() => app.Get<CareDesk>().ClaimAsync(waiting, agent, CancellationToken.None))));

        var winner = agents[Array.FindIndex(outcomes, outcome => outcome is DeskOutcome.Done)];
        Assert.Equal(new DeskOutcome.Refused(Refusal.AlreadyTaken, winner), Assert.Single(outcomes.Where(o => o is not DeskOutcome.Done).Distinct()));
        Assert.Equal(19, outcomes.Count(outcome => outcome is DeskOutcome.Refused));
        Assert.Equal(winner, Assert.Single(app.Get<DeskView>().Lists().Open).Agent);
    }

    [Fact]
    public async Task Reply_reaches_the_customer_in_the_agents_name_and_a_note_does_not()
    {
        await using var app = new CareBotApp();
        var desk = app.Get<CareDesk>();
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        await desk.ClaimAsync(conversation, Davide, CancellationToken.None);

        await desk.NoteAsync(conversation, Davide, "cliente abituale", CancellationToken.None);
        await desk.ReplyAsync(conversation, Davide, "  Buongiorno Luca\n", CancellationToken.None);

        var sent = await app.Channel.SentAsync(conversation, reply => reply.Agent is not null);
        Assert.Equal("Buongiorno Luca", Assert.Single(sent, reply => reply.Agent == Davide).Text);
        Assert.DoesNotContain(sent, reply => reply.Text.Contains("abituale", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Customer_is_asked_for_a_rating_when_the_agent_closes()
    {
        await using var app = new CareBotApp();
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        await app.Get<CareDesk>().ClaimAsync(conversation, Davide, CancellationToken.None);

        var outcome = await app.Get<CareDesk>().CloseAsync(conversation, Davide, CancellationToken.None);

        Assert.IsType<DeskOutcome.Done>(outcome);
        var sent = await app.Channel.SentAsync(conversation, reply => reply.Choices.Count == 5);
        Assert.Equal(["1", "2", "3", "4", "5"], sent[^1].Choices);
        Assert.Empty(app.Get<DeskView>().Lists().Open);
    }

    [Fact]
    public async Task Agent_cannot_answer_for_another()
    {
        await using var app = new CareBotApp();
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        await app.Get<CareDesk>().ClaimAsync(conversation, Sara, CancellationToken.None);

        var outcome = await app.Get<CareDesk>().ReplyAsync(conversation, Davide, "Buongiorno", CancellationToken.None);

        Assert.Equal(new DeskOutcome.Refused(Refusal.NotWithYou, Sara), outcome);
    }

    [Fact]
    public async Task Exactly_one_of_twenty_colleagues_who_take_over_at_once_has_the_conversation()
    {
        await using var app = new CareBotApp();
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        await app.Get<CareDesk>().ClaimAsync(conversation, Sara, CancellationToken.None);
        var agents = Enumerable.Range(0, 20).Select(n => new Agent(new($"agent-{n}"), $"Agent {n}")).ToList();

        var outcomes = await Task.WhenAll(agents.Select(agent =>
            Task.Run(() => app.Get<CareDesk>().TakeOverAsync(conversation, agent, Sara.Id, CancellationToken.None))));

        var winner = agents[Array.FindIndex(outcomes, outcome => outcome is DeskOutcome.Done)];
        Assert.Equal(19, outcomes.Count(outcome => outcome == new DeskOutcome.Refused(Refusal.AlreadyTaken, winner)));
        Assert.Equal(winner, Assert.Single(app.Get<DeskView>().Lists().Open).Agent);
    }

    [Fact]
    public async Task Conversation_that_is_given_back_waits_again_before_those_who_came_later()
    {
        await using var app = new CareBotApp();
        var first = await app.SayAsync("c1", "Luca Ferri", "operatore");
        await app.Get<CareDesk>().ClaimAsync(first, Sara, CancellationToken.None);
        var later = await app.SayAsync("c2", "Anna Riva", "operatore");

        var outcome = await app.Get<CareDesk>().ReleaseAsync(first, Sara, CancellationToken.None);

        Assert.IsType<DeskOutcome.Done>(outcome);
        Assert.Equal([first, later], app.Get<DeskView>().Lists().Waiting.Select(line => line.Id));
    }

    [Fact]
    public async Task Text_without_words_or_beyond_the_limit_is_refused_and_one_at_the_limit_is_sent()
    {
        await using var app = new CareBotApp();
        var desk = app.Get<CareDesk>();
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        await desk.ClaimAsync(conversation, Davide, CancellationToken.None);

        Assert.IsType<DeskOutcome.Empty>(await desk.ReplyAsync(conversation, Davide, " \n ", CancellationToken.None));
        Assert.IsType<DeskOutcome.TooLong>(await desk.ReplyAsync(conversation, Davide, new('a', 4_001), CancellationToken.None));
        Assert.IsType<DeskOutcome.Done>(await desk.ReplyAsync(conversation, Davide, new('a', 4_000), CancellationToken.None));
    }

    [Fact]
    public async Task Act_on_a_conversation_that_never_was_is_answered_with_unknown()
    {
        await using var app = new CareBotApp();

        var outcome = await app.Get<CareDesk>().ClaimAsync(new("nowhere"), Davide, CancellationToken.None);

        Assert.IsType<DeskOutcome.Unknown>(outcome);
    }
}
