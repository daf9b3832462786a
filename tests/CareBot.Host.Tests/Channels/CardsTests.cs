using CareBot.Host.Channels;
using CareBot.Turns;

namespace CareBot.Host.Tests.Channels;

/// <summary>What cards make of texts.</summary>
public class CardsTests
{
    [Theory]
    [InlineData("one line\nof a paragraph", "one line of a paragraph")]
    [InlineData("a paragraph\n\nanother", "a paragraph\n\nanother")]
    [InlineData("list:\n\n- first that is\n  long\n- second", "list:\n\n- first that is long\n- second")]
    [InlineData("steps\n1. one\n2. two", "steps\n1. one\n2. two")]
    public void Lines_that_an_author_has_wrapped_are_one_paragraph_and_lists_stay_lists(string text, string shown) =>
        Assert.Equal(shown, Cards.Text(text, TextFormat.Markdown)["text"]!.GetValue<string>());

    [Fact]
    public void What_a_customer_wrote_is_no_markup() =>
        Assert.Equal("RichTextBlock", Cards.Text("**[x](https://evil.example)**")["type"]!.GetValue<string>());
}
