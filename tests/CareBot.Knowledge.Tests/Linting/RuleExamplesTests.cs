using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Procedures;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Linting;

public class RuleExamplesTests
{
    public static TheoryData<string> Codes => [.. RuleExamples.ByCode.Keys];

    [Fact]
    public void Every_code_that_a_check_can_print_has_an_example() =>
        Assert.Equal(CheckRule.All.Select(rule => rule.Code), RuleExamples.ByCode.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Problem_is_named_where_it_is_and_not_where_it_is_not(string code)
    {
        var example = RuleExamples.ByCode[code];

        Assert.Contains(code, Found(example.Wrong, example.Versions));
        Assert.DoesNotContain(code, Found(example.Right, example.Versions));
    }

    private static HashSet<string> Found(Action<LibraryFolderOnDisk> write, PublishedVersions? versions)
    {
        using var folder = new LibraryFolderOnDisk();
        write(folder);

        // Not the folder's own path: to ask for it makes it.
        var library = Library.Read(folder.Outside("content"), last: null, CancellationToken.None);
        return LibraryCheck.Run(library, new(2026, 11, 24), folder: null, learnt: null, versions, CancellationToken.None)
            .Select(problem => problem.Code).ToHashSet(StringComparer.Ordinal);
    }
}
