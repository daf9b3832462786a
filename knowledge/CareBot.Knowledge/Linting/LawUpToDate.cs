using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>No text states a law in words that are no longer true: <c>law-rules.yaml</c>, where there is one, lists such words.</summary>
internal static class LawUpToDate
{
    public static IEnumerable<Problem> Check(Library library, IEnumerable<Manuscript> manuscripts, DateOnly today)
    {
        var laws = LawRules.Read(library.Folder);
        var over = laws.Past.Where(past => past.ValidTo < today)
            .Select(past => (Phrase: new Phrase(past.Language, past.Words, past.Instead), past.ValidTo))
            .ToLookup(rule => rule.Phrase.Language);
        return laws.Problems.Concat(
            from manuscript in manuscripts
            where manuscript.Article.Status != ArticleStatus.Archived
            from rule in over[manuscript.Language]
            from paragraph in manuscript.Paragraphs
            let at = rule.Phrase.In(paragraph.Folded)
            where at is not null
            select Problems.LawOver(paragraph.At(at.Value), rule.Phrase.Written, rule.ValidTo, rule.Phrase.Instead));
    }
}
