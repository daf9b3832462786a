using System.Globalization;
using CareBot.Answers;

namespace CareBot.Turns;

/// <summary>An article as the customer sees it: title, text, and where it is from, in Markdown.</summary>
internal static class ArticleReply
{
    public static string Of(Passage passage, Draft draft)
    {
        var words = draft.Words;
        var article = $"**{Literal(passage.Title)}**\n\n{passage.Text.Trim()}\n\n*{Literal(Source(words, passage, draft.Conversation.Language))}*";
        return passage.Language == draft.Conversation.Language ? article : $"{words.OnlyInOtherLanguage}\n\n{article}";
    }

    private static string Source(Phrases words, Passage passage, Language language) => passage.Reviewed is { } day
        ? words.Source(passage.Title, day.ToString(words.DateFormat, CultureInfo.GetCultureInfo(language.Tag())))
        : words.SourceUndated(passage.Title);

    /// <summary>A title is plain text: no sign in it may become mark-up.</summary>
    private static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("<", "\\<", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal);
}
