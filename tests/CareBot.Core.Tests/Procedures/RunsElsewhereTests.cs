using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Core.Tests.Procedures;

/// <summary>Requests that begin in one conversation and go on in another.</summary>
public class RunsElsewhereTests
{
    private static readonly Agent Giulia = new(new("giulia"), "Giulia");

    [Fact]
    public void Request_left_half_way_goes_on_here_with_all_that_was_told_there()
    {
        var there = new Life { Book = SmallProcedures.FetchingBook };
        there.Say("vorrei un reso per A100");
        there.Answer();
        there.Say("non mi piace");
        var (here, call) = Asking();

        here.Bring(call, there);

        Assert.Empty(there.Conversation.Runs);
        var run = Assert.Single(here.Conversation.Runs);
        Assert.Equal("confirmation", run.Here.At);
        Assert.Equal("non mi piace", run.Here.Values["reason"].ToString());
        Assert.Equal(["Qui: Reso.", "Torniamo a «Reso» (order_id: A100; reason: non mi piace).", "confirm?"], Said(here.Decisions[^1]));
        Assert.Equal(["La richiesta «Reso» prosegue nell'altra conversazione da cui ci ha appena scritto."], Said(there.Decisions[^1]));

        here.Say("sì", "anna@example.it");
        Assert.Equal("label", Assert.Single(here.Conversation.Runs).Here.At);
    }

    [Fact]
    public void What_waits_for_somebody_else_is_waited_for_here_and_what_is_due_stays_due()
    {
        var there = Life.AtParcel(SmallProcedures.FetchingBook);
        var before = Assert.Single(there.Conversation.Runs);
        var (here, call) = Asking();

        here.Bring(call, there);

        var run = Assert.Single(here.Conversation.Runs);
        Assert.Equal(Life.Written(before), Life.Written(run));
        Assert.Equal(before.DueAt, here.Conversation.Runs[0].DueAt);
        Assert.Equal(["Qui: Reso."], Said(here.Decisions[^1]));
        there.Take(new Input.Happened(run.Id, "goods.received", Value.Fields.Of()));
        Assert.Empty(there.Decisions[^1].Events);
        here.Take(new Input.Happened(run.Id, "goods.received", Value.Fields.Of()));
        Assert.Equal("both", Assert.Single(here.Conversation.Runs).Here.At);
    }

    [Fact]
    public void Journal_of_each_conversation_tells_the_whole_of_its_part()
    {
        var there = Life.AtParcel(SmallProcedures.FetchingBook);
        var (here, call) = Asking();

        here.Bring(call, there);

        var id = Assert.Single(here.Conversation.Runs).Id;
        var left = RunEvent.Fold(id, there.Runs.Single(run => run.Run == id).Events);
        Assert.Equal(here.Conversation.Id, left.LeftFor);
        Assert.Equal(Life.Written(here.Conversation.Runs[0]), Life.Written(RunEvent.Fold(id, here.Runs.Single(run => run.Run == id).Events)));
    }

    [Fact]
    public void Request_goes_back_to_where_it_came_from_when_the_customer_does()
    {
        var there = Life.AtParcel(SmallProcedures.FetchingBook);
        var (here, call) = Asking();
        here.Bring(call, there);

        there.Say("riprendere A100");
        there.Bring(there.Calls.Last(), here);

        Assert.Empty(here.Conversation.Runs);
        Assert.Equal("parcel", Assert.Single(there.Conversation.Runs).Here.At);
        Assert.Null(there.Conversation.Runs[0].LeftFor);
    }

    [Fact]
    public void What_a_person_has_stays_with_them()
    {
        var there = new Life { Book = SmallProcedures.FetchingBook };
        there.Say("vorrei un reso per A100");
        there.Answer();
        there.Say("operatore");
        there.Take(new Input.AgentClaimed(Giulia));
        var run = Assert.Single(there.Conversation.Runs);

        there.Take(new Input.RunsFetched([run.Id], new("c2")));

        Assert.True(RunsElsewhere.IsWithPerson(there.Conversation, run, there.Book, there.Now));
        Assert.Equal(run, Assert.Single(there.Conversation.Runs));
        Assert.Empty(there.Decisions[^1].Events);
    }

