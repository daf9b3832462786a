namespace CareBot.Knowledge.Tests.Procedures.Scenarios;

public sealed class ProcedureTestTests : IDisposable
{
    private readonly LampShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public void Procedure_with_every_kind_of_step_goes_as_its_scenarios_are_written_and_they_come_to_all_of_it()
    {
        var test = shop.Test();

        Assert.All(test.Scenarios, scenario => Assert.True(scenario.Passed, scenario.Message));
        Assert.Equal(7, test.Scenarios.Count);
        Assert.Empty(test.Coverage.Missing);
        Assert.Equal((1, 1), (test.Coverage.Steps, test.Coverage.Rows));
    }

    [Fact]
    public void Step_changed_by_hand_turns_its_scenario_red_at_the_line_that_says_otherwise()
    {
        shop.With("procedures/lamp-return.yaml", "refund: \"round(order.total - 5)\"", "refund: \"round(order.total - 6)\"");

        var failed = Assert.Single(shop.Test().Scenarios, scenario => !scenario.Passed);

        Assert.Equal("procedures/lamp-return/scenarios/returned.md", failed.File);
        Assert.StartsWith(
            "procedures/lamp-return/scenarios/returned.md:18: expected `B: ~ \"Conferma il reso dell'ordine A100 per 59,90 €?\"; asks confirm`, but said was \"Conferma il reso dell'ordine A100 per 58,90 €?\"",
            failed.Message);
        Assert.Contains("\n    C: non mi piace\n", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_scenario_comes_to_is_named_with_its_line()
    {
        var test = shop.Test("procedures/lamp-return/scenarios/returned.md");

        Assert.Contains(new("lamp-return", "refuse", 136, IsRow: false), test.Coverage.Missing);
        Assert.Contains(new("lamp-return", "tables/returns.md row 2", 7, IsRow: true), test.Coverage.Missing);
        Assert.Equal(1 / 3.0, test.Coverage.Rows, 6);
        Assert.InRange(test.Coverage.Steps, 0.6, 0.9);
        Assert.DoesNotContain(test.Coverage.Missing, missing => missing.Procedure == "bank-account");
    }

    [Fact]
    public void Procedure_without_scenarios_is_covered_by_nothing()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(shop.Path, "procedures/lamp-return/scenarios")))
        {
            File.Delete(file);
        }

        var test = shop.Test();

        Assert.True(test.IsPassed);
        Assert.Equal((0, 0), (test.Coverage.Steps, test.Coverage.Rows));
    }

    [Fact]
    public void Procedure_that_cannot_be_read_does_not_pass_for_proved()
    {
        shop.With("procedures/lamp-return.yaml", "decide: returns", "decide: nowhere");

        var test = shop.Test();

        Assert.False(test.IsPassed);
        var broken = Assert.Single(test.Scenarios, scenario => scenario.File.EndsWith(".yaml", StringComparison.Ordinal));
        Assert.Equal(("lamp-return", false), (broken.Procedure, broken.Passed));
        Assert.StartsWith("procedures/lamp-return.yaml:", broken.Message);
    }

    [Fact]
    public void Draft_is_proved_before_it_is_published()
    {
        shop.With("procedures/lamp-return.yaml", "version: 1", "version: 1\nstatus: draft");

        Assert.True(shop.Test().IsPassed);
    }

    [Theory]
    [InlineData("procedures/lamp-return.yaml", 7)]
    [InlineData("procedures/lamp-return", 7)]
    [InlineData("procedures/lamp-return/scenarios/exceptions.md", 6)]
    public void Scenarios_are_named_by_file_by_folder_and_by_procedure(string path, int count) =>
        Assert.Equal(count, shop.Test(path).Scenarios.Count);

    [Fact]
    public void Scenarios_elsewhere_are_played_against_the_library()
    {
        shop.Write("../elsewhere/mine.md", "# Scenario: mine\n- procedure: lamp-return\n- now: 2026-11-24 10:00\n> C: vorrei restituire la lampada\n< B: asks order_id\n");

        Assert.True(Assert.Single(shop.Test("../elsewhere").Scenarios).Passed);
    }

    [Fact]
    public void Scenario_of_another_version_says_which_there_is()
    {
        shop.With("procedures/lamp-return/scenarios/returned.md", "lamp-return@1", "lamp-return@2");

        Assert.Contains("expected `lamp-return@2`, but it is at version 1.", Assert.Single(shop.Test().Scenarios, each => !each.Passed).Message, StringComparison.Ordinal);
    }
}
