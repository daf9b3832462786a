using System.Text.Json.Serialization;
using CareBot.Answers;

namespace CareBot.Turns;

/// <summary>An article whose text an agent began from.</summary>
/// <param name="Article">Which article.</param>
/// <param name="Text">Its text as it was put before the agent.</param>
public sealed record TakenArticle(ArticleId Article, string Text);

/// <summary>The article that an agent's message was made from, and how much of it is left in what was sent.</summary>
/// <remarks>The counts are what happened and stay in the journal; what they mean is a rule, and may be judged anew.</remarks>
/// <param name="Article">Which article.</param>
/// <param name="Words">The words of the article.</param>
/// <param name="Kept">Those of them that were sent, in whatever order; a word that is there twice counts twice.</param>
/// <param name="Sent">The words of the message.</param>
public sealed record FromArticle(ArticleId Article, int Words, int Kept, int Sent)
{
    /// <summary>The share of the article's words that must be left: a name, a figure or a sentence may change, the answer may not.</summary>
    public const double KeptMin = 0.8;

    /// <summary>The share of the message that the article's words must be more than: a greeting may stand before it, not a second answer.</summary>
    public const double ShareAbove = 0.5;

    /// <summary>Whether the message is still essentially the article: by sending it the agent says that the article is the answer.</summary>
    [JsonIgnore]
    public bool IsConfirmed => Kept >= KeptMin * Words && Kept > ShareAbove * Sent;

    /// <summary>Compares a message with the article that it was made from: case, accents and punctuation make no difference.</summary>
    public static FromArticle Of(TakenArticle taken, string sent)
    {
        var (article, message) = (Counted(taken.Text), Counted(sent));
        return new(
            taken.Article,
            article.Values.Sum(),
            article.Sum(word => Math.Min(word.Value, message.GetValueOrDefault(word.Key))),
            message.Values.Sum());
    }

    private static Dictionary<string, int> Counted(string text) =>
        PlainWords.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
}
