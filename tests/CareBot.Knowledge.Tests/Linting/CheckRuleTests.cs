using System.Text.RegularExpressions;
using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Linting;

public partial class CheckRuleTests
{
    [Fact]
    public void Every_code_that_a_check_can_print_is_explained_with_its_severity()
    {
        var problems = string.Concat(
            new[] { "Reading", "Procedures" }.Select(folder => File.ReadAllText(Path.Combine(Repository.Knowledge, folder, "Problems.cs"))));

        var printed = Printed().Matches(problems).Select(match => (match.Groups[2].Value, match.Groups[1].Value)).Distinct();

        Assert.Equal(printed.Order(), CheckRule.All.Select(rule => (rule.Code, rule.Severity.ToString())));
    }

    [Fact]
    public void Table_of_the_documentation_is_that_of_the_rules()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Docs, "checks.md")).Where(line => line.StartsWith("| CB", StringComparison.Ordinal));

        Assert.Equal(CheckRule.All.Select(rule => $"| {rule.Code} | {(rule.Severity == Severity.Error ? "error" : "warning")} | {rule.Says} | {rule.Mend} |"), rows);
    }

    [Fact]
    public void Limits_of_readability_are_those_that_are_explained()
    {
        var says = CheckRule.All.Single(rule => rule.Code == "CB306").Says;

        Assert.Contains($"Gulpease below {Readability.GulpeaseMin}", says, StringComparison.Ordinal);
        Assert.Contains($"Flesch reading ease below {Readability.FleschMin}", says, StringComparison.Ordinal);
        Assert.Contains($"{Readability.WordsMin} words or more", says, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(Error|Warning)\(""(CB\d{3})""")]
    private static partial Regex Printed();
}
