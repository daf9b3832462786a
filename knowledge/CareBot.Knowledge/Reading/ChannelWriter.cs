using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CareBot.Knowledge.Reading;

/// <summary>Writes parsed Markdown as Markdown again, leaving out what a chat must not show.</summary>
/// <remarks>Writing anew from what was understood is safe where cutting out of the source is not: what is left of a cut may
/// join to new HTML. Characters that could begin HTML, a link or code are escaped wherever they stand in plain words.</remarks>
internal sealed class ChannelWriter
{
    private const string EscapedAnywhere = "\\`<[]";

    private readonly StringBuilder text = new();

    public string Write(MarkdownDocument document) => string.Join("\n\n", Blocks(document));

    private List<string> Blocks(ContainerBlock container) =>
        [.. container.Select(Block).Where(written => written.Length > 0)];

    private string Block(Block block) => block switch
    {
        HeadingBlock heading => $"{new string('#', heading.Level)} {Line(heading.Inline)}",
        ParagraphBlock paragraph => Line(paragraph.Inline),
        ListBlock list => List(list),
        QuoteBlock quote => Indented(string.Join("\n\n", Blocks(quote)), "> ", "> "),
        CodeBlock code => Fenced(code.Lines.ToString()),
        ThematicBreakBlock => "---",

        // HTML and link definitions: nothing to show.
        _ => "",
    };

    private string List(ListBlock list)
    {
        var items = new List<string>();
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var marker = list.IsOrdered ? $"{number++}. " : "- ";
            items.Add(Indented(string.Join(list.IsLoose ? "\n\n" : "\n", Blocks(item)), marker, new string(' ', marker.Length)));
        }

        return string.Join(list.IsLoose ? "\n\n" : "\n", items);
    }

    private static string Indented(string block, string first, string next) =>
        first + block.Replace("\n", "\n" + next, StringComparison.Ordinal).Replace("\n" + next + "\n", "\n" + next.TrimEnd() + "\n", StringComparison.Ordinal);

    private static string Fenced(string code)
    {
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}\n{code}\n{fence}";
    }

    private string Line(ContainerInline? inlines)
    {
        text.Clear();
        Inlines(inlines);
        return EscapeLineStarts(text.ToString().Trim());
    }

    private void Inlines(ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            Inline(inline);
        }
    }

    private void Inline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Escape(literal.Content.ToString(), literal.IsFirstCharacterEscaped);
                break;
            case HtmlEntityInline entity:
                Escape(entity.Transcoded.ToString(), firstEscaped: false);
                break;
            case LineBreakInline { IsHard: true }:
                text.Append("\\\n");
                break;
            case LineBreakInline:
                text.Append('\n');
                break;
            case CodeInline code:
                Escape(code.Content, firstEscaped: false);
                break;
            case EmphasisInline emphasis:
                Wrapped(emphasis, new string(emphasis.DelimiterChar, emphasis.DelimiterCount));
                break;
            case LinkInline { IsImage: false, Url: { } url } link when BodyLinks.IsExternal(url):
                Link(() => Inlines(link), url);
                break;
            case AutolinkInline { IsEmail: true } link:
                Link(() => Escape(link.Url, firstEscaped: false), $"mailto:{link.Url}");
                break;
            case AutolinkInline link when BodyLinks.IsExternal(link.Url):
                Link(() => Escape(link.Url, firstEscaped: false), link.Url);
                break;
            case AutolinkInline link:
                Escape(link.Url, firstEscaped: false);
                break;

            // Images and links to files leave their words; HTML leaves nothing.
            case ContainerInline container:
                Inlines(container);
                break;
        }
    }

    private void Link(Action words, string url)
    {
        // A mark of exclamation before a link would make an image of it.
        if (text.Length > 0 && text[^1] == '!' && !IsEscaped(text.Length - 1))
        {
            text.Insert(text.Length - 1, '\\');
        }

        text.Append('[');
        words();
        text.Append(CultureInfo.InvariantCulture, $"]({Address(url)})");
    }

    // A backslash of the text is written as two, so an odd number of them means that the last one escapes.
    private bool IsEscaped(int at)
    {
        var backslashes = 0;
        while (at - backslashes > 0 && text[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    private void Wrapped(ContainerInline inlines, string mark)
    {
        text.Append(mark);
        Inlines(inlines);
        text.Append(mark);
    }

    private void Escape(string words, bool firstEscaped)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (EscapedAnywhere.Contains(words[i], StringComparison.Ordinal) || (i == 0 && firstEscaped))
            {
                text.Append('\\');
            }

            text.Append(words[i]);
        }
    }

    // The word at the start of a line that would make it a heading, a quote or an item of a list.
    private static string EscapeLineStarts(string block) =>
        string.Join('\n', block.Split('\n').Select(line =>
            line.Length > 0 && "#>-+=~|".Contains(line[0], StringComparison.Ordinal) ? "\\" + line : line));

    // An address that cannot end its own brackets.
    private static string Address(string url) =>
        string.Concat(url.Select(letter => letter switch
        {
            '(' or ')' or '<' or '>' or '[' or ']' or '\\' or '`' or '"' => Uri.HexEscape(letter),
            <= ' ' => "",
            _ => letter.ToString(),
        }));
}
