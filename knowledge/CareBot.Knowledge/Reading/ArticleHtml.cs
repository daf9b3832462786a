using CareBot.Answers;
using Ganss.Xss;
using Markdig;

namespace CareBot.Knowledge.Reading;

/// <summary>An article as HTML for a page of ours.</summary>
public static class ArticleHtml
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().DisableHtml().Build();

    private static readonly HtmlSanitizer Sanitizer = Strict();

    /// <summary>The body as HTML that any page may show as it is.</summary>
    /// <returns>As <see cref="RenderMarkdown"/>.</returns>
    public static string Render(Article article) => RenderMarkdown(article.Body);

    /// <summary>Any Markdown, such as what the bot said out of an article, as HTML that any page may show as it is.</summary>
    /// <returns>Elements of text only: HTML in the Markdown is shown as text, scripts, styles, forms and event attributes do
    /// not occur, links lead out by https, http, mailto or tel, in a window of their own, and tell the other site nothing.</returns>
    public static string RenderMarkdown(string markdown) => Sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline));

    private static HtmlSanitizer Strict()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre",
                "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "alt", "title", "start", "rel" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        });
        sanitizer.FilterUrl += (_, url) => url.SanitizedUrl = BodyLinks.IsExternal(url.OriginalUrl) ? url.SanitizedUrl : null;
        sanitizer.PostProcessNode += (_, post) =>
        {
            if (post.Node is AngleSharp.Html.Dom.IHtmlAnchorElement anchor && anchor.HasAttribute("href"))
            {
                anchor.SetAttribute("rel", "noopener noreferrer");
                anchor.SetAttribute("target", "_blank");
            }
        };
        return sanitizer;
    }
}
