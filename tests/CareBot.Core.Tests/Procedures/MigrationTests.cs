using System.Collections.Frozen;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Engine;
using CareBot.Procedures.Expressions;

namespace CareBot.Core.Tests.Procedures;

/// <summary>Runs that go on in a later version of their procedure.</summary>
public class MigrationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);

    /// <summary>The later version: the parcel is waited for in a step of another name, and the label has a name of its own.</summary>
    private static Procedure Later { get; } = SmallProcedures.Return with
    {
        Version = 2,
        Hash = "r2",
        Slots = SmallProcedures.Return.Slots.Values.Select(slot => slot.Name == "email" ? slot with { Name = "mail" } : slot).ToFrozenDictionary(slot => slot.Name),
        Steps =
        [
            .. SmallProcedures.Return.Steps.Select(step => step switch
            {
                Step.Ask { Slot: "email" } ask => ask with { Slot = "mail" },
                Step.Wait { Id: "parcel" } wait => wait with { Id = "delivery", Events = ["parcel.scanned"] },
                Step.Act { Id: "label" } label => label with { Id = "sticker" },
                Step.Say { Id: "receipt" } receipt => receipt with { CopyTo = Formula.Read("mail") },
                _ => step,
            }),
        ],
    };

    private static Migration Plan { get; } = new()
    {
        Procedure = new("return"),
        From = 1,
        To = 2,
        Why = new("Le etichette hanno un altro nome", "Labels have another name"),
        Steps = new Dictionary<string, string> { ["parcel"] = "delivery", ["label"] = "sticker" },
        Values = new Dictionary<string, Expression> { ["mail"] = Formula.Read("email") },
        ApprovedBy = ["Anna Bianchi", "Luca Verdi"],
    };

    [Fact]
    public void Waiting_run_goes_on_in_the_later_version_and_what_is_due_stays_due()
    {
        var life = Life.AtParcel();
        var before = Assert.Single(life.Conversation.Runs);

        var advance = ProcedureEngine.Migrate(before, Context(Plan));

        var run = advance.Run;
        Assert.Equal((2, "delivery"), (run.Here.Version, run.Here.At));
        Assert.Equal(["parcel.scanned"], Assert.IsType<Waiting.Happening>(run.Waiting).Events);
        Assert.Equal(before.DueAt, run.DueAt);
        Assert.Equal(before.Promises, run.Promises);
        Assert.Equal("anna@example.it", run.Here.Values["mail"].ToString());
        Assert.Equal("sticker", Assert.Single(run.Done).Step);
        Assert.Empty(advance.Outputs);
        Assert.Equal(Life.Written(run), Life.Written(RunEvent.Fold(run.Id, [.. life.Runs.Single().Events, .. advance.Events])));
    }

    [Fact]
    public void Question_stays_asked_and_its_answer_is_taken_by_the_later_version()
    {
        var life = new Life();
        life.Say("vorrei un reso per A100");
        life.Answer();
        life.Say("non mi piace", "sì");
        var asked = Assert.Single(life.Conversation.Runs);

        var moved = ProcedureEngine.Migrate(asked, Context(Plan)).Run;
        var answered = ProcedureEngine.Answer(moved, new Value.Text("anna@example.it"), Context(Plan)).Run;

        Assert.Equal("mail", Assert.IsType<Waiting.Answer>(moved.Waiting).Slot);
        Assert.Equal("anna@example.it", answered.Here.Values["mail"].ToString());
        Assert.Equal("sticker", answered.Here.At);
    }

    [Fact]
    public void Run_that_waits_for_another_system_stays_until_it_has_answered()
    {
        var life = new Life();
        life.Say("vorrei un reso per A100");
        var run = Assert.Single(life.Conversation.Runs);

        var stays = ProcedureEngine.Migrate(run, Context(Plan));
        var later = ProcedureEngine.Migrate(
            ProcedureEngine.Returned(run, ((Waiting.Elsewhere)run.Waiting!).Key, "orders.get", new ActionResult.Succeeded(Value.Fields.Of(("total", new Value.Number(60)))), Context(Plan)).Run,
            Context(Plan));

        Assert.Empty(stays.Events);
        Assert.Equal(MigrationHindrance.NotNow, ProcedureEngine.Hindrance(run, Plan, Context(Plan)));
        Assert.Equal((2, "why"), (later.Run.Here.Version, later.Run.Here.At));
    }

    [Fact]
    public void Run_stays_where_the_later_version_has_no_such_step()
    {
        var run = Assert.Single(Life.AtParcel().Conversation.Runs);
        var plan = Plan with { Steps = new Dictionary<string, string> { ["parcel"] = "confirmation" } };

        Assert.Equal(MigrationHindrance.NoSuchStep, ProcedureEngine.Hindrance(run, plan, Context(plan)));
        Assert.Same(run, ProcedureEngine.Migrate(run, Context(plan)).Run);
    }

    [Fact]
    public void No_run_is_moved_before_two_people_have_agreed()
    {
        var run = Assert.Single(Life.AtParcel().Conversation.Runs);
        var plan = Plan with { ApprovedBy = ["Anna Bianchi", "anna bianchi"] };

        Assert.Null(ProcedureEngine.Hindrance(run, plan, Context(plan)));
        Assert.Same(run, ProcedureEngine.Migrate(run, Context(plan)).Run);
    }

    [Fact]
    public void Somebody_looks_once_at_a_run_that_began_before_the_rules_changed()
    {
        var run = Assert.Single(Life.AtParcel().Conversation.Runs);
        var plan = Plan with { Steps = new Dictionary<string, string>(), Review = new(new(2026, 12, 1), "returns") };

        var first = ProcedureEngine.Migrate(run, Context(plan));
        var again = ProcedureEngine.Migrate(first.Run, Context(plan));
        var younger = ProcedureEngine.Migrate(run, Context(plan with { Review = new(new(2026, 11, 24), "returns") }));

        var alert = Assert.IsType<RunOutput.Alert>(Assert.Single(first.Outputs));
        Assert.Equal(("returns", AlertKind.Review, plan.Why), (alert.Queue, alert.Kind, alert.About));
        Assert.Equal(1, first.Run.Here.Version);
        Assert.Empty(again.Outputs);
        Assert.Empty(younger.Outputs);
    }

    [Fact]
    public void Plans_lead_on_from_version_to_version()
    {
        var last = Later with { Version = 3, Hash = "r3" };
        var book = new ProcedureBook(
            [last], [SmallProcedures.Return, Later], SmallProcedures.Book.Calendar, Plan, Plan with { From = 2, To = 3, Steps = new Dictionary<string, string>(), Values = new Dictionary<string, Expression>() });

        var run = ProcedureEngine.Migrate(Assert.Single(Life.AtParcel().Conversation.Runs), Context(Plan) with { Book = book }).Run;

        Assert.Equal((3, "delivery"), (run.Here.Version, run.Here.At));
    }

    private static RunContext Context(Migration plan) => new()
    {
        Book = new([Later], [SmallProcedures.Return], SmallProcedures.Book.Calendar, plan),
        Language = Language.Italian,
        Channel = "directline",
        Now = Noon.AddMinutes(1),
    };
}
