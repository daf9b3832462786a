using CareBot.Knowledge.Reading;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace CareBot.Knowledge.Linting;

/// <summary>A link to a heading meets one: <c>#how-to-pack</c> means the heading "How to pack", as on GitHub.</summary>
internal static class AnchorsExist
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    public static IEnumerable<Problem> Check(IReadOnlyList<Manuscript> manuscripts)
    {
        var byPath = manuscripts.ToDictionary(manuscript => manuscript.Article.Path, StringComparer.Ordinal);
        return
            from manuscript in manuscripts
            from link in manuscript.Read.Links
            where link.Anchor is not null && byPath.ContainsKey(link.Path)
            where !Anchors(byPath[link.Path].Article.Body).Contains(link.Anchor)
            select Problems.AnchorMissing(link.At, link.Target);
    }

    private static IEnumerable<string?> Anchors(string body) =>
        Markdown.Parse(body, Pipeline).Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id);
}
