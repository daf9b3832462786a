using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Turns;

namespace CareBot.Core.Tests.Procedures;

/// <summary>Why a person has a run, as agents read it.</summary>
public class HandoffWordsTests
{
    private static readonly Agent Giulia = new(new("giulia"), "Giulia");

    [Fact]
    public void Procedure_says_why_with_what_it_knows_and_as_it_stands()
    {
        var life = new Life();
        life.Say("vorrei un reso per A100");
        Return(life, new ActionResult.Succeeded(Value.Fields.Of(("total", new Value.Number(600)))));

        life.Say("non mi piace il *colore*");

        var handed = Handed(life);
        Assert.Equal("return A100", handed.Reason);
        Assert.Equal("Reso dell'ordine A100, motivo: non mi piace il *colore*", handed.Why?.Italian);
        Assert.Equal("Return of order A100, reason: non mi piace il *colore*", handed.Why?.English);
    }

    [Theory]
    [InlineData(ActionResult.Unavailable, "Nessuna risposta utile dal sistema «labels.create».", "No useful answer from the system \"labels.create\".")]
    [InlineData("rejected", "Il sistema «labels.create» non ha eseguito quanto richiesto: rejected.", "The system \"labels.create\" did not do what it was asked: rejected.")]
    public void Other_system_that_fails_is_named_with_the_title_of_the_procedure(string error, string italian, string english)
    {
        var life = new Life();
        life.Say("vorrei un reso per A100");
        life.Answer();
        life.Say("non mi piace", "sì", "anna@example.it");

        Return(life, new ActionResult.Failed(error, "no"));

        Assert.Equal("return/label", Handed(life).Reason);
        Assert.Equal(new Wording($"«Reso» richiede una persona. {italian}", $"\"Return\" calls for a person. {english}"), Handed(life).Why);
    }

    [Fact]
    public void Error_that_no_step_handles_is_told_in_the_same_words()
    {
        var life = new Life();
        life.Say("vorrei un reso per A100");

        Return(life, new ActionResult.Failed(ActionResult.Unavailable, "no answer"));

        Assert.Equal("«Reso» richiede una persona. Nessuna risposta utile dal sistema «orders.get».", Handed(life).Why?.Italian);
    }

    [Fact]
    public void Answers_that_cannot_be_read_are_told_with_what_was_asked()
    {
        var life = new Life();
        life.Say("vorrei un reso per A100");
        life.Answer();
        life.Say("non mi piace", "sì", "boh", "boh", "boh");

        Assert.Equal("«Reso» richiede una persona. Non è stato possibile leggere le risposte del cliente: manca email.", Handed(life).Why?.Italian);
    }

    [Fact]
    public void Task_that_colleagues_cannot_do_is_told()
    {
        var life = AtCheck();
        var task = life.Conversation.Runs[0].Waiting!.Parts.OfType<Waiting.Work>().Single();

        life.Take(new Input.TaskDone(life.Conversation.Runs[0].Id, task.Id, Giulia, Done: false, new Dictionary<string, Value>()));

        Assert.Equal("«Reso» richiede una persona. Un'attività non si è potuta svolgere: Controllare", Handed(life).Why?.Italian);
    }

    [Fact]
    public void Task_that_is_not_done_in_time_is_told()
    {
        var life = AtCheck();

        UntilHanded(life);

        Assert.Equal("«Reso» richiede una persona. Un'attività non è stata svolta in tempo: Controllare", Handed(life).Why?.Italian);
    }

    [Fact]
    public void Decision_that_nobody_takes_in_time_is_told()
    {
        var life = AtCheck();
        var task = life.Conversation.Runs[0].Waiting!.Parts.OfType<Waiting.Work>().Single();
        life.Take(new Input.TaskDone(life.Conversation.Runs[0].Id, task.Id, Giulia, Done: true, new Dictionary<string, Value> { ["condition"] = new Value.Text("fine") }));

        UntilHanded(life);

        Assert.Equal("«Reso» richiede una persona. Nessuno ha deciso in tempo: Rimborsare?", Handed(life).Why?.Italian);
    }

    [Fact]
    public void What_does_not_come_in_time_is_told()
    {
        var life = Life.AtParcel();

        UntilHanded(life);

        Assert.Equal("«Reso» richiede una persona. Quello che si attendeva non è arrivato in tempo.", Handed(life).Why?.Italian);
    }

    private static Life AtCheck()
    {
        var life = Life.AtParcel();
        life.Take(new Input.Happened(life.Conversation.Runs[0].Id, "goods.received", Value.Fields.Of()));
        return life;
    }

    private static void UntilHanded(Life life)
    {
        while (life.Conversation.Runs[0].Waiting is not Waiting.HandedOver)
        {
            life.Due();
        }
    }

    private static void Return(Life life, ActionResult result)
    {
        var run = Assert.Single(life.Conversation.Runs);
        var asked = Assert.IsType<Waiting.Elsewhere>(run.Waiting);
        life.Take(new Input.ActionReturned(run.Id, asked.Key, asked.Action, result));
    }

    private static Waiting.HandedOver Handed(Life life) => Assert.IsType<Waiting.HandedOver>(Assert.Single(life.Conversation.Runs).Waiting);
}
