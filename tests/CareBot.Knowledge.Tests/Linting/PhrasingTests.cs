using CareBot.Answers;
using CareBot.Knowledge.Linting;

namespace CareBot.Knowledge.Tests.Linting;

public class PhrasingTests
{
    [Fact]
    public void Phrasing_of_one_article_that_finds_another_is_named_with_the_thief()
    {
        using var folder = Shop();
        folder.Write("en/parcel.md", "parcel", "Where is my parcel?", "The courier brings it.", "questions:", "  - track my parcel", "  - how long do refunds take");

        var problem = Assert.Single(folder.Check("CB209"));

        Assert.StartsWith("en/parcel.md:6:5: warning CB209: `how long do refunds take` finds en/refund.md first", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_is_a_phrasing_too()
    {
        using var folder = Shop();
        folder.Write("en/parcel.md", "parcel", "How long does a refund take", "The courier brings it.", "questions: [track my parcel]");

        var problem = Assert.Single(folder.Check("CB209"));

        Assert.StartsWith("en/parcel.md:3:8: warning CB209", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Phrasing_that_is_taken_for_the_other_language_is_named_with_what_it_finds_there()
    {
        using var folder = Shop();
        folder.Write("it/gift.md", "gift", "La carta regalo scade?", "No.", "questions: [gift card expiry]");

        var problem = Assert.Single(folder.Check("CB209"));

        Assert.StartsWith("it/gift.md:4:13: warning CB209: `gift card expiry` is taken for en and finds en/gift.md", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "`zip` finds nothing")]
    [InlineData(0.79, "`zip` finds this article with a confidence of 0.79 only, and 0.80 is needed")]
    [InlineData(0.8, null)]
    public void Phrasing_that_finds_its_article_too_unsurely_or_nothing_is_named(double? confidence, string? message)
    {
        using var folder = Shop();
        var library = folder.Read();
        var gift = library.Find(new("gift"), Language.English)!;
        var own = new Passage { Article = gift.Id, Language = gift.Language, Title = gift.Title, Text = gift.Body };

        var problem = Reachable.Judge(
            library, gift, "zip", new(gift.Path, 4, 13), confidence is { } sure ? [own with { Confidence = sure }] : []);

        Assert.Equal(message is null ? null : "CB210", problem?.Code);
        Assert.StartsWith(message ?? "", problem?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Phrasing_that_another_article_has_too_is_named_with_that_article()
    {
        using var folder = Shop();
        folder.Write("en/zebra.md", "zebra", "Zebra cushions", "Striped cushions.", "questions: [striped cushions, 'How long do REFUNDS take?']");

        var problem = Assert.Single(folder.Check("CB208"));

        Assert.StartsWith("en/zebra.md:4:31: warning CB208", problem, StringComparison.Ordinal);
        Assert.Contains("en/refund.md", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Phrasings_that_find_their_own_article_are_not_named()
    {
        using var folder = Shop();

        Assert.Empty(folder.Check("CB208", "CB209", "CB210"));
    }

    [Theory]
    [InlineData("kind: script")]
    [InlineData("audience: internal")]
    [InlineData("status: draft")]
    [InlineData("valid_to: 2026-11-23")]
    [InlineData("valid_from: 2026-11-25")]
    public void What_customers_may_not_see_today_need_not_be_found_by_them(string more)
    {
        using var folder = Shop();
        folder.Write("en/parcel.md", "parcel", "Where is my parcel?", "The courier brings it.", "questions: [how long does a refund need]", more);

        Assert.Empty(folder.Check("CB209", "CB210"));
    }

    [Fact]
    public void Article_of_one_channel_is_asked_for_there()
    {
        using var folder = Shop();
        folder.Write(
            "en/parcel.md", "parcel", "Where is my parcel?", "The courier brings it.", "questions: [track my parcel, how long do refunds take]", "channels: [email]");

        Assert.StartsWith("en/parcel.md:4:30: warning CB209", Assert.Single(folder.Check("CB209", "CB210")), StringComparison.Ordinal);
    }

    private static LibraryFolderOnDisk Shop()
    {
        var folder = new LibraryFolderOnDisk();
        folder.Write("en/gift.md", "gift", "Do gift cards expire?", "A gift card never expires.", "questions: [expiry of a gift card, how long is a gift card valid]");
        folder.Write("en/refund.md", "refund", "When do I get my refund?", "Refunds take fourteen days.", "questions: [how long do refunds take, how long does a refund take]");
        return folder;
    }
}
