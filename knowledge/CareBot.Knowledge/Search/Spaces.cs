namespace CareBot.Knowledge.Search;

/// <summary>Takes words apart between which a customer has left out the spaces.</summary>
internal static class Spaces
{
    /// <summary>The letters of what may be several words.</summary>
    private const int LettersMin = 6;
    private const int LettersMax = 60;

    /// <summary>The letters of each of them on average: what falls into smaller pieces does so by chance.</summary>
    private const int LettersOfEachMin = 3;

    /// <summary>The letters of one of them.</summary>
    private const int WordLettersMax = 20;

    /// <summary>The letters of the word that says what all is about, and must be the library's.</summary>
    private const int MatterLettersMin = 4;

    /// <summary>The words in their order; none where it cannot be told that there are several.</summary>
    public static IReadOnlyList<Word> Split(string typed, Vocabulary vocabulary, Func<Word, bool> isLibrarys)
    {
        if (typed.Length is < LettersMin or > LettersMax)
        {
            return [];
        }

        // The likeliest words up to each letter.
        var best = new (double Log, int From, Word Word)?[typed.Length + 1];
        best[0] = (0, 0, default);
        for (var end = 1; end <= typed.Length; end++)
        {
            for (var from = Math.Max(0, end - WordLettersMax); from < end; from++)
            {
                if (best[from] is { } before && WordAt(typed.AsSpan(from, end - from), vocabulary) is { } found)
                {
                    var log = before.Log + Math.Log((double)found.Count / vocabulary.Total);
                    if (best[end] is not { } other || log > other.Log)
                    {
                        best[end] = (log, from, found.Word);
                    }
                }
            }
        }

        var words = new List<Word>();
        for (var at = typed.Length; at > 0 && best[at] is { } step; at = step.From)
        {
            words.Insert(0, step.Word);
        }

        return words.Count > 1 && words.Count * LettersOfEachMin <= typed.Length
            && words.Exists(word => !word.IsStop && word.Plain.Length >= MatterLettersMin && isLibrarys(word)) ? words : [];
    }

    /// <summary>Two letters may stand for anything, so a word of two must be one of the small ones.</summary>
    private static (Word Word, int Count)? WordAt(ReadOnlySpan<char> letters, Vocabulary vocabulary) =>
        vocabulary.Find(letters) is { } found && (found.Word.Plain.Length > 2 || found.Word.IsStop) ? found : null;
}
