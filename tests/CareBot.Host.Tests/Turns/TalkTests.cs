using CareBot.Host.Tests.Desk;
using CareBot.Host.Turns;
using CareBot.Turns;

namespace CareBot.Host.Tests.Turns;

/// <summary>A conversation with the shipped library, from the customer's words to what is sent.</summary>
public class TalkTests
{
    [Fact]
    public async Task Question_that_leans_on_the_last_answer_is_answered_with_it_in_mind()
    {
        await using var app = new CareBotApp();

        await app.SayAsync("c1", null, "quanto costa la spedizione?");
        var decision = await DecideAsync(app, "c1", "e per l'estero?");

        Assert.Equal("delivery-abroad", Assert.Single(decision.Events.OfType<CareEvent.Answered>()).Article.Value);
    }

    [Fact]
    public async Task Two_questions_in_one_message_are_both_answered_and_asked_about_once()
    {
        await using var app = new CareBotApp();

        var decision = await DecideAsync(app, "c1", "quanto costa la spedizione? e quali sono gli orari del negozio?");

        Assert.Equal(
            ["delivery-costs", "store-hours"],
            decision.Events.OfType<CareEvent.Answered>().Select(answered => answered.Article.Value));
        Assert.Single(decision.Effects.OfType<Effect.Reply>(), reply => reply.Choices.Count > 0);
    }

    [Fact]
    public async Task Bare_subject_is_asked_about_and_the_choice_is_answered()
    {
        await using var app = new CareBotApp();

        var asked = await DecideAsync(app, "c1", "consegna");
        var choices = Assert.Single(asked.Effects.OfType<Effect.Reply>(), reply => reply.Choices.Count > 0).Choices;
        var answered = await DecideAsync(app, "c1", choices[1]);

        Assert.InRange(choices.Count, 3, 4);
        Assert.Single(answered.Events.OfType<CareEvent.Answered>());
    }

    [Fact]
    public async Task Manager_who_accepts_no_wrong_answer_gets_questions_instead()
    {
        await using var app = new CareBotApp(("Care:WrongAnswersMax", "0"));

        var decision = await DecideAsync(app, "c1", "quanto costa la spedizione?");

        Assert.Empty(decision.Events.OfType<CareEvent.Answered>());
        Assert.Single(decision.Events.OfType<CareEvent.ChoiceOffered>());
    }

    private static async Task<Decision> DecideAsync(CareBotApp app, string conversation, string text)
    {
        var outcome = await app.Get<TurnRunner>().TakeAsync(
            new Incoming
            {
                Conversation = new(conversation),
                Input = new Input.CustomerSaid(text),
                Arrival = new Arrival(RecordingChannel.Name, "it"),
            },
            CancellationToken.None);
        return Assert.IsType<TurnOutcome.Taken>(outcome).Decision;
    }
}
