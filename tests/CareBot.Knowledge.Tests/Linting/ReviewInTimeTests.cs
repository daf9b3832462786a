namespace CareBot.Knowledge.Tests.Linting;

public class ReviewInTimeTests
{
    [Theory]
    [InlineData("2026-11-14", "10d", "2026-11-24")]
    [InlineData("2026-11-10", "2w", "2026-11-24")]
    [InlineData("2026-05-24", "6m", "2026-11-24")]
    [InlineData("2025-11-24", "1y", "2026-11-24")]
    public void Review_holds_to_its_last_day_and_is_over_on_the_next(string reviewed, string period, string lastDay)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Parcels", "Text.", $"reviewed: {reviewed}", $"review_in: {period}");
        var last = DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Empty(folder.CheckOn(last, "CB204"));
        var problem = Assert.Single(folder.CheckOn(last.AddDays(1), "CB204"));
        Assert.StartsWith($"en/a.md:4:11: warning CB204: the review ran out on {lastDay}", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Period_without_a_review_is_named()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Parcels", "Text.", "review_in: 6m");

        Assert.Contains("`reviewed` is not", Assert.Single(folder.Check("CB204")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reviewed: 2001-01-01")]
    [InlineData("reviewed: 2001-01-01\nreview_in: 1d\nstatus: draft")]
    [InlineData("reviewed: 2001-01-01\nreview_in: 1d\nstatus: archived")]
    [InlineData("reviewed: 2001-01-01\nreview_in: 9000y")]
    [InlineData("reviewed: 2001-01-01\nreview_in: 99999999999999999999y")]
    public void Review_is_not_asked_for_without_a_period_or_a_reader_or_before_the_end_of_the_calendar(string more)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Parcels", "Text.", more);

        Assert.Empty(folder.Check("CB204"));
    }
}
