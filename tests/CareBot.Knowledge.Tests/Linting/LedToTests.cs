namespace CareBot.Knowledge.Tests.Linting;

public class LedToTests
{
    [Fact]
    public void Article_that_nothing_leads_to_is_an_orphan()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Opening a call", "Say your name.", "kind: script", "related: [a]");

        Assert.StartsWith("en/a.md:2:1: warning CB211", Assert.Single(folder.Check("CB211")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Opening a call", "questions: [open a call]")]
    [InlineData("Opening a call", "keywords: [call]")]
    [InlineData("How do I open a call?", "kind: faq")]
    [InlineData("Opening a call", "status: draft")]
    public void Article_with_a_phrasing_a_keyword_or_a_question_for_its_title_is_none(string title, string more)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", title, "Say your name.", more);

        Assert.Empty(folder.Check("CB211"));
    }

    [Theory]
    [InlineData("related: [a]", "Text.")]
    [InlineData("keywords: [x]", "[Call](a.md)")]
    public void Article_that_another_names_or_links_to_is_none(string more, string body)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Opening a call", "Say your name.");
        folder.Write("en/b.md", "b", "How do I close a call?", body, more);

        Assert.Empty(folder.Check("CB211"));
    }
}
