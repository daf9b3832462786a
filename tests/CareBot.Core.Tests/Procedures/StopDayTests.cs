using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Core.Tests.Procedures;

/// <summary>The day from which runs of a procedure that is out of use go on with people.</summary>
public class StopDayTests
{
    private static readonly Agent Giulia = new(new("giulia"), "Giulia");

    /// <summary>The day on which the lives below are, in Rome.</summary>
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Customer_who_is_being_asked_hears_that_a_colleague_goes_on_and_the_colleague_has_all_that_was_said()
    {
        var life = AtReason();
        life.Book = Stopped("return", Today);

        var decision = life.Take(new Input.ProceduresRenewed());

        var run = Assert.Single(life.Conversation.Runs);
        var handed = Assert.IsType<Waiting.HandedOver>(run.Waiting);
        Assert.Equal("return/stops_on", handed.Reason);
        Assert.Equal("«Reso» non è più in uso da martedì 24 novembre 2026: la pratica va conclusa a mano, da dove è arrivata.", handed.Why?.Italian);
        Assert.Equal("\"Return\" has been out of use since Tuesday 24 November 2026: finish this by hand, from where it stands.", handed.Why?.English);
        Assert.Equal(("why", "A100"), (run.Here.At, run.Here.Values["order_id"].ToString()));
        Assert.Equal(HandoffReason.Procedure, Assert.IsType<Status.Queued>(life.Conversation.Status).Reason);
        Assert.Contains("collega", Assert.Single(decision.Effects.OfType<Effect.Reply>()).Text, StringComparison.Ordinal);
        Assert.Empty(life.Conversation.Alerts);
    }

    [Fact]
    public void Run_that_waits_without_the_customer_is_told_to_colleagues_once_and_the_customer_hears_nothing()
    {
        var life = Life.AtParcel();
        life.Book = Stopped("return", Today);

        var first = life.Take(new Input.ProceduresRenewed());
        var again = life.Take(new Input.ProceduresRenewed());

        var alert = Assert.Single(life.Conversation.Alerts);
        Assert.Equal((AlertKind.Stopped, "care"), (alert.Kind, alert.Queue.Value));
        Assert.StartsWith("«Reso» non è più in uso", alert.About.Italian, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Effects, effect => effect is Effect.Reply or Effect.Handoff);
        Assert.IsType<Status.WithBot>(life.Conversation.Status);
        Assert.Equal("parcel", Assert.Single(life.Conversation.Runs).Here.At);
        Assert.Empty(again.Events);
    }

    [Fact]
    public void What_comes_after_the_day_moves_the_run_no_more()
    {
        var life = Life.AtParcel();
        life.Book = Stopped("return", Today);

        life.Take(new Input.Happened(life.Conversation.Runs[0].Id, "goods.received", Value.Fields.Of()));

        Assert.Equal("parcel", Assert.Single(life.Conversation.Runs).Here.At);
        Assert.Single(life.Conversation.Alerts);
    }

