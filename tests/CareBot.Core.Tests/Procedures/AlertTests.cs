using CareBot.Desk;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Core.Tests.Procedures;

/// <summary>What colleagues must look at, and customers need not hear of.</summary>
public class AlertTests
{
    private static readonly Agent Giulia = new(new("giulia"), "Giulia");

    [Fact]
    public void Promise_that_is_not_kept_in_time_is_told_to_colleagues_and_not_to_the_customer()
    {
        var life = Life.AtParcel();
        var promise = Assert.Single(Assert.Single(life.Conversation.Runs).Promises);

        while (life.Conversation.Runs.Any(run => run.Promises.Contains(promise)))
        {
            life.Due();
        }

        var alert = Assert.Single(life.Conversation.Alerts);
        Assert.Equal(("finance", AlertKind.Overdue, "refund"), (alert.Queue.Value, alert.Kind, alert.About.Italian));
        Assert.DoesNotContain(life.Decisions[^1].Effects, effect => effect is Effect.Handoff);
        Assert.IsType<Status.WithBot>(life.Conversation.Status);
    }

    [Fact]
    public void Alert_goes_when_somebody_has_seen_to_it_and_a_second_time_changes_nothing()
    {
        var life = Life.AtParcel();
        life.Take(new Input.ActionReturned(life.Conversation.Runs[0].Id, "copy", ActionCall.Mail, new ActionResult.Failed(ActionResult.Unavailable, "no answer")));
        var alert = Assert.Single(life.Conversation.Alerts);

        var settled = life.Take(new Input.AlertSettled(Giulia, alert.Id));
        var again = life.Take(new Input.AlertSettled(Giulia, alert.Id));

        Assert.Empty(life.Conversation.Alerts);
        Assert.Equal(Giulia, Assert.IsType<CareEvent.AlertSettled>(Assert.Single(settled.Events)).Agent);
        Assert.Empty(again.Events);
    }

    [Fact]
    public void Copy_that_cannot_be_sent_after_the_run_is_over_is_told_to_colleagues_once()
    {
        var life = new Life();
        var late = new Input.ActionReturned(new("c1~7"), "c1~7/receipt/9", ActionCall.Mail, new ActionResult.Failed(ActionResult.Unavailable, "no answer"));

        life.Take(late);
        var again = life.Take(late);

        var alert = Assert.Single(life.Conversation.Alerts);
        Assert.Equal(AlertKind.NotDone, alert.Kind);
        Assert.Equal("L'e-mail con la copia per il cliente non è partita: no answer", alert.About.Italian);
        Assert.Empty(again.Events);
    }

    [Fact]
    public void Who_gives_up_what_has_been_done_is_not_told_that_it_was_undone()
    {
        var life = new Life();
        life.Say("fare un reclamo", "non va");
        life.Answer();

        life.Say("annulla", "sì");

        Assert.Contains("Una parte della richiesta è già stata eseguita", Said(life), StringComparison.Ordinal);
        Assert.Equal(("complaint/register", AlertKind.GivenUp), (life.Conversation.Alerts[0].About.English, life.Conversation.Alerts[0].Kind));
        Assert.Empty(life.Conversation.Runs);
    }

    [Theory]
    [InlineData("annulla il reso")]
    [InlineData("vorrei annullare la richiesta, grazie")]
    [InlineData("cancel my return please")]
    public void Run_that_waits_for_others_can_be_given_up_too(string words)
    {
        var life = Life.AtParcel();

        life.Say(words);
        Assert.Contains("Reso", Said(life), StringComparison.Ordinal);
        life.Say("sì");

        Assert.Empty(life.Conversation.Runs);
        Assert.Equal("labels.cancel", life.Calls.Last().Action);
    }

    [Fact]
    public void Who_thinks_better_of_giving_it_up_finds_it_where_it_was()
    {
        var life = Life.AtParcel();
        var before = Assert.Single(life.Conversation.Runs).Waiting;

        life.Say("annulla il reso", "no");

        Assert.Equal(before, Assert.Single(life.Conversation.Runs).Waiting);
    }

    private static string Said(Life life) => string.Join('\n', life.Decisions[^1].Effects.OfType<Effect.Reply>().Select(reply => reply.Text));
}
