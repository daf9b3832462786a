using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Linting;

/// <summary>What <c>synonyms.yaml</c> lists is found in questions and leads to words of an article.</summary>
internal static class SynonymsLead
{
    public static IEnumerable<Problem> Check(Library library) =>
        library.Synonyms.Entries.GroupBy(entry => entry.Language).SelectMany(entries => Check(library, entries.Key, entries));

    private static IEnumerable<Problem> Check(Library library, Language language, IEnumerable<Synonym> entries)
    {
        var words = Words.Of(language);
        var stems = library.Articles
            .Where(article => article.Language == language && article.Status == ArticleStatus.Published)
            .AsParallel()
            .SelectMany(article => WordsOf(ArticleWords.Of(article)))
            .Select(word => word.Stem)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var phrase in entry.From.Where(phrase => !Thesaurus.SaysSomething(words.In(phrase))))
            {
                yield return Problems.SynonymSmall(entry.At, phrase);
            }

            if (!entry.To.Any(phrase => words.In(phrase).TrueForAll(word => word.IsStop || stems.Contains(word.Stem))))
            {
                yield return Problems.SynonymAstray(entry.At, entry.To[0]);
            }
        }
    }

    private static IEnumerable<Word> WordsOf(ArticleWords read) => read.Heading.Concat(read.Body);
}
