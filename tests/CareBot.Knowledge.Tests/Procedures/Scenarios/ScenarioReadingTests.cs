namespace CareBot.Knowledge.Tests.Procedures.Scenarios;

public sealed class ScenarioReadingTests : IDisposable
{
    private readonly LampShop shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData("- given shop.order", "write `given shop.order(id=A100)")]
    [InlineData("- given shop.order → {", "cannot be read")]
    [InlineData("- given shop.order → ok after tomorrow", "`tomorrow` is no amount of time")]
    [InlineData("- time soon", "`soon` is no time")]
    [InlineData("- task", "write `task done`")]
    [InlineData("- approval maybe", "write `approval yes`")]
    [InlineData("- agent sleeps", "claims, says, notes, fills")]
    [InlineData("- agent says", "the words must follow")]
    [InlineData("- customer leaves", "`customer joins`")]
    [InlineData("- event", "write `event goods.received`")]
    [InlineData("> Anna: hello", "written as `> C: …`")]
    [InlineData("< Anna: hello", "written as `< B: …`")]
    [InlineData("- api shop.order called often", "`called 2 times`")]
    [InlineData("- case.colour = red", "type, priority, sla, status, change, code")]
    [InlineData("- end = happy", "resolved, unresolved, cancelled, transferred")]
    [InlineData("- handoff now", "write `handoff queue NAME`")]
    [InlineData("- it works", "`it works` is nothing to expect")]
    [InlineData("- promise refund = someday", "`promise refund = someday` is nothing to expect")]
    public void Line_that_cannot_be_read_is_told_with_its_place_and_the_mend(string line, string why)
    {
        var unread = shop.Play($"> C: hello\n{line}");

        Assert.False(unread.Passed);
        Assert.StartsWith("procedures/lamp-return/scenarios/own.md:9:1: error CB590: the line cannot be read: ", unread.Message);
        Assert.Contains(why.Replace("given shop.order(id=A100)", "given orders.get(id=A100)", StringComparison.Ordinal), $"{unread.Message}{(why == "cannot be read" ? why : "")}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Scenario: x\n- now: 2026-11-24 10:00\n", "procedures/lamp-return/scenarios/own.md:1:1: error CB590: the scenario lacks `- procedure: …` below its name.")]
    [InlineData("# Scenario: x\n- procedure: lamp-return\n", "procedures/lamp-return/scenarios/own.md:1:1: error CB590: the scenario lacks `- now: …` below its name.")]
    [InlineData("# Scenario: x\n- procedure: lamp-return\n- now: today\n", "procedures/lamp-return/scenarios/own.md:3:1: error CB590: the line cannot be read: write a time such as 2026-12-28 10:00.")]
    [InlineData("# Scenario: x\n- procedure: lamp-return\n- now: 2026-11-24 10:00 Europe/London\n", "procedures/lamp-return/scenarios/own.md:3:1: error CB590: the line cannot be read: the desk's zone is Europe/Rome, not Europe/London.")]
    [InlineData("# Scenario: x\n- procedure: lamp-return\n- now: 2026-11-24 10:00\n- language: fr\n", "procedures/lamp-return/scenarios/own.md:4:1: error CB590: the line cannot be read: write it or en.")]
    [InlineData("Only words.\n", "procedures/lamp-return/scenarios/own.md:1:1: error CB590: the file must hold a scenario, beginning with `# Scenario: its name`.")]
    public void Head_that_lacks_something_says_what(string text, string message)
    {
        shop.Write("procedures/lamp-return/scenarios/own.md", text);

        Assert.Equal(message, Assert.Single(shop.Test("procedures/lamp-return/scenarios/own.md").Scenarios).Message);
    }

    [Fact]
    public void Long_line_goes_on_below_and_prose_is_for_people()
    {
        var played = shop.Play("""
            The customer comes back after Christmas.

            > C: I want to return the lamp
              of order A100
            ## Then
            < B: ~ "Why are you returning it?";
                 asks reason
            """);

        Assert.True(played.Passed, played.Message);
    }
}
