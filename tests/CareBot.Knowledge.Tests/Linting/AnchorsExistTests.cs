namespace CareBot.Knowledge.Tests.Linting;

public class AnchorsExistTests
{
    [Theory]
    [InlineData("#the-end", 7)]
    [InlineData("../en/b.md#the-start", 7)]
    [InlineData("b.md#", null)]
    [InlineData("b.md", null)]
    [InlineData("b.md#the-end", null)]
    [InlineData("#the-start", null)]
    [InlineData("b.md#perch%C3%A9-s%C3%AC", null)]
    [InlineData("picture.png#the-end", null)]
    [InlineData("https://shop.example/#the-end", null)]
    public void Link_to_a_heading_that_is_not_there_is_named(string target, int? line)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Parcels", $"Text and\n[link]({target}).\n\n## The start\n\nText.");
        folder.Write("en/b.md", "b", "Refunds", "Text.\n\n## The *end*\n\nText.\n\n### Perché sì!\n\nText.");
        folder.Write("en/picture.png", "");

        var problems = folder.Check("CB303", "CB305");

        Assert.Equal(line is null ? [] : [$"en/a.md:{line}:8: warning CB305: the link `{target}` leads"], problems.Select(problem => problem[..problem.IndexOf(" to no", StringComparison.Ordinal)]));
    }
}
