using System.Globalization;
using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Desk;

/// <summary>What agents use of the library: replies to send, scripts to go by, and the titles of what customers were shown.</summary>
internal sealed class DeskLibrary(LiveIndex index)
{
    /// <summary>The replies that a search lists.</summary>
    public const int RepliesMax = 6;

    /// <summary>The scripts that are suggested for a conversation.</summary>
    public const int ScriptsMax = 3;

    private const CompareOptions AsTyped = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>What fits every chat, where nothing fits this one.</summary>
    private static readonly ArticleId[] General = [new("chat-opening"), new("chat-closing")];

    /// <summary>The canned replies in one language.</summary>
    /// <param name="language">The customer's.</param>
    /// <param name="sought">What the agent has typed: titles that begin so come first, then those with such a word, then what the
    /// search finds. Nothing typed lists all of them by title.</param>
    public IReadOnlyList<Article> Replies(Language language, string sought)
    {
        var edition = index.Current;
        var typed = sought.Trim();
        var compare = CultureInfo.GetCultureInfo(language.Tag()).CompareInfo;
        var all = edition.Library.Articles
            .Where(article => article is { Kind: ArticleKind.Reply, Status: ArticleStatus.Published } && article.Language == language)
            .OrderBy(article => article.Title, Comparer<string>.Create(compare.Compare))
            .ToList();
        return typed.Length == 0
            ? all
            :
            [
                .. all.Where(article => compare.IsPrefix(article.Title, typed, AsTyped))
                    .Concat(all.Where(article => compare.IndexOf(article.Title, $" {typed}", AsTyped) >= 0))
                    .Concat(edition.Index.Find(typed, language, ArticleKind.Reply, RepliesMax))
                    .DistinctBy(article => article.Id)
                    .Take(RepliesMax),
            ];
    }

    /// <summary>The scripts that fit what the customer wrote last, in their language; the general ones fill up what is missing.</summary>
    public IReadOnlyList<Article> Scripts(DeskTranscript open)
    {
        var edition = index.Current;
        var (language, channel) = (open.Line.Conversation.Language, Inquiry.ChannelOf(open.Line.Conversation.Channel));
        return
        [
            .. edition.Index.Find(open.CustomersWords, language, ArticleKind.Script, 2 * ScriptsMax)
                .Concat(General.Select(id => edition.Library.Find(id, language)).OfType<Article>())
                .Where(article => article is { Kind: ArticleKind.Script, Status: ArticleStatus.Published })
                .Where(article => article.Channels.Count == 0 || article.Channels.Contains(channel, StringComparer.OrdinalIgnoreCase))
                .DistinctBy(article => article.Id)
                .Take(ScriptsMax),
        ];
    }

    /// <summary>The title of an article in a language, or else in another; its id where the article is gone.</summary>
    public string Title(ArticleId article, Language language)
    {
        var library = index.Current.Library;
        return Enum.GetValues<Language>()
            .OrderBy(each => each != language)
            .Select(each => library.Find(article, each)?.Title)
            .FirstOrDefault(title => title is not null) ?? article.Value;
    }

    /// <summary>An article as HTML that a page may show as it is.</summary>
    public static string Html(Article article) => ArticleHtml.Render(article);

    /// <summary>What the bot said as HTML that a page may show as it is.</summary>
    public static string Html(string markdown) => ArticleHtml.RenderMarkdown(markdown);
}
