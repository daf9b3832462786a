using CareBot.Answers;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Turns;

/// <summary>What most customers come for, as titles to begin a conversation with.</summary>
/// <param name="articles">Ids of articles, with blanks between.</param>
internal sealed class Starters(string articles)
{
    private readonly ArticleId[] articles =
        [.. articles.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(id => new ArticleId(id))];

    /// <summary>The titles in the conversation's language of those articles that its customer may see today.</summary>
    public IReadOnlyList<string> For(Conversation conversation, Knowledge.Reading.Library library, DateOnly today) =>
    [
        .. articles
            .Select(id => library.Find(id, conversation.Language))
            .OfType<Article>()
            .Where(article => article.IsForCustomers(Inquiry.ChannelOf(conversation.Channel), today))
            .Select(article => article.Title),
    ];
}
