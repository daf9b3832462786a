using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests.Linting;

public sealed class ShippedLibraryTests(ShippedLibraryTests.Checked shipped) : IClassFixture<ShippedLibraryTests.Checked>
{
    [Fact]
    public void Shipped_library_is_in_order_and_every_phrasing_finds_its_article() => Assert.Empty(shipped.Problems);

    public sealed class Checked
    {
        public IReadOnlyList<Problem> Problems { get; } = LibraryCheck.Run(
            Library.Read(Repository.Content, last: null, CancellationToken.None), new(2026, 11, 27), folder: null, learnt: null, CancellationToken.None);
    }
}