    [Fact]
    public void What_has_stopped_for_good_stays_for_a_person()
    {
        var there = Life.AtParcel(SmallProcedures.FetchingBook);
        var (here, call) = Asking();
        var day = DateOnly.FromDateTime(there.Now.Date);
        there.Book = new(there.Book.Current, [], there.Book.Calendar) { Stops = new Dictionary<ProcedureId, DateOnly> { [new("return")] = day } };
        here.Book = there.Book;

        here.Bring(call, there);

        Assert.Equal("parcel", Assert.Single(there.Conversation.Runs).Here.At);
        Assert.Empty(here.Conversation.Runs);
    }

    [Fact]
    public void What_another_system_is_about_to_answer_stays_for_the_answer()
    {
        var there = new Life { Book = SmallProcedures.FetchingBook };
        there.Say("vorrei un reso per A100");
        var run = Assert.Single(there.Conversation.Runs);

        there.Take(new Input.RunsFetched([run.Id], new("c2")));

        Assert.True(RunsElsewhere.IsBusy(run));
        Assert.Equal(run, Assert.Single(there.Conversation.Runs));
    }

    [Fact]
    public void Nothing_comes_to_a_run_that_does_not_ask_for_it_any_more()
    {
        var there = Life.AtParcel(SmallProcedures.FetchingBook);
        var (here, call) = Asking();
        here.Take(new Input.ActionReturned(call.Run, call.Key, call.Action, new ActionResult.Failed(ActionResult.Unavailable, "no")));

        here.Take(new Input.RunsBrought(call.Run, call.Key, [new(there.Conversation.Runs[0], there.Conversation.Id)], 0));

        Assert.Empty(here.Decisions[^1].Events);
        Assert.DoesNotContain(here.Conversation.Runs, run => run.Here.At == "parcel");
    }

    [Fact]
    public void Whoever_begins_again_what_is_under_way_elsewhere_is_offered_to_go_on_with_it()
    {
        var here = new Life(name: "c2") { Book = SmallProcedures.FetchingBook, Elsewhere = [new(new("return"), "A100")] };

        here.Say("vorrei fare un reso");
        here.Say("A100");

        Assert.Empty(here.Conversation.Runs);
        var offer = here.Decisions[^1].Effects.OfType<Effect.Reply>().Last();
        Assert.Contains("c'è già una richiesta in corso, «Reso»", offer.Text, StringComparison.Ordinal);
        here.Say(offer.Choices[0]);
        Assert.Equal("bring", Assert.Single(here.Conversation.Runs).Here.At);
    }

    [Fact]
    public void Request_about_something_else_begins_as_ever()
    {
        var here = new Life(name: "c2") { Book = SmallProcedures.FetchingBook, Elsewhere = [new(new("return"), "A100")] };

        here.Say("vorrei un reso per A200");

        Assert.Equal("find", Assert.Single(here.Conversation.Runs).Here.At);
    }

    [Fact]
    public void What_has_done_nothing_yet_is_no_reason_to_prove_who_one_is()
    {
        var asking = new Life { Book = SmallProcedures.FetchingBook };
        asking.Say("vorrei un reso per A100");
        asking.Answer();

        Assert.False(RunsElsewhere.IsUnderWay(asking.Conversation.Runs[0]));
        Assert.True(RunsElsewhere.IsUnderWay(Life.AtParcel().Conversation.Runs[0]));
    }

    private static (Life Here, ActionCall Call) Asking()
    {
        var here = new Life(name: "c2") { Book = SmallProcedures.FetchingBook };
        here.Say("riprendere A100");
        return (here, Assert.Single(here.Calls));
    }

    private static IEnumerable<string> Said(Decision decision) => decision.Effects.OfType<Effect.Reply>().Select(reply => reply.Text);
}
