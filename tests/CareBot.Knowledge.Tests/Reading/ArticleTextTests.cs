using CareBot.Answers;
using CareBot.Knowledge.Reading;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CareBot.Knowledge.Tests.Reading;

public class ArticleTextTests
{
    [Theory]
    [InlineData("Plain **bold** and *italic*.", "Plain **bold** and *italic*.")]
    [InlineData("One\ntwo.\n\nThree.", "One\ntwo.\n\nThree.")]
    [InlineData("- one\n- two\n  - inner\n- three", "- one\n- two\n  - inner\n- three")]
    [InlineData("3. three\n4. four", "3. three\n4. four")]
    [InlineData("## Heading\n\n> Said.\n>\n> Again.", "## Heading\n\n> Said.\n>\n> Again.")]
    [InlineData("See [the guide](../other.md) now.", "See the guide now.")]
    [InlineData("See [us](https://shop.example/a?b=c).", "See [us](https://shop.example/a?b=c).")]
    [InlineData("[Write](mailto:a@b.example) or [call](tel:+39041).", "[Write](mailto:a@b.example) or [call](tel:+39041).")]
    [InlineData("![A blue vase](vase.png) ![x](https://a.example/x.png)", "A blue vase x")]
    [InlineData("Hello <b>big</b> world", "Hello big world")]
    [InlineData("<script>alert(1)</script>\n\nText.", "Text.")]
    [InlineData("<https://a.example/![>", "[https://a.example/!\\[](https://a.example/!%5B)")]
    [InlineData("Now!<https://a.example>", "Now\\![https://a.example](https://a.example)")]
    [InlineData("[x](javascript:alert(1))", "x")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)", "x")]
    [InlineData("a &lt;script&gt; b", "a \\<script> b")]
    [InlineData("2026\\. A year, \\# a sign", "2026\\. A year, \\# a sign")]
    [InlineData("La carta BL-123456 costa 5,90 € (IVA inclusa)", "La carta BL-123456 costa 5,90 € (IVA inclusa)")]
    public void Channel_is_given_what_it_may_show(string body, string expected) =>
        Assert.Equal(expected, ArticleText.ForChannel(Article(body)));

    [Theory]
    [InlineData("Plain **bold** and *italic*\nin one paragraph.\n\nAnother.", "Plain bold and italic in one paragraph.\n\nAnother.")]
    [InlineData("- one\n  goes on\n- two\n  - inner\n- three", "- one goes on\n- two\n  - inner\n- three")]
    [InlineData("3. three\n\n4. four", "3. three\n4. four")]
    [InlineData("## Heading\n\n> Said.\n\n---\n\n`code`", "Heading\n\nSaid.\n\ncode")]
    [InlineData("See [the guide](../other.md) or [us](https://shop.example/a?b=c).", "See the guide or us (https://shop.example/a?b=c).")]
    [InlineData("[a@b.example](mailto:a@b.example), [+39 041](tel:+39041), <https://shop.example>", "a@b.example, +39 041, https://shop.example")]
    [InlineData("[Write](mailto:a@b.example) ![x](x.png)", "Write (a@b.example) x")]
    [InlineData("2026\\. A &amp; B\\\nC <b>d</b>", "2026. A & B\nC d")]
    public void Agent_is_given_what_a_person_would_type(string body, string expected) =>
        Assert.Equal(expected, ArticleText.ForAgent(Article(body)));

    [Fact]
    public void No_text_gets_HTML_images_or_strange_links_into_a_channel() =>
        Prop.ForAll(Hostile(), body =>
        {
            var nodes = Markdown.Parse(ArticleText.ForChannel(Article(body))).Descendants().ToList();
            return !nodes.Any(node => node is HtmlBlock or HtmlInline or LinkReferenceDefinition or LinkInline { IsImage: true })
                && nodes.OfType<LinkInline>().All(link => IsSafe(link.Url!))
                && nodes.OfType<AutolinkInline>().All(link => link.IsEmail || IsSafe(link.Url));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void No_text_gets_scripts_or_strange_links_into_a_page() =>
        Prop.ForAll(Hostile(), body =>
        {
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ArticleHtml.Render(Article(body)));
            return document.Body!.QuerySelectorAll("*").All(element =>
                element.LocalName is not ("script" or "style" or "iframe" or "svg" or "form" or "object")
                && element.Attributes.All(attribute => attribute.Name is "alt" or "title" or "start" or "rel" or "target"
                    || (attribute.Name is "href" or "src" && IsSafe(attribute.Value)))
                && (!element.HasAttribute("href") || element.GetAttribute("rel") == "noopener noreferrer"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Theory]
    [InlineData("[us](https://shop.example)", "<p><a href=\"https://shop.example\" rel=\"noopener noreferrer\" target=\"_blank\">us</a></p>")]
    [InlineData("[x](javascript:alert(1))", "<p><a>x</a></p>")]
    [InlineData("[x](other.md)", "<p><a>x</a></p>")]
    [InlineData("<b onclick=\"x()\">y</b>", "<p>&lt;b onclick=\"x()\"&gt;y&lt;/b&gt;</p>")]
    [InlineData("# T {onclick=x()}", "<h1>T {onclick=x()}</h1>")]
    public void Page_is_given_sanitised_HTML(string body, string expected) =>
        Assert.Equal(expected, ArticleHtml.Render(Article(body)).Trim());

    [Theory]
    [InlineData("**Reso** *Fonte*\n\n1. uno\n2. due", "<p><strong>Reso</strong> <em>Fonte</em></p>\n<ol>\n<li>uno</li>\n<li>due</li>\n</ol>")]
    [InlineData("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("<javascript:alert(1)>", "<p><a>javascript:alert(1)</a></p>")]
    [InlineData("![x](data:text/html,<script>)", "<p><img alt=\"x\"></p>")]
    public void Markdown_of_any_source_becomes_the_same_sanitised_HTML(string markdown, string expected)
    {
        Assert.Equal(expected, ArticleHtml.RenderMarkdown(markdown).Trim());
        Assert.Equal(ArticleHtml.Render(Article(markdown)), ArticleHtml.RenderMarkdown(markdown));
    }

    private static Arbitrary<string> Hostile() =>
        Gen.ArrayOf(Gen.Elements(
            "<script>", "</script>", "<scr", "ipt>", "<img src=x onerror=alert(1)>", "<!--", "-->", "<?", "<![CDATA[", "<a href='javascript:x'>",
            "!", "!\\", "[x](", "javascript:alert(1)", "JaVa\tScript:x", "data:text/html,x", "https://a.example/", "mailto:a@b.c", "../x.md", ")", "]", "[", "![",
            "[r]: javascript:x", "[r]: https://a.example", "[r]", "`", "```", "~~~", "\\", "*", "_", "**", "\n", "\n\n", "\n    ", "> ", "- ", "1. ", "# ",
            "&lt;", "&#60;", "&#x3C;script&#62;", "<https://a.example>", "<vbscript:x>", "<a@b.c>", " ", "word", "{onclick=x}", "|a|b|\n|-|-|", "\"", "'", "<", ">"))
            .Select(string.Concat)
            .ToArbitrary();

    private static bool IsSafe(string url) =>
        new[] { "https://", "http://", "mailto:", "tel:" }.Any(scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static Article Article(string body) => new()
    {
        Id = new("a"),
        Language = Language.English,
        Kind = ArticleKind.Faq,
        Title = "A",
        Body = body,
        Path = "en/a.md",
    };
}
