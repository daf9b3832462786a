namespace CareBot.Answers;

/// <summary>What some of several likely articles are about and the others are not.</summary>
/// <param name="Words">A word that their titles share, as it is written in the likeliest; the whole title of one that stands alone.</param>
/// <param name="Passages">Those articles, the most likely first.</param>
public sealed record Subject(string Words, IReadOnlyList<Passage> Passages)
{
    /// <summary>The letters below which a word is an article or a preposition, and names no subject.</summary>
    private const int LettersMin = 4;

    /// <summary>The endings, in letters, that inflection changes: <c>resi</c> is about the same as <c>reso</c>.</summary>
    private const int EndingMax = 2;

    /// <summary>Words of questions as such, which name no subject however long they are.</summary>
    private static readonly HashSet<string> QuestionWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "come", "quando", "quanto", "quanta", "quanti", "quante", "quale", "quali", "cosa", "dove", "perché", "posso", "devo",
        "vuole", "sono", "dell", "dall", "nell", "sull", "della", "delle", "dello", "degli", "dalla", "dalle", "nella", "nelle", "alla", "alle", "allo", "agli",
        "dopo", "prima", "senza", "what", "when", "where", "which", "does", "have", "with", "from", "your", "that", "this", "there",
        "take", "will", "without", "after", "before",
    };

    /// <summary>The words that split articles best: those that stand for a topic first, and then those that more articles share.
    /// No article is under two of them.</summary>
    /// <param name="passages">The most likely first.</param>
    /// <param name="max">How many subjects at most.</param>
    /// <returns>Two or more, or none where no words tell the articles apart.</returns>
    public static IReadOnlyList<Subject> Of(IReadOnlyList<Passage> passages, int max)
    {
        // A word that all titles have splits nothing.
        var words = passages
            .SelectMany(passage => In(passage.Title))
            .DistinctBy(Stem)
            .Select(word => new Subject(word, [.. passages.Where(passage => In(passage.Title).Any(other => Stem(other) == Stem(word)))]))
            .Where(subject => subject.Passages.Count < passages.Count)
            .OrderByDescending(subject => subject.IsTopicOf(passages))
            .ThenByDescending(subject => subject.Passages.Count)
            .ThenByDescending(subject => subject.Passages.Sum(passage => passage.Confidence));

        var subjects = new List<Subject>();
        foreach (var subject in words)
        {
            if (subjects.Count < max && !subjects.Any(chosen => chosen.Passages.Intersect(subject.Passages).Any()))
            {
                subjects.Add(subject.Passages is [var only] ? subject with { Words = only.Title } : subject);
            }
        }

        return subjects.Count < 2 ? [] : subjects;
    }

    private bool IsTopicOf(IReadOnlyList<Passage> passages) =>
        Passages[0].Topic.Length > 0 && passages.Where(passage => passage.Topic == Passages[0].Topic).SequenceEqual(Passages);

    private static IEnumerable<string> In(string title) => title
        .Split([.. title.Where(letter => !char.IsLetterOrDigit(letter))], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= LettersMin && !QuestionWords.Contains(word))
        .Select(word => word.ToLowerInvariant());

    private static string Stem(string word) => word[..Math.Max(LettersMin - 1, word.Length - EndingMax)];
}
