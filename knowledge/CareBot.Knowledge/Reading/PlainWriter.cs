using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CareBot.Knowledge.Reading;

/// <summary>Writes parsed Markdown as a person would type it into a chat: no marks, a paragraph in one line, addresses after their words.</summary>
internal sealed class PlainWriter
{
    private readonly StringBuilder text = new();

    public string Write(MarkdownDocument document) => string.Join("\n\n", Blocks(document));

    private List<string> Blocks(ContainerBlock container) =>
        [.. container.Select(Block).Where(written => written.Length > 0)];

    private string Block(Block block) => block switch
    {
        LeafBlock { Inline: { } inlines } => Line(inlines),
        ListBlock list => List(list),
        QuoteBlock quote => string.Join("\n\n", Blocks(quote)),
        CodeBlock code => code.Lines.ToString(),

        // Rules, HTML and link definitions: nothing that a person types.
        _ => "",
    };

    private string List(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = new List<string>();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var marker = list.IsOrdered ? $"{number++}. " : "- ";
            items.Add(marker + string.Join('\n', Blocks(item)).Replace("\n", $"\n{new string(' ', marker.Length)}", StringComparison.Ordinal));
        }

        return string.Join('\n', items);
    }

    private string Line(ContainerInline inlines)
    {
        text.Clear();
        Inlines(inlines);
        return text.ToString().Trim();
    }

    private void Inlines(ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            Inline(inline);
        }
    }

    private void Inline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.ToString());
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.ToString());
                break;
            case LineBreakInline line:
                text.Append(line.IsHard ? '\n' : ' ');
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LinkInline { IsImage: false, Url: { } url } link when BodyLinks.IsExternal(url):
                Link(link, url);
                break;
            case ContainerInline container:
                Inlines(container);
                break;
        }
    }

    /// <summary>An address that is its own words is not said twice.</summary>
    private void Link(LinkInline link, string url)
    {
        var start = text.Length;
        Inlines(link);
        var words = text.ToString(start, text.Length - start);
        var address = url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
            ? url[(url.IndexOf(':', StringComparison.Ordinal) + 1)..]
            : url;
        if (Bare(words) != Bare(address))
        {
            text.Append(CultureInfo.InvariantCulture, $" ({address})");
        }
    }

    private static string Bare(string address) => string.Concat(address.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
