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

    /// <summary>The replies that are put before the rest because they fit the customer's words.</summary>
    public const int FittingMax = 3;

    /// <summary>The scripts that are suggested for a conversation.</summary>
    public const int ScriptsMax = 3;

    private const CompareOptions AsTyped = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>What fits every chat, where nothing fits this one.</summary>
    private static readonly ArticleId[] General = [new("chat-opening"), new("chat-closing")];

    /// <summary>What an agent says first.</summary>
    private static readonly ArticleId Greeting = new("reply-greeting");

    /// <summary>The canned replies for a conversation, in its language.</summary>
    /// <param name="open">The conversation.</param>
    /// <param name="sought">What the agent has typed: titles that begin so come first, then those with such a word, then what the
    /// search finds. Nothing typed lists all of them: the greeting where no agent has written yet, what fits the customer's words,
    /// then the rest by title.</param>
    public IReadOnlyList<Article> Replies(DeskTranscript open, string sought)
    {
        var edition = index.Current;
        var typed = sought.Trim();
        var language = open.Line.Conversation.Language;
        var compare = CultureInfo.GetCultureInfo(language.Tag()).CompareInfo;
        var all = edition.Library.Articles
            .Where(article => article is { Kind: ArticleKind.Reply, Status: ArticleStatus.Published } && article.Language == language)
            .OrderBy(article => article.Title, Comparer<string>.Create(compare.Compare))
            .ToList();
        return typed.Length == 0
            ?
            [
                .. all.Where(article => article.Id == Greeting && !open.AgentHasWritten)
                    .Concat(edition.Index.Find(open.CustomersWords, language, ArticleKind.Reply, FittingMax).Where(all.Contains))
                    .Concat(all)
                    .DistinctBy(article => article.Id),
            ]
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
