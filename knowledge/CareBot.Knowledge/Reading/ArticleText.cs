using CareBot.Answers;
using Markdig;

namespace CareBot.Knowledge.Reading;

/// <summary>An article as text for a chat.</summary>
public static class ArticleText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    /// <summary>The body as plain CommonMark that a channel may show as it is.</summary>
    /// <returns>Text without HTML; links by https, http, mailto and tel are kept, other links and images have become their words.</returns>
    public static string ForChannel(Article article) =>
        new ChannelWriter().Write(Markdown.Parse(article.Body, Pipeline));

    /// <summary>The body as an agent would type it: plain text without marks, for people who write in plain text.</summary>
    public static string ForAgent(Article article) => new PlainWriter().Write(Markdown.Parse(article.Body, Pipeline));

    /// <summary>The words of a body, for finding it: no marks, no addresses.</summary>
    internal static string Words(Article article) => Markdown.ToPlainText(article.Body, Pipeline);
}
