namespace CareBot.Knowledge.Search;

/// <summary>Finds out how far a shelf's finds can be trusted: phrasings are hidden and asked, and so are those of hidden articles,
/// which nothing can answer then.</summary>
internal static class CrossValidation
{
    /// <summary>The phrasings below which a shelf tells too little about itself.</summary>
    private const int PhrasingsMin = 40;

    /// <summary>The parts in which phrasings are hidden: every one is asked of a shelf that has not seen it.</summary>
    private const int PartsOfFew = 6;
    private const int PartsOfMany = 2;

    /// <summary>The phrasings from which two parts are enough.</summary>
    private const int PhrasingsMany = 3_000;

    /// <summary>One article in so many is hidden whole.</summary>
    private const int HiddenOneIn = 20;

    /// <summary>One question in so many is asked again as one about something of which no article speaks.</summary>
    private const int ForeignOneIn = 10;

    /// <summary>The place of the right article where there is none.</summary>
    private const int Nothing = -1;

    /// <summary>The questions that are asked in all.</summary>
    private const int QuestionsMax = 1_000;

    /// <summary>The finds of each question that are learned from.</summary>
    private const int FindsMax = 3;

    /// <summary>A word that no library has, and no slip of the finger either.</summary>
    private static Word Unheard { get; } = new("\uFFFD", "\uFFFD", IsStop: false);

    /// <summary>Asks a shelf what it has not seen, in parts that know nothing of each other.</summary>
    /// <returns>The parts, each of which tells what it found; none where the shelf has too few phrasings.</returns>
    public static IReadOnlyList<Func<Pace, IReadOnlyList<KnownFind>>> Parts(Shelf shelf)
    {
        var phrasings = shelf.Contents.Sum(content => content.Phrasings.Count);
        if (phrasings < PhrasingsMin)
        {
            return [];
        }

        var parts = phrasings < PhrasingsMany ? PartsOfFew : PartsOfMany;
        return
        [
            .. Enumerable.Range(0, parts).Select(part => (Func<Pace, IReadOnlyList<KnownFind>>)(
                pace => Examine(shelf, part, parts, Math.Max(1, phrasings / QuestionsMax), pace))),
        ];
    }

    private static List<KnownFind> Examine(Shelf shelf, int part, int parts, int askOneIn, Pace pace)
    {
        var kept = Enumerable.Range(0, shelf.Contents.Count).Where(article => (article + part) % HiddenOneIn != 0).ToList();
        var contents = kept.Select(article => Without(shelf.Contents[article], part, parts)).ToList();
        var reduced = new Shelf(shelf.Key, [.. kept.Select(article => shelf.Articles[article])], contents, shelf.Synonyms);
        reduced = reduced.With(new(reduced.Train(pace), Calibration.Usual, []));
        using var fullText = FullText.InMemory([.. contents.Select((words, ordinal) => new IndexedArticle(shelf.Key, ordinal, words))], "");

        var hidden =
            from article in Enumerable.Range(0, shelf.Contents.Count)
            from phrasing in shelf.Contents[article].Phrasings.Where((_, at) => at % parts == part)
            select (phrasing, ordinal: kept.BinarySearch(article));
        var questions = hidden.Where((_, at) => at % askOneIn == 0).ToList();
        var foreign = questions.Where((_, at) => at % ForeignOneIn == 0).Select(question => (phrasing: Foreign(question.phrasing), ordinal: Nothing));
        var finds = new List<KnownFind>();
        foreach (var (phrasing, ordinal) in questions.Concat(foreign))
        {
            pace.Step();
            var judged = reduced.Judge(reduced.Ask(phrasing), fullText, _ => true);
            finds.AddRange(judged.Take(FindsMax).Select(find => new KnownFind(find.Signs, find.Article == ordinal)));
        }

        return finds;
    }

    /// <summary>A question about something else: of all that it is about, one word is left.</summary>
    private static IReadOnlyList<Word> Foreign(IReadOnlyList<Word> question)
    {
        var matter = Enumerable.Range(0, question.Count).Where(at => !question[at].IsStop).ToList();
        var left = matter.Count > 1 ? matter[matter.Count / 2] : -1;
        return [.. question.Select((word, at) => word.IsStop || at == left ? word : Unheard)];
    }

    private static ArticleWords Without(ArticleWords content, int part, int parts) =>
        content with { Phrasings = [.. content.Phrasings.Where((_, at) => at % parts != part)] };
}
