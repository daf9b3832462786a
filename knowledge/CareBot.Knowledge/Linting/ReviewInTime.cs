using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>Somebody has vouched for what is published, no longer ago than its own period of review.</summary>
internal static class ReviewInTime
{
    public static IEnumerable<Problem> Check(IEnumerable<Manuscript> published, DateOnly today)
    {
        foreach (var manuscript in published)
        {
            var (article, at) = (manuscript.Article, manuscript.Read.Places.Reviewed);
            if (article.ReviewIn is not { } period)
            {
                continue;
            }

            if (article.Reviewed is not { } reviewed)
            {
                yield return Problems.NeverReviewed(at);
            }
            else if (Written.ReviewEnd(reviewed, period) is { } due && due < today)
            {
                yield return Problems.ReviewOver(at, due);
            }
        }
    }
}