    [Fact]
    public void Task_that_was_open_stands_in_the_alert_in_its_queue()
    {
        var life = Life.AtParcel();
        life.Take(new Input.Happened(life.Conversation.Runs[0].Id, "goods.received", Value.Fields.Of()));
        life.Book = Stopped("return", Today);

        life.Take(new Input.ProceduresRenewed());

        var alert = Assert.Single(life.Conversation.Alerts);
        Assert.Equal("warehouse", alert.Queue.Value);
        Assert.EndsWith("Restava da fare: Controllare", alert.About.Italian, StringComparison.Ordinal);
        Assert.EndsWith("Still to be done: Check", alert.About.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_that_has_stopped_is_over_when_somebody_has_seen_to_its_alert_and_not_before()
    {
        var life = Life.AtParcel();
        life.Book = Stopped("return", Today);
        life.Say("operatore");
        life.Take(new Input.AgentClaimed(Giulia));
        life.Take(new Input.AgentClosed(Giulia));
        var open = Assert.Single(life.Conversation.Runs);

        life.Take(new Input.AlertSettled(Giulia, life.Conversation.Alerts[0].Id));

        Assert.Equal("parcel", open.Here.At);
        Assert.Empty(life.Conversation.Runs);
        Assert.Equal(RunOutcome.Transferred, Assert.IsType<RunEvent.Ended>(life.Runs.Single().Events[^1]).Outcome);
    }

    [Fact]
    public void Nothing_stops_before_its_day_begins_where_the_desk_is()
    {
        var life = AtReason();
        life.Book = Stopped("return", Today.AddDays(1));
        var midnight = new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero);

        life.Wait(midnight.AddSeconds(-1) - life.Now);
        life.Take(new Input.ProceduresRenewed());
        Assert.IsType<Waiting.Answer>(life.Conversation.Runs[0].Waiting);

        life.Wait(TimeSpan.FromSeconds(1));
        life.Take(new Input.ProceduresRenewed());
        Assert.IsType<Waiting.HandedOver>(life.Conversation.Runs[0].Waiting);
    }

    [Fact]
    public void Words_that_come_after_the_day_are_passed_to_the_colleague()
    {
        var life = AtReason();
        life.Book = Stopped("return", Today);

        life.Say("non mi piace");

        Assert.Equal("why", Assert.Single(life.Conversation.Runs).Here.At);
        Assert.IsType<Status.Queued>(life.Conversation.Status);
        Assert.Contains(life.Decisions[^1].Events, happened => happened is CareEvent.CustomerSaid { Text: "non mi piace" });
        Assert.Single(life.Decisions[^1].Effects.OfType<Effect.Reply>());
    }

    [Fact]
    public void Run_that_another_system_works_for_stops_as_soon_as_it_has_answered()
    {
        var life = new Life();
        life.Say("vorrei un reso per A100");
        life.Book = Stopped("return", Today);

        life.Take(new Input.ProceduresRenewed());
        Assert.IsType<Waiting.Elsewhere>(life.Conversation.Runs[0].Waiting);

        life.Answer();
        var run = Assert.Single(life.Conversation.Runs);
        Assert.IsType<Waiting.HandedOver>(run.Waiting);
        Assert.True(run.Here.Values.ContainsKey("order"));
    }

    [Fact]
    public void Run_stops_with_a_procedure_that_it_has_called()
    {
        var life = new Life();
        life.Say("fare un reclamo", "non va");
        life.Answer();
        Assert.Equal("account", life.Conversation.Runs[0].Here.Procedure.Value);
        life.Book = Stopped("account", Today);

        life.Take(new Input.ProceduresRenewed());

        var run = Assert.Single(life.Conversation.Runs);
        var handed = Assert.IsType<Waiting.HandedOver>(run.Waiting);
        Assert.Equal(("account/stops_on", "account"), (handed.Reason, run.Here.Procedure.Value));
        Assert.StartsWith("«Conto», che serve a «Reclamo», non è più in uso", handed.Why?.Italian, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_stops_with_the_procedure_that_called_the_one_that_it_is_in()
    {
        var life = new Life();
        life.Say("fare un reclamo", "non va");
        life.Answer();
        life.Book = Stopped("complaint", Today);

        life.Take(new Input.ProceduresRenewed());

        Assert.Equal("complaint/stops_on", Assert.IsType<Waiting.HandedOver>(Assert.Single(life.Conversation.Runs).Waiting).Reason);
    }

    [Fact]
    public void What_has_been_put_by_brings_nobody_into_the_queue()
    {
        var life = AtReason();
        while (life.Conversation.Runs[0].Waiting is not Waiting.Answer { IsDraft: true })
        {
            life.Due();
        }

        life.Book = Stopped("return", Today);

        life.Take(new Input.ProceduresRenewed());

        Assert.IsType<Status.WithBot>(life.Conversation.Status);
        Assert.Equal(AlertKind.Stopped, Assert.Single(life.Conversation.Alerts).Kind);
    }

    [Fact]
    public void Every_run_that_stops_says_so_and_one_person_is_called_for_all()
    {
        var life = new Life();
        life.Say("vorrei un reso", "fare un reclamo");
        life.Book = Stopped("return", Today, "complaint");

        var decision = life.Take(new Input.ProceduresRenewed());

        Assert.Equal(
            ["complaint/stops_on", "return/stops_on"],
            life.Conversation.Runs.Select(run => Assert.IsType<Waiting.HandedOver>(run.Waiting).Reason).Order());
        Assert.Equal(2, decision.Events.OfType<CareEvent.RunMoved>().SelectMany(moved => moved.Events).OfType<RunEvent.Waits>().Count());
        Assert.Single(decision.Effects.OfType<Effect.Handoff.Initiated>());
    }

    [Fact]
    public void Run_that_has_stopped_cannot_be_given_back_to_the_bot()
    {
        var life = AtReason();
        life.Say("operatore");
        life.Take(new Input.AgentClaimed(Giulia));
        life.Book = Stopped("return", Today);
        var run = Assert.Single(life.Conversation.Runs);

        var refused = life.Take(new Input.AgentResumed(Giulia, run.Id));

        Assert.Equal(Refusal.ProcedureStopped, refused.Refused);
        Assert.IsType<Status.WithAgent>(life.Conversation.Status);
    }

    private static Life AtReason()
    {
        var life = new Life();
        life.Say("vorrei un reso per A100");
        life.Answer();
        Assert.Equal("why", Assert.Single(life.Conversation.Runs).Here.At);
        return life;
    }

    /// <summary>The same procedures, of which some are out of use and stop.</summary>
    private static ProcedureBook Stopped(string procedure, DateOnly day, params string[] others)
    {
        var stops = others.Append(procedure).ToDictionary(id => new ProcedureId(id), _ => day);
        return new(SmallProcedures.Book.Current.Where(each => !stops.ContainsKey(each.Id)), SmallProcedures.Book.Current, SmallProcedures.Book.Calendar) { Stops = stops };
    }
}
