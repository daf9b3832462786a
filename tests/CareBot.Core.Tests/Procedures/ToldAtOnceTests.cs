using System.Collections.Frozen;
using CareBot.Desk;
using CareBot.Procedures;
using CareBot.Procedures.Expressions;
using CareBot.Procedures.Slots;
using Timeout = CareBot.Procedures.Timeout;

namespace CareBot.Core.Tests.Procedures;

/// <summary>What a customer tells before anybody asks.</summary>
public class ToldAtOnceTests
{
    private static readonly Slot Thing = Choice("thing", ("kettle", "bollitore"), ("lamp", "lampada")) with { IsToldAtOnce = true };
    private static readonly Slot Colour = Choice("colour", ("red", "rosso"), ("blue", "blu"));

    [Fact]
    public void What_the_first_message_tells_is_not_asked()
    {
        var life = Begun("fare un reclamo per il bollitore rosso", calls: false);

        Assert.Equal(new Value.Text("kettle"), life.Conversation.Runs[0].Here.Values["thing"]);
        Assert.Equal("colour", Asked(life));
    }

    [Fact]
    public void What_it_does_not_tell_or_tells_twice_over_is_asked()
    {
        Assert.Equal("thing", Asked(Begun("fare un reclamo", calls: false)));
        Assert.Equal("thing", Asked(Begun("fare un reclamo per il bollitore e la lampada", calls: false)));
    }

    [Fact]
    public void Words_of_a_button_tell_nothing() => Assert.Equal("thing", Asked(Begun("Reclamo: bollitore o altro", calls: false)));

    [Fact]
    public void Procedure_that_is_called_knows_it_the_first_time_and_asks_the_second()
    {
        var life = Begun("fare un reclamo per il bollitore", calls: true);
        Assert.Equal("colour", Asked(life));

        life.Say("rosso");

        Assert.Equal(["again", "look"], life.Conversation.Runs[0].Frames.Select(frame => frame.At));
        Assert.Equal("thing", Asked(life));
        Assert.Empty(life.Conversation.Runs[0].Told);
    }

    [Fact]
    public void What_was_told_is_corrected_like_any_answer()
    {
        var life = Begun("fare un reclamo per il bollitore", calls: false);

        life.Say("anzi, la lampada");

        Assert.Equal(new Value.Text("lamp"), life.Conversation.Runs[0].Here.Values["thing"]);
        Assert.Equal("colour", Asked(life));
    }

    private static string Asked(Life life) => Assert.IsType<Waiting.Answer>(life.Conversation.Runs[0].Waiting).Slot;

    private static Life Begun(string text, bool calls)
    {
        var asking = SmallProcedures.Complaint with
        {
            Button = new("Reclamo: bollitore o altro", "Complaint: kettle or another"),
            Slots = new[] { Thing, Colour }.ToFrozenDictionary(slot => slot.Name, StringComparer.Ordinal),
            Steps =
            [
                Ask("look", "thing"),
                Ask("colour", "colour"),
                new Step.End(RunOutcome.Resolved) { Id = "over", Line = 9 },
            ],
        };
        var caller = SmallProcedures.Complaint with
        {
            Slots = FrozenDictionary<string, Slot>.Empty,
            Steps =
            [
                new Step.Call(new("looking"), new Dictionary<string, Expression>()) { Id = "first", Line = 1, Into = "first" },
                new Step.Call(new("looking"), new Dictionary<string, Expression>()) { Id = "again", Line = 2, Into = "second" },
                new Step.End(RunOutcome.Resolved) { Id = "over", Line = 9 },
            ],
        };
        var life = new Life
        {
            Book = new(calls ? [caller, asking with { Id = new("looking"), IsForCustomers = false }] : [asking], [], SmallProcedures.Book.Calendar),
        };
        life.Say(text);
        return life;
    }

    private static Step.Ask Ask(string id, string slot) =>
        new(slot) { Id = id, Line = 1, Timeout = new Timeout(TimeAmount.TryParse("24h!", out var day) ? day : throw new FormatException(), Target.Draft) };

    private static Slot Choice(string name, params (string Name, string Word)[] values) => new()
    {
        Name = name,
        Type = new SlotType.Choice([.. values.Select(value => new ChoiceValue(value.Name, [value.Word], [value.Name]))]),
        Label = new(name, name),
        Ask = new(Template.Read($"{name}?"), Template.Read($"{name}?")),
        Line = 1,
    };
}
