using CareBot.Knowledge.Linting;
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
        var (wrong, right) = RuleExamples.ByCode[code];

        Assert.Contains(code, Found(wrong));
        Assert.DoesNotContain(code, Found(right));
    }

    private static HashSet<string> Found(Action<LibraryFolderOnDisk> write)
    {
        using var folder = new LibraryFolderOnDisk();
        write(folder);

        // Not the folder's own path: to ask for it makes it.
        var library = Library.Read(folder.Outside("content"), last: null, CancellationToken.None);
        return LibraryCheck.Run(library, new(2026, 11, 24), folder: null, learnt: null, CancellationToken.None)
            .Select(problem => problem.Code).ToHashSet(StringComparer.Ordinal);
    }
}
