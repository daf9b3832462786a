using System.Collections.Frozen;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Expressions;

namespace CareBot.Core.Tests.Procedures;

/// <summary>By what other systems tell a repetition from a second time.</summary>
public class RunKeyTests
{
    [Fact]
    public void What_was_undone_and_is_done_again_has_another_key()
    {
        var calls = new List<ActionCall>();
        var run = Answered(Start(Made("label/{order_id}"), calls, ("order_id", new Value.Text("A100")), ("note", new Value.Text("porta"))), calls);

        run = Answered(Take(ProcedureEngine.Correct(run, "note", new Value.Text("portineria"), FilledBy.Correction, Context()), calls), calls);
        _ = Take(ProcedureEngine.Correct(run, "note", new Value.Text("cancello"), FilledBy.Correction, Context()), calls);

        Assert.Equal(
            ["labels.create label/A100", "labels.cancel undo/label/A100", "labels.create label/A100~2", "labels.cancel undo/label/A100~2", "labels.create label/A100~3"],
            calls.Select(call => $"{call.Action} {call.Key}"));
    }

    [Theory]
    [InlineData(Language.Italian)]
    [InlineData(Language.English)]
    public void Key_is_the_same_in_every_language_and_has_nothing_escaped(Language language)
    {
        var calls = new List<ActionCall>();
        var procedure = Made("label/{order_id}/{day}/{amount}/{word}");

        _ = Take(
            ProcedureEngine.Start(
                new("r1"), procedure, new Dictionary<string, Value>
                {
                    ["order_id"] = new Value.Text("A100"),
                    ["note"] = new Value.Text("porta"),
                    ["day"] = new Value.Date(new(2026, 11, 26)),
                    ["amount"] = new Value.Number(59.90m),
                    ["word"] = new Value.Text("cambio_idea"),
                },
                FilledBy.Words,
                Context(procedure) with { Language = language }),
            calls);

        Assert.Equal("label/A100/2026-11-26/59.9/cambio_idea", Assert.Single(calls).Key);
    }

    [Fact]
    public void Task_that_cannot_be_done_leads_away_from_what_is_done_beside_it()
    {
        var run = Side(done: false);

        Assert.Equal("sorry", run.Here.Visited[^1]);
        Assert.Equal(RunOutcome.Unresolved, run.Outcome);
        Assert.False(Side(done: true).IsOver);
    }

    private static Run Side(bool done)
    {
        var procedure = Made("x") with
        {
            Steps =
            [
                new Step.Parallel(["check", "rest"], Join.All) { Id = "both", Line = 1 },
                new Step.Work("warehouse", new(Template.Read("a"), Template.Read("a"))) { Id = "check", Line = 2, Within = "both", OnRejected = new("sorry") },
                new Step.Wait(["goods.received"]) { Id = "rest", Line = 3, Within = "both", Timeout = new(new(1, TimeUnit.Days), Target.Handoff) },
                new Step.End(RunOutcome.Resolved) { Id = "fine", Line = 4 },
                new Step.End(RunOutcome.Unresolved) { Id = "sorry", Line = 5 },
            ],
        };
        var run = ProcedureEngine.Start(new("r1"), procedure, new Dictionary<string, Value>(), FilledBy.Words, Context(procedure)).Run;
        var task = Assert.IsType<Waiting.Work>(run.Waiting!.Parts.First());
        return ProcedureEngine.Worked(run, task.Id, "Marta", done, new Dictionary<string, Value>(), Context(procedure)).Run;
    }

    private static Run Start(Procedure procedure, List<ActionCall> calls, params (string Slot, Value Value)[] known) => Take(
        ProcedureEngine.Start(new("r1"), procedure, known.ToDictionary(each => each.Slot, each => each.Value), FilledBy.Words, Context(procedure)), calls);

    private static Run Take(Advance advance, List<ActionCall> calls)
    {
        calls.AddRange(advance.Outputs.OfType<RunOutput.Act>().Select(act => act.Call));
        return advance.Run;
    }

    private static Run Answered(Run run, List<ActionCall> calls) =>
        Take(ProcedureEngine.Returned(run, calls[^1].Key, calls[^1].Action, new ActionResult.Succeeded(Value.Fields.Of()), Context()), calls);

    private static RunContext Context(Procedure? procedure = null) => new()
    {
        Book = new([procedure ?? Made("label/{order_id}")], [], SmallProcedures.Book.Calendar),
        Language = Language.Italian,
        Channel = "directline",
        Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero),
    };

    private static Procedure Made(string key) => SmallProcedures.Complaint with
    {
        Id = new("label"),
        Slots = SmallProcedures.Return.Slots.Values
            .Append(SmallProcedures.Return.Slots["reason"] with { Name = "note" })
            .ToFrozenDictionary(slot => slot.Name),
        Steps =
        [
            new Step.Act("labels.create", new Dictionary<string, Expression> { ["note"] = Formula.Read("note") })
            {
                Id = "label", Line = 1, Writes = true, Key = Template.Read(key), UndoneBy = "labels.cancel",
            },
            new Step.Ask("confirm") { Id = "confirm", Line = 2, Timeout = new(new(24, TimeUnit.Hours), Target.Draft) },
            new Step.End(RunOutcome.Resolved) { Id = "done", Line = 3 },
        ],
    };
}
