using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CareBot.Knowledge.Reading;

/// <summary>Finds the links and images of a text and says where each leads.</summary>
internal static class BodyLinks
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <summary>Whether a link leads out into the world by a scheme that customers may follow.</summary>
    public static bool IsExternal(string target) =>
        Scheme(target) is { } scheme && Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<FileLink> Find(SourceText source, int bodyOffset, List<Problem> problems)
    {
        var links = new List<FileLink>();
        foreach (var (target, offset) in Targets(source.Text[bodyOffset..]))
        {
            var at = source.At(bodyOffset + offset);
            if (Scheme(target) is not null)
            {
                if (!IsExternal(target))
                {
                    problems.Add(Problems.LinkScheme(at, target));
                }
            }
            else if (Resolve(source.Path, target) is not { } path)
            {
                problems.Add(Problems.LinkLeaves(at, target));
            }
            else if (path.Length > 0 || Anchor(target) is not null)
            {
                links.Add(new(at, target, path.Length > 0 ? path : source.Path, Anchor(target)));
            }
        }

        return links;
    }

    private static IEnumerable<(string Target, int Offset)> Targets(string body)
    {
        foreach (var node in Markdown.Parse(body, Pipeline).Descendants())
        {
            switch (node)
            {
                // A link by reference is checked where the reference is defined.
                case LinkInline { Reference: null } link:
                    yield return (link.Url ?? "", link.UrlSpan.IsEmpty ? link.Span.Start : link.UrlSpan.Start);
                    break;
                case AutolinkInline { IsEmail: false } link:
                    yield return (link.Url, link.Span.Start);
                    break;
                case LinkReferenceDefinition link:
                    yield return (link.Url ?? "", link.UrlSpan.IsEmpty ? link.Span.Start : link.UrlSpan.Start);
                    break;
            }
        }
    }

    private static string? Scheme(string target)
    {
        // Browsers skip spaces and control characters before and inside a scheme, so they do not hide one here either.
        var visible = string.Concat(target.Where(letter => letter > ' '));
        var colon = visible.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && visible.AsSpan(0, colon).IndexOfAny("/?#") < 0 ? visible[..colon] : null;
    }

    /// <summary>What follows <c>#</c>; null where nothing does.</summary>
    private static string? Anchor(string target) =>
        target.Split('#', 2) is [_, { Length: > 0 } anchor] ? Uri.UnescapeDataString(anchor) : null;

    /// <summary>The file that a relative link means.</summary>
    /// <returns>Its path in the library; empty for a place in the same file; null where it leads out.</returns>
    private static string? Resolve(string from, string target)
    {
        var file = Uri.UnescapeDataString(target.Split('#', '?')[0]);
        if (file.Length == 0)
        {
            return "";
        }

        if (file.StartsWith('/') || file.Contains('\\', StringComparison.Ordinal) || file.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new Stack<string>(from.Split('/').SkipLast(1));
        foreach (var part in file.Split('/'))
        {
            if (part == ".." && !parts.TryPop(out _))
            {
                return null;
            }

            if (part is not ("" or "." or ".."))
            {
                parts.Push(part);
            }
        }

        return parts.Count == 0 ? null : string.Join('/', parts.Reverse());
    }
}
