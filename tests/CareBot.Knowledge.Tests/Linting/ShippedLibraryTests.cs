using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Linting;

public sealed class ShippedLibraryTests(ShippedLibraryTests.Checked shipped) : IClassFixture<ShippedLibraryTests.Checked>
{
    /// <summary>Title and phrasings, of some 1,150, that the ranking gives to another article. It may only fall.</summary>
    private const int LostMax = 11;

    private static readonly string[] OfTheRanking = ["CB209", "CB210"];

    [Fact]
    public void Shipped_library_is_in_order() =>
        Assert.DoesNotContain(shipped.Problems, problem => !OfTheRanking.Contains(problem.Code));

    [Fact]
    public void Phrasings_of_the_shipped_library_find_their_articles() =>
        Assert.InRange(shipped.Problems.Count(problem => OfTheRanking.Contains(problem.Code)), 0, LostMax);

    public sealed class Checked
    {
        public IReadOnlyList<Problem> Problems { get; } = LibraryCheck.Run(
            Library.Read(Repository.Content, last: null, CancellationToken.None), new(2026, 11, 24), folder: null, CancellationToken.None);
    }
}
