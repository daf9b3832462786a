namespace CareBot.Knowledge.Tests.Linting;

public class OwnTextTests
{
    private const string Text =
        "You can bring anything back to our stores within thirty days. Keep the receipt and the box. We refund the price to the "
        + "card that you paid with, and a colleague helps you to choose something else if you like.";

    private const string Other =
        "A gift card never expires. Type its code at the checkout, and what is left of it waits for your next order with us.";

    [Fact]
    public void Copy_of_an_article_is_named_with_the_first_one_whatever_its_marks_and_line_breaks()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Returns", Text);
        folder.Write("en/b.md", "b", "Refunds", Text.Replace("refund", "**refund**", StringComparison.Ordinal).Replace(". ", ".\n", StringComparison.Ordinal));

        var problem = Assert.Single(folder.Check("CB205", "CB206"));

        Assert.StartsWith("en/b.md:6:1: warning CB205: the text is that of en/a.md", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Article_that_is_nearly_another_is_named_with_it()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Returns", Text);
        folder.Write("en/b.md", "b", "Refunds", Text.Replace("box", "wrapping paper", StringComparison.Ordinal));
        folder.Write("en/c.md", "c", "Gift cards", Other);

        var problem = Assert.Single(folder.Check("CB205", "CB206"));

        Assert.Matches(@"^en/b\.md:6:1: warning CB206: [6-9]\d % of the text is that of en/a\.md", problem);
    }

    [Fact]
    public void Articles_of_another_language_kind_or_status_and_texts_of_a_line_may_be_alike()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Returns", Text);
        folder.Write("it/a.md", "a", "Resi", Text);
        folder.Write("en/b.md", "b", "Returns on the phone", Text, "kind: script");
        folder.Write("en/c.md", "c", "Old returns", Text, "status: archived");
        folder.Write("en/d.md", "d", "Thanks", "Thank you for writing to us.");
        folder.Write("en/e.md", "e", "Bye", "Thank you for writing to us.");

        Assert.Empty(folder.Check("CB205", "CB206"));
    }

    [Fact]
    public void Closing_words_of_many_articles_make_no_copies_of_them_and_hide_none()
    {
        using var folder = new LibraryFolderOnDisk();
        for (var i = 0; i < 60; i++)
        {
            folder.Write($"en/{i:00}.md", $"a{i}", $"Thing {i}", $"{Thing(i)} {Text}");
        }

        folder.Write("en/last.md", "last", "Last", $"{Thing(7)} too. {Text}");

        Assert.Matches("^en/last.* is that of en/07", Assert.Single(folder.Check("CB205", "CB206")));
    }

    private static string Thing(int i) => $"The w{i} is x{i} and y{i} or z{i} with p{i} and q{i}.";
}
