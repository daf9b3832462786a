using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Procedures.Scenarios;

namespace CareBot.Knowledge.Tests.Procedures.Scenarios;

public sealed class RehearsalTests : IDisposable
{
    private readonly LampShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public void Author_plays_the_customer_and_the_other_systems()
    {
        var rehearsal = Begin("lamp-return");

        rehearsal.Say("A100");
        Assert.Equal("shop.order", Assert.Single(rehearsal.Unanswered).Action);
        rehearsal.Answer("shop.order", """{ "total": 64.90, "delivered_on": "2026-11-20" }""");

        Assert.Empty(rehearsal.Unanswered);
        Assert.StartsWith("B: Why are you returning it?", rehearsal.Transcript[^1]);
        rehearsal.Do("time 3d!");
        rehearsal.Say("cancel");
        rehearsal.Say("yes");
        Assert.True(rehearsal.IsOver);
    }

    [Fact]
    public void Systems_answer_as_a_scenario_says()
    {
        var rehearsal = Begin("lamp-return");

        Assert.Empty(rehearsal.GiveFrom(Path.Combine(shop.Path, "procedures/lamp-return/scenarios/returned.md")));
        rehearsal.Say("A100");

        Assert.StartsWith("B: Why are you returning it?", rehearsal.Transcript[^1]);
    }

    [Fact]
    public void Procedure_that_customers_cannot_ask_for_is_begun_by_an_agent() =>
        Assert.StartsWith("B: Which IBAN shall we refund to?", Begin("bank-account").Transcript[^1]);

    [Theory]
    [InlineData("event", "write `event goods.received`")]
    [InlineData("sing", "write `event`, `time`")]
    public void What_cannot_be_read_is_told(string line, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => Begin("lamp-return").Do(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void Answer_that_nobody_waits_for_is_told() =>
        Assert.Equal("nothing waits for shop.order", Assert.Throws<InvalidOperationException>(() => Begin("lamp-return").Answer("shop.order", "ok")).Message);

    private Rehearsal Begin(string id)
    {
        var library = ProcedureLibrary.Read(shop.Path, null, new(2026, 11, 26), null);
        var rehearsal = new Rehearsal(library, LampShop.Index, Language.English, new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
        rehearsal.Begin(library.Book.Find(new(id))!);
        return rehearsal;
    }
}
