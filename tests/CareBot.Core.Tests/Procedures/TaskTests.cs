using System.Collections.Frozen;
using CareBot.Procedures;
using CareBot.Procedures.Expressions;
using CareBot.Procedures.Slots;

namespace CareBot.Core.Tests.Procedures;

/// <summary>What people have to do for a procedure, and by when. It is Tuesday, 24 November 2026, noon in Rome.</summary>
public class TaskTests
{
    [Theory]
    [InlineData("oggi pomeriggio", "2026-11-24T17:00:00Z")]
    [InlineData("domani tra le 9 e le 10", "2026-11-25T09:00:00Z")]
    [InlineData("di mattina", "2026-11-25T11:00:00Z")]
    [InlineData("domani dalle 22 alle 24", "2026-11-25T23:00:00Z")]
    public void Call_is_due_by_the_end_of_the_hours_that_the_customer_named(string hours, string expected)
    {
        var life = Called("window", hours);

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Assert.IsType<Waiting.Work>(life.Conversation.Runs[0].Waiting).DueAt);
    }

    [Fact]
    public void Task_is_due_by_the_end_of_a_day()
    {
        var life = Called("window.day", "domani pomeriggio");

        Assert.Equal(new DateTimeOffset(2026, 11, 25, 22, 59, 59, TimeSpan.Zero), life.Conversation.Runs[0].DueAt);
    }

    [Fact]
    public void Call_that_is_not_made_in_its_hours_leads_on_when_they_are_over()
    {
        var life = Called("window", "oggi pomeriggio");

        while (life.Conversation.Runs[0].Here.At == "call" && life.Now.Day == 24)
        {
            life.Due();
        }

        Assert.Equal("late", life.Conversation.Runs[0].Here.At);
        Assert.Equal(new TimeSpan(17, 0, 0), life.Now.TimeOfDay);
    }

    [Fact]
    public void What_is_no_time_by_which_something_can_be_done_calls_a_person()
    {
        var life = Called("order", "oggi pomeriggio");

        Assert.IsType<Status.Queued>(life.Conversation.Status);
    }

    private static Life Called(string by, string hours)
    {
        var complaint = SmallProcedures.Complaint with
        {
            Slots = new Dictionary<string, Slot> { ["window"] = SmallProcedures.Complaint.Slots["text"] with { Name = "window", Type = new SlotType.TimeWindow() } }.ToFrozenDictionary(),
            Steps =
            [
                new Step.Ask("window") { Id = "when", Line = 1, Timeout = SmallProcedures.Complaint.Steps.OfType<Step.Ask>().First().Timeout },
                new Step.Set(new Dictionary<string, Expression> { ["order"] = Formula.Read("'A100'") }) { Id = "set", Line = 2 },
                new Step.Work("care", new(Template.Read("Chiamare"), Template.Read("Call"))) { Id = "call", Line = 3, DueBy = Formula.Read(by), OnTimeout = new("late") },
                new Step.End(RunOutcome.Resolved) { Id = "done", Line = 4 },
                new Step.Handoff("care", Template.Read("late")) { Id = "late", Line = 5 },
                new Step.End(RunOutcome.Transferred) { Id = "over", Line = 6 },
            ],
        };
        var life = new Life { Book = new([complaint], [], SmallProcedures.Book.Calendar) };
        life.Say("fare un reclamo", hours);
        return life;
    }
}
