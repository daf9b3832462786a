using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary><c>related</c> names articles that exist, in whichever language.</summary>
internal static class RelatedExists
{
    public static IEnumerable<Problem> Check(Library library)
    {
        var known = library.Articles.Select(article => article.Id).ToHashSet();
        var unusable = library.Unusable;
        return library.Files
            .SelectMany(file => file.Present.Related)
            .Where(related => !known.Contains(related.Id) && !unusable.Contains(related.Id.Value))
            .Select(related => Problems.RelatedUnknown(related.At, related.Id.Value));
    }
}
