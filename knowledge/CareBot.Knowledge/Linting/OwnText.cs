using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>Every published article says something of its own: no two of one kind and language have the same text, or nearly.</summary>
/// <remarks>Texts are compared by the runs of three words they share. Who shares any is read off an inverted list, so the work
/// grows with the text and not with the number of pairs.</remarks>
internal static class OwnText
{
    /// <summary>The words below which two texts are alike by chance.</summary>
    private const int WordsMin = 15;

    /// <summary>The words of one run.</summary>
    private const int RunLength = 3;

    /// <summary>The share of all their runs that two texts have in common from which they are nearly the same.</summary>
    public const double SharedMin = 0.5;

    /// <summary>The articles with one run from which it is a set phrase and proves nothing.</summary>
    private const int HoldersMax = 50;

    public static IEnumerable<Problem> Check(IEnumerable<Manuscript> published) =>
        published
            .GroupBy(manuscript => (manuscript.Language, manuscript.Article.Kind))
            .SelectMany(shelf => Check(shelf.Select(manuscript => (manuscript, Words(manuscript))).Where(each => each.Item2.Count >= WordsMin)));

    private static IEnumerable<Problem> Check(IEnumerable<(Manuscript Manuscript, List<string> Words)> texts)
    {
        var firsts = new List<(Manuscript Manuscript, HashSet<string> Runs)>();
        foreach (var same in texts.GroupBy(text => string.Join(' ', text.Words), StringComparer.Ordinal))
        {
            var (first, words) = same.First();
            foreach (var (copy, _) in same.Skip(1))
            {
                yield return Problems.SameText(copy.BodyAt, first.Article.Path);
            }

            firsts.Add((first, Runs(words)));
        }

        foreach (var problem in CheckNear(firsts))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckNear(List<(Manuscript Manuscript, HashSet<string> Runs)> texts)
    {
        var holders = texts
            .SelectMany((text, at) => text.Runs.Select(run => (Run: run, At: at)))
            .ToLookup(each => each.Run, each => each.At, StringComparer.Ordinal);
        foreach (var setPhrase in holders.Where(each => each.Skip(HoldersMax).Any()))
        {
            foreach (var at in setPhrase)
            {
                texts[at].Runs.Remove(setPhrase.Key);
            }
        }

        for (var at = 0; at < texts.Count; at++)
        {
            // Those before it only: each pair is met once.
            var (other, shared) = texts[at].Runs
                .SelectMany(run => holders[run].TakeWhile(earlier => earlier < at))
                .CountBy(earlier => earlier)
                .OrderByDescending(each => each.Value)
                .ThenBy(each => each.Key)
                .FirstOrDefault();
            var share = shared == 0 ? 0 : (double)shared / (texts[at].Runs.Count + texts[other].Runs.Count - shared);
            if (share >= SharedMin)
            {
                yield return Problems.NearlySameText(texts[at].Manuscript.BodyAt, texts[other].Manuscript.Article.Path, share);
            }
        }
    }

    private static List<string> Words(Manuscript manuscript) =>
        [.. manuscript.Paragraphs.SelectMany(paragraph => Folding.Words(paragraph.Folded))];

    private static HashSet<string> Runs(List<string> words) =>
        Enumerable.Range(0, words.Count - RunLength + 1)
            .Select(at => string.Join(' ', words.GetRange(at, RunLength)))
            .ToHashSet(StringComparer.Ordinal);
}
