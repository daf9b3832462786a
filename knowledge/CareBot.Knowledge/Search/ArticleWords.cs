using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>What an article is compared by.</summary>
/// <param name="Phrasings">Its title and each way its question is put.</param>
/// <param name="Heading">The stems of all those and of its keywords.</param>
/// <param name="HeadingGrams">The letter runs of them, stop words left out.</param>
/// <param name="Body">The stems of its text, stop words left out.</param>
/// <param name="Vocabulary">All its words but stop words, each once.</param>
internal sealed record ArticleWords(
    IReadOnlyList<Phrasing> Phrasings,
    IReadOnlyList<string> Heading,
    IReadOnlyList<ulong> HeadingGrams,
    IReadOnlyList<string> Body,
    IReadOnlyList<Word> Vocabulary)
{
    public static ArticleWords Of(Article article, Words words)
    {
        var phrasings = article.Questions.Prepend(article.Title).Select(words.In).ToList();
        var heading = phrasings.Concat(article.Keywords.Select(words.In)).SelectMany(each => each).ToList();
        var body = Matter(words.In(ArticleText.Words(article))).ToList();
        return new(
            [.. phrasings.Select(phrasing => new Phrasing([.. phrasing.Select(word => word.Stem)], LetterRuns.Of(Matter(phrasing))))],
            [.. heading.Select(word => word.Stem)],
            LetterRuns.Of(Matter(heading)),
            [.. body.Select(word => word.Stem)],
            [.. Matter(heading).Concat(body).Distinct()]);
    }

    private static IEnumerable<Word> Matter(IEnumerable<Word> words) => words.Where(word => !word.IsStop);
}

/// <summary>One way a question is put: its stems with the stop words, and the letter runs of the others.</summary>
internal sealed record Phrasing(IReadOnlyList<string> Stems, IReadOnlyList<ulong> Grams);
