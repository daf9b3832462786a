using Lingua;

namespace CareBot.Knowledge.Search;

/// <summary>Tells which of the served languages a text is in.</summary>
internal static class LanguageSense
{
    /// <summary>The words below which the form of a text says too little: only what the library knows decides.</summary>
    private const int WordsMin = 3;

    /// <summary>How far the signs must point to one side, where 2 is all the way.</summary>
    private const double LeanMin = 0.2;

    /// <summary>The form of a text is told by letter triples alone. All of Lingua's models together are hardly surer where the library's
    /// own vocabulary counts as well, and take five times as long to load (1.5 s of processor time) and 140 MB more.</summary>
    private static readonly Lazy<LanguageDetector> Detector = new(() =>
        LanguageDetectorBuilder.FromLanguages(Lingua.Language.Italian, Lingua.Language.English)
            .WithPreloadedLanguageModels().WithLowAccuracyMode().Build());

    /// <summary>Loads the model, which takes a third of a second, before somebody waits for it.</summary>
    /// <remarks>On a thread of its own: one of the pool, on two cores, would be half of those that a start can use.</remarks>
    public static void Warm() =>
        Task.Factory.StartNew(() => Detector.Value, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The language of a text; null where it is too short or could be either.</summary>
    public static Language? Of(string text, Shelves shelves)
    {
        var (words, italian, english) = Known(text, shelves);
        if (words == 0)
        {
            return null;
        }

        var known = (double)(italian - english) / words;
        var form = words < WordsMin ? 0 : (2 * Italian(text)) - 1;

        // Squared: a form that could be either must not outvote words that the library knows.
        var lean = known + (form * Math.Abs(form));
        return Math.Abs(lean) < LeanMin ? null : lean > 0 ? Language.Italian : Language.English;
    }

    /// <summary>Whether a text may be taken for another language than this. The words that the library knows may say no by themselves,
    /// without its form, which takes longest to tell.</summary>
    public static bool MayBeOther(string text, Language language, Shelves shelves)
    {
        var (words, italian, english) = Known(text, shelves);
        return words > 0 && (double)(language == Language.Italian ? italian - english : english - italian) / words <= 1 - LeanMin;
    }

    /// <summary>How many words there are, and how many of them the library knows in one language only.</summary>
    private static (int Words, int Italian, int English) Known(string text, Shelves shelves)
    {
        var inItalian = Words.Of(Language.Italian).In(text).Where(IsWord).ToList();
        var inEnglish = Words.Of(Language.English).In(text).Where(IsWord).ToList();
        var words = Math.Max(inItalian.Count, inEnglish.Count);
        if (inItalian.Count != inEnglish.Count)
        {
            // An elided article or the like: words do not pair up, so they are counted on each side.
            return (words,
                inItalian.Count(word => IsKnown(word, Language.Italian, shelves)),
                inEnglish.Count(word => IsKnown(word, Language.English, shelves)));
        }

        var (italian, english) = (0, 0);
        for (var at = 0; at < words; at++)
        {
            var knownItalian = IsKnown(inItalian[at], Language.Italian, shelves);
            var knownEnglish = IsKnown(inEnglish[at], Language.English, shelves);
            italian += knownItalian && !knownEnglish ? 1 : 0;
            english += knownEnglish && !knownItalian ? 1 : 0;
        }

        return (words, italian, english);
    }

    private static bool IsWord(Word word) => word.Plain.Length > 1 && char.IsLetter(word.Plain[0]);

    private static bool IsKnown(Word word, Language language, Shelves shelves) =>
        word.IsStop || shelves[language, Answers.ArticleKind.Faq].Knows(word);

    private static double Italian(string text) =>
        Detector.Value.ComputeLanguageConfidenceValues(text).TryGetValue(Lingua.Language.Italian, out var share) ? share : 0.5;
}
