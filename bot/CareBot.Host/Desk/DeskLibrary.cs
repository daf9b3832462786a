using System.Globalization;
using CareBot.Answers;
using CareBot.Host.Settings;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Desk;

/// <summary>What agents use of the library: replies and answers to send, scripts to go by, and the titles of what customers were shown.</summary>
internal sealed class DeskLibrary(LiveIndex index, IOptions<CareOptions> options, TimeProvider clock)
{
    /// <summary>The answers that are listed beside the replies.</summary>
    public const int AnswersMax = 3;

    /// <summary>The confidence below which an answer is not worth an agent's look.</summary>
    public const double AnswerConfidenceMin = 0.05;

    /// <summary>The replies that a search lists.</summary>
    public const int RepliesMax = 6;

    /// <summary>The replies that are put before the rest because they fit the customer's words, or before articles that fit the agent's.</summary>
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
                .. Titled(all, typed, language)
                    .Concat(edition.Index.Find(typed, language, ArticleKind.Reply, RepliesMax))
                    .DistinctBy(article => article.Id)
                    .Take(RepliesMax),
            ];
    }

    /// <summary>The articles that the conversation's customer may be sent, in its language and for its channel: never an internal one,
    /// a draft, or one whose time is over.</summary>
    /// <param name="open">The conversation.</param>
    /// <param name="sought">What the agent has typed: titles that begin so come first, then those with such a word, then what the bot
    /// would find. Nothing typed lists what the bot finds for each of the customer's last messages, the surest first; what the
    /// customer has seen comes after what they have not, and what helped them is left out.</param>
    public IReadOnlyList<Article> Answers(DeskTranscript open, string sought)
    {
        var typed = sought.Trim();
        var seen = open.Answers.ToLookup(shown => shown.Article, shown => shown.Helpful);
        return
        [
            .. (typed.Length == 0
                ? Found(open, open.Questions).Where(article => !seen[article.Id].Contains(true)).OrderBy(article => seen.Contains(article.Id))
                : Titled(ForCustomer(open), typed, open.Line.Conversation.Language).Concat(Found(open, [typed])).DistinctBy(article => article.Id))
                .Take(AnswersMax),
        ];
    }

    /// <summary>An article as an agent takes it to answer with; null where the conversation's customer may not be sent it.</summary>
    public TakenArticle? Take(DeskTranscript open, ArticleId article) =>
        ForCustomer(open).FirstOrDefault(each => each.Id == article) is { } found ? new(found.Id, Text(found)) : null;

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

    /// <summary>An article as an agent sends it: plain text.</summary>
    public static string Text(Article article) => ArticleText.ForAgent(article);

    /// <summary>An article as HTML that a page may show as it is.</summary>
    public static string Html(Article article) => ArticleHtml.Render(article);

    /// <summary>What the bot said as HTML that a page may show as it is.</summary>
    public static string Html(string markdown) => ArticleHtml.RenderMarkdown(markdown);

    private static IEnumerable<Article> Titled(IReadOnlyList<Article> articles, string typed, Language language)
    {
        var compare = CultureInfo.GetCultureInfo(language.Tag()).CompareInfo;
        return articles.Where(article => compare.IsPrefix(article.Title, typed, AsTyped))
            .Concat(articles.Where(article => compare.IndexOf(article.Title, $" {typed}", AsTyped) >= 0));
    }

    private List<Article> ForCustomer(DeskTranscript open)
    {
        var (language, channel, today) = (open.Line.Conversation.Language, Inquiry.ChannelOf(open.Line.Conversation.Channel), Today);
        return [.. index.Current.Library.Articles.Where(article => article.Language == language && article.IsForCustomers(channel, today))];
    }

    /// <summary>What the bot would find for any of several questions, the surest first.</summary>
    private IEnumerable<Article> Found(DeskTranscript open, IEnumerable<string> questions)
    {
        var edition = index.Current;
        var language = open.Line.Conversation.Language;
        return questions
            .SelectMany(question => edition.Index.Gather(new()
            {
                Text = question,
                Prior = language,
                Channel = Inquiry.ChannelOf(open.Line.Conversation.Channel),
                Today = Today,
            }).Passages)
            .Where(passage => passage.Language == language && passage.Confidence >= AnswerConfidenceMin)
            .OrderByDescending(passage => passage.Confidence)
            .DistinctBy(passage => passage.Article)
            .Select(passage => edition.Library.Find(passage.Article, language))
            .OfType<Article>();
    }

    private DateOnly Today => options.Value.Policy.Today(clock.GetUtcNow());
}
