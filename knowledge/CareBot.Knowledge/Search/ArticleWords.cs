using System.Collections.Concurrent;
using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>The words of an article, taken apart once for all that compares by them.</summary>
/// <param name="Title">The words of its title.</param>
/// <param name="Phrasings">Each way its question is put.</param>
/// <param name="Keywords">The words of its keywords.</param>
/// <param name="Body">The words of its text and of its notes.</param>
internal sealed record ArticleWords(
    IReadOnlyList<Word> Title,
    IReadOnlyList<IReadOnlyList<Word>> Phrasings,
    IReadOnlyList<Word> Keywords,
    IReadOnlyList<Word> Body)
{
    /// <summary>All by which an author says what the article is for.</summary>
    public IEnumerable<Word> Heading => Title.Concat(Phrasings.SelectMany(words => words)).Concat(Keywords);

    /// <summary>Title and phrasings: what a question may be compared with as a whole.</summary>
    public IEnumerable<IReadOnlyList<Word>> Questions => Phrasings.Prepend(Title);

    public static ArticleWords Of(Article article) => Of(article, new());

    /// <inheritdoc cref="Of(Article)"/>
    /// <param name="article">The article.</param>
    /// <param name="known">The words of other articles in its language: thousands of articles are made of the same few, which are
    /// stemmed once and lie in memory once.</param>
    public static ArticleWords Of(Article article, ConcurrentDictionary<string, Word> known)
    {
        var words = Words.Of(article.Language);
        return new(
            words.WithCodes(article.Title, known),
            [.. article.Questions.Select(question => words.WithCodes(question, known))],
            [.. article.Keywords.SelectMany(keyword => words.WithCodes(keyword, known))],
            [.. words.WithCodes(ArticleText.Words(article), known), .. article.Notes.SelectMany(note => words.WithCodes(note, known))]);
    }
}
