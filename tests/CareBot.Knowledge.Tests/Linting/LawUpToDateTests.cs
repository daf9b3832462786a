namespace CareBot.Knowledge.Tests.Linting;

public class LawUpToDateTests
{
    private const string Rules =
        """
        - phrases:
            it: [due mesi dalla scoperta]
            en: [two months of discovering]
          valid_to: 2021-12-31
          instead: no term for telling us about a defect since 2022
        - phrases:
            it: [entro 14 giorni]
          valid_to: 2026-11-24
          instead: entro 30 giorni
        """;

    [Theory]
    [InlineData("it", "Lo segnali entro\ndue mesi dalla scoperta.", 7)]
    [InlineData("en", "Tell us within two\nmonths of discovering it.", 6)]
    [InlineData("it", "Può recedere entro 14 giorni.", null)]
    [InlineData("en", "Due mesi dalla scoperta.", null)]
    public void Words_of_a_law_that_is_over_are_named_with_what_to_write_instead(string language, string body, int? line)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("law-rules.yaml", Rules);
        folder.Write($"{language}/a.md", "a", "Garanzia", body);

        var problems = folder.Check("CB311", "CB401", "CB402", "CB403");

        Assert.Equal(line is null ? 0 : 1, problems.Count);
        Assert.All(problems, problem => Assert.Matches($@"^{language}/a\.md:{line}:\d+: warning CB311: .* was the law until 2021-12-31; instead: no term", problem));
    }

    [Fact]
    public void Law_holds_to_its_last_day_and_is_over_on_the_next()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("law-rules.yaml", Rules);
        folder.Write("it/a.md", "a", "Recesso", "Può recedere entro 14 giorni.");

        Assert.Empty(folder.CheckOn(new(2026, 11, 24), "CB311"));
        Assert.Single(folder.CheckOn(new(2026, 11, 25), "CB311"));
    }

    [Theory]
    [InlineData("2:13: error CB403", "- instead: b\n  valid_to: 24.11.2026\n  phrases: {it: [a]}\n")]
    [InlineData("1:3: error CB403", "- valid_to: 2021-12-31\n  phrases: {it: [a]}\n")]
    [InlineData("1:3: error CB403", "- valid_to: 2021-12-31\n  instead: b\n")]
    [InlineData("3:17: error CB403", "- valid_to: 2021-12-31\n  instead: b\n  phrases: {it: a}\n")]
    [InlineData("4:3: error CB402", "- valid_to: 2021-12-31\n  instead: b\n  phrases: {it: [a]}\n  until: 2021-12-31\n")]
    public void Mistake_in_the_rules_is_an_error_at_its_place(string expected, string rules)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("law-rules.yaml", rules);

        Assert.StartsWith($"law-rules.yaml:{expected}: ", Assert.Single(folder.Check()), StringComparison.Ordinal);
    }
}
