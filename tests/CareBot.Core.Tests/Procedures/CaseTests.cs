using CareBot.Procedures;
using CareBot.Procedures.Expressions;
using CareBot.Turns;

namespace CareBot.Core.Tests.Procedures;

/// <summary>Cases that procedures open, mark and close.</summary>
public class CaseTests
{
    [Fact]
    public void Case_keeps_its_code_and_what_it_is_marked_with_until_it_is_closed()
    {
        var moved = Moved(
            new Step.Case("repair") { Id = "open", Line = 1, Tags = ["urgent", "fragile"], Priority = "high" },
            new Step.Case("repair") { Id = "close", Line = 2, Change = CaseChange.Close, Tags = ["unrepaired"] });

        Assert.Equal([CaseChange.Open, CaseChange.Close], moved.Select(each => each.Change));
        Assert.Equal(moved[0].Code, moved[1].Code);
        Assert.Equal(["fragile", "urgent"], moved[0].Tags);
        Assert.Equal(["fragile", "unrepaired", "urgent"], moved[1].Tags);
    }

    [Fact]
    public void Second_case_of_a_run_is_another_and_begins_without_marks()
    {
        var moved = Moved(
            new Step.Case("repair") { Id = "first", Line = 1, Tags = ["urgent"] },
            new Step.Case("repair") { Id = "second", Line = 2 });

        Assert.NotEqual(moved[0].Code, moved[1].Code);
        Assert.Empty(moved[1].Tags);
    }

    [Fact]
    public void Formula_sees_what_a_case_is_marked_with()
    {
        var file = new CaseFile("ABC-2345", "repair", "high", new(2026, 11, 24), ["fragile", "urgent"]);
        var scope = new Scope(name => name == "case" ? file.ToValue() : Value.Nothing.Here, SmallProcedures.Book.Calendar);

        Assert.True(scope.Holds(Formula.Read("'urgent' in case.tags and case.priority == 'high'")));
        Assert.False(scope.Holds(Formula.Read("'unrepaired' in case.tags")));
    }

    [Fact]
    public void Case_is_read_back_from_what_a_run_holds_also_where_it_was_opened_before_cases_were_marked()
    {
        var file = new CaseFile("ABC-2345", "repair", "normal", new(2026, 11, 24), ["fragile"]);
        var older = new Value.Fields(file.ToValue().Named.Remove("tags"));

        Assert.Equivalent(file, CaseFile.Of(file.ToValue()));
        Assert.Equivalent(file with { Tags = [] }, CaseFile.Of(older));
        Assert.Null(CaseFile.Of(Value.Fields.Of(("code", new Value.Text("ABC-2345")))));
    }

    private static List<CareEvent.CaseMoved> Moved(params Step[] steps)
    {
        var complaint = SmallProcedures.Complaint with { Steps = [.. steps, new Step.End(RunOutcome.Resolved) { Id = "done", Line = 9 }] };
        var life = new Life { Book = new([complaint], [], SmallProcedures.Book.Calendar) };
        life.Say("fare un reclamo");
        return [.. life.Decisions.SelectMany(decision => decision.Events).OfType<CareEvent.CaseMoved>()];
    }
}
