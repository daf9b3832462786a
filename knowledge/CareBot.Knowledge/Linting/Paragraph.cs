using System.Text;
using System.Text.RegularExpressions;
using CareBot.Answers;
using CareBot.Knowledge.Reading;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CareBot.Knowledge.Linting;

/// <summary>A paragraph, heading or list item as plain words in one line, each letter of which knows where it is written.</summary>
internal sealed partial class Paragraph
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    private readonly SourceText body;
    private readonly int bodyLine;
    private readonly StringBuilder text = new();
    private readonly List<int> offsets = [];

    private Paragraph(LeafBlock block, SourceText body, int bodyLine)
    {
        this.body = body;
        this.bodyLine = bodyLine;
        IsHeading = block is HeadingBlock;
        for (var outer = block.Parent; outer is not null && !IsQuoted; outer = outer.Parent)
        {
            IsQuoted = outer is QuoteBlock;
        }

        Add(block.Inline!);
        Text = text.ToString();
        Folded = Folding.Fold(Text);
    }

    public string Text { get; }

    /// <summary><see cref="Text"/> in small letters without accents, letter for letter.</summary>
    public string Folded { get; }

    public bool IsHeading { get; }

    /// <summary>Whether it stands in a quotation: in a script, what the agent says.</summary>
    public bool IsQuoted { get; }

    /// <summary>The paragraphs of an article in their order; code is not among them.</summary>
    public static IReadOnlyList<Paragraph> AllOf(Article article, int bodyLine)
    {
        var source = new SourceText(article.Path, article.Body);
        return
        [
            .. Markdown.Parse(article.Body, Pipeline).Descendants<LeafBlock>()
                .Where(block => block.Inline is not null)
                .Select(block => new Paragraph(block, source, bodyLine)),
        ];
    }

    /// <summary>Where a letter of the text is written.</summary>
    public Spot At(int index)
    {
        var at = body.At(offsets[index]);
        return at with { Line = at.Line + bodyLine - 1 };
    }

    /// <summary>The sentences, and where in <see cref="Text"/> each begins.</summary>
    public IEnumerable<(int Start, string Text)> Sentences()
    {
        var start = 0;
        foreach (var end in SentenceEnd().Matches(Text).Cast<Match>())
        {
            yield return (start, Text[start..end.Index]);
            start = end.Index + end.Length;
        }

        if (start < Text.Length)
        {
            yield return (start, Text[start..]);
        }
    }

    private void Add(ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Add(literal.Content.ToString(), literal.Span.Start, step: 1);
                    break;
                case CodeInline code:
                    Add(code.Content, code.Span.Start + code.DelimiterCount, step: 1);
                    break;
                case HtmlEntityInline entity:
                    Add(entity.Transcoded.ToString(), entity.Span.Start, step: 0);
                    break;
                case LineBreakInline:
                    Add(" ", inline.Span.Start, step: 0);
                    break;
                case ContainerInline container:
                    Add(container);
                    break;
            }
        }
    }

    private void Add(string words, int offset, int step)
    {
        text.Append(words);
        for (var i = 0; i < words.Length; i++)
        {
            offsets.Add(Math.Min(offset + (i * step), body.Text.Length));
        }
    }

    // A capital must follow: "art. 52", "per es. la" and "3.50" are no ends.
    [GeneratedRegex("""(?<=[.!?…][»”"')]?)\s+(?=[«“"'(]?\p{Lu})""")]
    private static partial Regex SentenceEnd();
}
