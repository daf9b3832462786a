namespace CareBot.Knowledge.Search;

/// <summary>The runs of three and four letters in a word, its ends included: what a misspelt word still shares with the right one.</summary>
internal static class LetterRuns
{
    /// <summary>The letters of a word that are looked at: longer ones are no words.</summary>
    private const int LettersMax = 40;

    private const char End = ' ';

    public static List<(ulong Run, float Weight)> Of(IEnumerable<Word> words)
    {
        var grams = new List<(ulong, float)>();
        foreach (var word in words)
        {
            Add(word, grams);
        }

        return grams;
    }

    /// <summary>The runs of four letters alone, as terms; a word shorter than that is one.</summary>
    public static IEnumerable<(string Run, float Weight)> FoursOf(IEnumerable<Word> words)
    {
        const int length = 4;
        foreach (var word in words)
        {
            var letters = $"{End}{word.Plain[..Math.Min(word.Plain.Length, LettersMax)]}{End}";
            for (var start = 0; start == 0 || start + length <= letters.Length; start++)
            {
                yield return (letters.Substring(start, Math.Min(length, letters.Length)), word.Weight);
            }
        }
    }

    private static void Add(Word word, List<(ulong, float)> grams)
    {
        Span<char> letters = stackalloc char[Math.Min(word.Plain.Length, LettersMax) + 2];
        word.Plain.AsSpan(0, letters.Length - 2).CopyTo(letters[1..]);
        letters[0] = letters[^1] = End;
        for (var length = 3; length <= 4; length++)
        {
            for (var start = 0; start + length <= letters.Length; start++)
            {
                grams.Add((Packed(letters.Slice(start, length)), word.Weight));
            }
        }
    }

    private static ulong Packed(ReadOnlySpan<char> letters)
    {
        var packed = 0UL;
        foreach (var letter in letters)
        {
            packed = (packed << 16) | letter;
        }

        return packed;
    }
}
