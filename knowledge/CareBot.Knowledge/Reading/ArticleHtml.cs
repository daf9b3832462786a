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
    /// <returns>Elements of text only: HTML that the author wrote is shown as text, scripts, styles, forms and
    /// event attributes do not occur, links lead out by https, http, mailto or tel and tell the other site nothing.</returns>
    public static string Render(Article article) => Sanitizer.Sanitize(Markdown.ToHtml(article.Body, Pipeline));

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
            }
        };
        return sanitizer;
    }
}
