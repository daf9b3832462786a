namespace CareBot.Knowledge.Reading;

/// <summary>How many letters must be added, dropped, changed or swapped with their neighbour to get from one word to another.</summary>
public static class EditDistance
{
    /// <summary>The edits within which a word is taken for a misspelling of a known one.</summary>
    private const int NearestMax = 3;

    /// <summary>The known word that a misspelt one probably stands for; null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (Word: candidate, Edits: Between(word, candidate)))
            .OrderBy(candidate => candidate.Edits)
            .FirstOrDefault();
        return best.Word is not null && best.Edits <= Math.Min(NearestMax, word.Length / 2) ? best.Word : null;
    }

    /// <summary>The edits between two words, counted by letter; capitals differ from small letters.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var edits = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            edits[i, 0] = i;
        }

        for (var j = 0; j <= other.Length; j++)
        {
            edits[0, j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var change = edits[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                edits[i, j] = Math.Min(change, 1 + Math.Min(edits[i - 1, j], edits[i, j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[one.Length, other.Length];
    }
}
