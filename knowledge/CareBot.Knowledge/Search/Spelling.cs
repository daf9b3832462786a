using System.Numerics;

namespace CareBot.Knowledge.Search;

/// <summary>Finds the words that a misspelt one may be meant for.</summary>
/// <remarks>All words are gone through: telling by the letters they have that two are too far apart takes a nanosecond.</remarks>
internal sealed class Spelling
{
    /// <summary>The letters above which a word is no word.</summary>
    private const int LettersMax = 40;

    /// <summary>The words that one may be meant for.</summary>
    private const int MeantMax = 3;

    /// <summary>How much less likely than the likeliest a word may be and still be meant.</summary>
    private const float ShareMin = 0.1f;

    private readonly (Word Word, int Count)[] words;
    private readonly uint[] letters;

    public Spelling(Vocabulary vocabulary)
    {
        words = [.. vocabulary.All.Where(entry => entry.Word.Plain.Length is >= Slip.LettersMin - 1 and <= LettersMax)];
        letters = Array.ConvertAll(words, entry => LettersOf(entry.Word.Plain));
    }

    /// <summary>The words that one as it is typed may be meant for, the likeliest first, their chances together 1; of those with one stem, one.</summary>
    public IReadOnlyList<Word> Near(string typed)
    {
        if (typed.Length is < Slip.LettersMin or > LettersMax)
        {
            return [];
        }

        var own = LettersOf(typed);
        // A changed letter is one gone and one come.
        var apartMax = typed.Length >= Slip.LettersOfTwoMin ? 4 : 2;
        var near = new List<(Word Word, float Chance)>();
        for (var at = 0; at < letters.Length; at++)
        {
            if (BitOperations.PopCount(letters[at] ^ own) <= apartMax && Slip.Of(typed, words[at].Word.Plain) is { } likelihood)
            {
                near.Add((words[at].Word, words[at].Count * MathF.Exp(likelihood)));
            }
        }

        near.Sort((one, other) => other.Chance != one.Chance
            ? other.Chance.CompareTo(one.Chance)
            : string.CompareOrdinal(one.Word.Plain, other.Word.Plain));
        var meant = near.DistinctBy(each => each.Word.Stem).TakeWhile(each => each.Chance >= near[0].Chance * ShareMin).Take(MeantMax).ToList();
        var all = meant.Sum(each => each.Chance);
        return [.. meant.Select(each => each.Word with { Weight = each.Chance / all })];
    }

    private static uint LettersOf(string word)
    {
        var set = 0u;
        foreach (var letter in word)
        {
            set |= 1u << (letter & 31);
        }

        return set;
    }
}
