using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Reading;

public class LawRulesTests
{
    private const string Rule =
        """
        - id: art-52
          article: art. 52
          it: Ha 14 giorni.
          en: You have 14 days.
          valid_from: 2026-06-19
          valid_to: 2026-12-31
          source: the law
          reviewed_by: legal
          reviewed_on: 2026-07-01
        """;

    [Theory]
    [InlineData("2026-06-30", false)] // in force, and not reviewed yet
    [InlineData("2026-07-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Law_is_stated_while_it_is_in_force_and_once_it_is_reviewed(string day, bool stated)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("law-rules.yaml", Rule);

        var laws = LawRules.Read(folder.Path);

        Assert.Empty(laws.Problems);
        Assert.Equal(stated ? "You have 14 days." : null, laws.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Find("art-52")?.English);
    }

    [Theory]
    [InlineData("  reviewed_on: 2026-07-01", "", "1:3: error CB403: a review must be given with `reviewed_by`, a role, and `reviewed_on`, a day.")]
    [InlineData("  en: You have 14 days.\n", "", "1:3: error CB403: `en` must be text")]
    [InlineData("valid_to: 2026-12-31", "valid_to: 2025-12-31", "6:13: error CB403: `valid_to` must be no earlier than `valid_from`.")]
    [InlineData("valid_from: 2026-06-19", "valid_from: 19.6.2026", "5:15: error CB403: `valid_from` must be a day written like 2026-11-16.")]
    [InlineData("article: art. 52", "artikel: art. 52", "2:3: error CB402: there is no field `artikel` here; did you mean `article`?")]
    [InlineData("id: art-52", "id: art 52", "1:7: error CB403: `id` must be made of letters, digits")]
    [InlineData("reviewed_on: 2026-07-01", "reviewed_on: 2026-07-01\n" + Rule, "10:7: error CB404: `art-52` is listed already")]
    public void Mistake_in_a_rule_is_named_at_its_place(string right, string wrong, string expected)
    {
        using var folder = new LibraryFolderOnDisk();
        Assert.Contains(right, Rule, StringComparison.Ordinal);
        folder.Write("law-rules.yaml", Rule.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(LawRules.Read(folder.Path).Problems, problem => problem.ToString().StartsWith($"law-rules.yaml:{expected}", StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_that_is_wrong_takes_no_other_with_it()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("law-rules.yaml", $"- id: broken\n{Rule}");

        Assert.Equal(["art-52"], LawRules.Read(folder.Path).On(new(2026, 11, 24)).Ids);
    }

    [Theory]
    [InlineData("it", "Può scriverci o usare la piattaforma ODR.")]
    [InlineData("it", "Il difetto va segnalato entro due mesi dalla scoperta.")]
    [InlineData("it", "Nei primi sei mesi si presume che il difetto ci fosse.")]
    [InlineData("it", "Rispettiamo la delibera AGCOM 79/09/CSP.")]
    [InlineData("it", "Il servizio è conforme alla norma EN 15838.")]
    [InlineData("it", "Siamo chiusi nelle 11 festività nazionali.")]
    [InlineData("en", "Complain at ec.europa.eu/consumers/odr.")]
    [InlineData("en", "Tell us within two months of discovering it.")]
    public void What_was_the_law_once_is_found_by_the_rules_that_ship(string language, string body)
    {
        using var folder = new LibraryFolderOnDisk();
        File.Copy(Path.Combine(Repository.Content, "law-rules.yaml"), Path.Combine(folder.Path, "law-rules.yaml"));
        folder.Write($"{language}/a.md", "a", "Title", body);

        Assert.Single(folder.Check("CB311"));
    }

    [Fact]
    public void Laws_that_ship_are_stated_by_review_and_those_without_are_not()
    {
        var laws = LawRules.Read(Repository.Content);

        Assert.Empty(laws.Problems);
        Assert.NotNull(laws.On(new(2026, 11, 24)).Find("cod-cons-54-bis"));
        Assert.Null(laws.On(new(2026, 11, 24)).Find("dir-2024-1799-repair"));
        Assert.All(laws.Rules, rule => Assert.NotEqual(rule.Text.Italian, rule.Text.English));
    }
}
