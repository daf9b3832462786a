namespace CareBot.Knowledge.Search;

/// <summary>Asks a shelf again what customers have asked, and takes their word for what was right: so what they said of an older
/// library teaches how far this one can be trusted.</summary>
internal static class CustomersFinds
{
    /// <summary>What a real question counts against a phrasing that was hidden: it is what the guessing is about.</summary>
    private const double Weight = 4;

    public static IEnumerable<KnownFind> Of(Shelf shelf, IReadOnlyList<Feedback> feedback, FullText fullText, Pace pace)
    {
        var words = Words.Of(shelf.Key.Language);

        // What leans on the talk before it was found by that, too; what has become a phrasing since is sure anyway.
        return feedback
            .Where(each => each.Language == shelf.Key.Language && FollowUp.Of(each.Text, words) == Lean.None)
            .GroupBy(each => each.Text)
            .SelectMany(asked => Judge(shelf, asked.Key, fullText, pace)
                .Where(judged => !judged.IsPhrasing)
                .Join(asked, judged => shelf.Articles[judged.Article].Id, each => each.Article, (judged, each) => new KnownFind(judged.Signs, each.Right, Weight)));
    }

    private static List<Judged> Judge(Shelf shelf, string text, FullText fullText, Pace pace)
    {
        pace.Step();
        return shelf.Judge(shelf.Ask(text), fullText, _ => true);
    }
}
