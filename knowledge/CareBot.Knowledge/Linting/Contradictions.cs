using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>Sentences of two articles that say the same thing give the same figures: amounts, percentages, times, days.</summary>
/// <remarks>Two sentences say the same thing when they share most of their words, a rare word counting more than a common one.
/// Only those that share a rare word are compared, so the work does not grow with the number of pairs.</remarks>
internal static class Contradictions
{
    /// <summary>The share of the weight of all their words that two sentences have in common from which they say the same thing.</summary>
    public const double SharedMin = 0.5;

    /// <summary>The words besides figures below which a sentence says too little to be compared.</summary>
    private const int WordsMin = 3;

    /// <summary>The letters by which words are told apart: what follows them inflects, and so does the last one.</summary>
    private const int StemLengthMax = 6;

    /// <summary>The rarest words of a sentence by which others like it are looked for.</summary>
    private const int KeysMax = 4;

    /// <summary>The sentences with one word from which it is too common to look for others by.</summary>
    private const int HoldersMax = 100;

    public static IEnumerable<Problem> Check(IEnumerable<Manuscript> published) =>
        published.GroupBy(manuscript => manuscript.Language).SelectMany(Check);

    private static IEnumerable<Problem> Check(IGrouping<Language, Manuscript> library)
    {
        // What many articles say in the very same words is compared once.
        var statements = library
            .AsParallel().AsOrdered()
            .SelectMany(Statements)
            .AsSequential()
            .DistinctBy(statement => statement.Folded, StringComparer.Ordinal)
            .ToList();
        var holders = statements
            .SelectMany((statement, at) => statement.Words.Select(word => (Word: word, At: at)))
            .ToLookup(each => each.Word, each => each.At, StringComparer.Ordinal);
        var weights = holders.ToDictionary(each => each.Key, each => Math.Log(1 + ((double)statements.Count / each.Count())), StringComparer.Ordinal);

        for (var at = 0; at < statements.Count; at++)
        {
            var statement = statements[at];
            var conflict = statement.Words
                .OrderByDescending(word => weights[word])
                .ThenBy(word => word, StringComparer.Ordinal)
                .Take(KeysMax)
                .SelectMany(word => holders[word].TakeWhile(other => other < at).Take(HoldersMax))
                .Distinct()
                .Select(other => statements[other])
                .Where(other => other.Manuscript != statement.Manuscript && Shared(statement, other, weights) >= SharedMin)
                .Select(other => (Other: other, Figures: Differing(statement, other)))
                .FirstOrDefault(found => found.Figures is not null);
            if (conflict is { Other: { } there, Figures: var (mine, theirs) })
            {
                yield return Problems.Contradiction(statement.At(mine), statement.Quote(mine), there.At(theirs), there.Quote(theirs));
            }
        }
    }

    private static IEnumerable<Statement> Statements(Manuscript manuscript) =>
        from paragraph in manuscript.Paragraphs
        from sentence in paragraph.Sentences()
        let folded = paragraph.Folded.Substring(sentence.Start, sentence.Text.Length)
        let figures = Figure.In(folded, manuscript.Language)
        where figures.Count > 0
        let words = WordsBeside(figures, folded)
        where words.Count >= WordsMin
        select new Statement(manuscript, paragraph, sentence.Start, folded, figures, words);

    private static HashSet<string> WordsBeside(IReadOnlyList<Figure> figures, string folded)
    {
        var beside = folded.ToCharArray();
        foreach (var figure in figures)
        {
            Array.Fill(beside, ' ', figure.Index, figure.Length);
        }

        return [.. Folding.Words(new(beside)).Where(word => word.Length > 1).Select(Stem)];
    }

    private static string Stem(string word) => word.Length <= 3 ? word : word[..Math.Min(word.Length - 1, StemLengthMax)];

    private static double Shared(Statement one, Statement other, Dictionary<string, double> weights)
    {
        var both = one.Words.Where(other.Words.Contains).Sum(word => weights[word]);
        return both / (one.Words.Sum(word => weights[word]) + other.Words.Sum(word => weights[word]) - both);
    }

    /// <summary>The first figures that cannot both be right.</summary>
    /// <remarks>Figures of a unit are compared in their order where both sentences have as many of them. Where one has more, it
    /// says more: it contradicts only if none of them is the other's.</remarks>
    private static (Figure Mine, Figure Theirs)? Differing(Statement one, Statement other)
    {
        foreach (var mine in one.Figures.GroupBy(figure => figure.Unit))
        {
            var theirs = other.Figures.Where(figure => figure.Unit == mine.Key).ToList();
            var pairs = mine.Count() == theirs.Count
                ? mine.Zip(theirs)
                : theirs.Count == 0 || mine.Any(figure => theirs.Any(their => their.Value == figure.Value)) ? [] : [(mine.First(), theirs[0])];
            foreach (var (left, right) in pairs)
            {
                if (left.Value != right.Value)
                {
                    return (left, right);
                }
            }
        }

        return null;
    }

    /// <summary>A sentence with figures.</summary>
    private sealed record Statement(
        Manuscript Manuscript, Paragraph Paragraph, int Start, string Folded, IReadOnlyList<Figure> Figures, HashSet<string> Words)
    {
        public Spot At(Figure figure) => Paragraph.At(Start + figure.Index);

        public string Quote(Figure figure) => $"`{Paragraph.Text.Substring(Start + figure.Index, figure.Length)}`";
    }
}
