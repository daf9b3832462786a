using System.Collections.Concurrent;
using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>Makes passages of articles; each text is prepared for channels once.</summary>
internal sealed class ChannelTexts
{
    private readonly ConcurrentDictionary<(ArticleId, Language), string> texts = new();

    public Passage Passage(Article article, double confidence) => new()
    {
        Article = article.Id,
        Language = article.Language,
        Title = article.Title,
        Text = texts.GetOrAdd((article.Id, article.Language), static (_, article) => ArticleText.ForChannel(article), article),
        Topic = article.Topic,
        Reviewed = article.Reviewed,
        Escalate = article.Escalate,
        Procedure = article.Procedure,
        Confidence = confidence,
    };
}
