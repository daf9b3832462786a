using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>How easily fingers slip from one word to another.</summary>
internal static class Slip
{
    /// <summary>The letters below which a word is too short to tell a slip from another word.</summary>
    public const int LettersMin = 3;

    /// <summary>The letters from which two slips still leave a word to be told.</summary>
    public const int LettersOfTwoMin = 8;

    // Natural logarithms of how likely one slip is beside the commonest.
    private const float Common = 0;
    private const float NextKey = -0.3f;
    private const float FarKey = -1.6f;
    private const float FirstLetter = -1.2f;
    private const float Second = -3f;

    /// <summary>The keys of a keyboard by row. The rows below stand half a key to the right, near enough.</summary>
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly uint[] Beside = [.. Enumerable.Range(0, 26).Select(letter => Keys((char)('a' + letter)))];

    /// <summary>The logarithm of how likely a word is to be typed so; null where it is more than slips of the finger.</summary>
    public static float? Of(string typed, string meant)
    {
        var edits = typed.Length >= LettersOfTwoMin ? 2 : 1;
        if (typed.Length < LettersMin || Math.Abs(typed.Length - meant.Length) > edits)
        {
            return null;
        }

        // Of three letters, each changed makes another word: only one that is missing tells.
        if (typed.Length == LettersMin && meant.Length <= typed.Length)
        {
            return null;
        }

        var first = typed[0] == meant[0] ? 0 : FirstLetter;
        return One(typed, meant) is { } one ? one + first
            : edits == 2 && EditDistance.Between(typed, meant) == 2 ? Second + first
            : null;
    }

    private static float? One(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var same = typed.CommonPrefixLength(meant);
        var left = typed[same..];
        var right = meant[same..];
        return (left.Length - right.Length) switch
        {
            0 when left.IsEmpty => null,
            0 when left[1..].SequenceEqual(right[1..]) => AreNear(left[0], right[0]) ? NextKey : FarKey,
            0 when left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]) => Common,
            1 when left[1..].SequenceEqual(right) => IsSlipIn(left[0], typed, same) ? Common : FarKey,
            -1 when left.SequenceEqual(right[1..]) => Common,
            _ => null,
        };
    }

    /// <summary>Whether a letter too many is the one beside it typed twice, or a key hit together with its own.</summary>
    private static bool IsSlipIn(char letter, ReadOnlySpan<char> typed, int at) =>
        (at > 0 && (typed[at - 1] == letter || AreNear(typed[at - 1], letter)))
        || (at + 1 < typed.Length && (typed[at + 1] == letter || AreNear(typed[at + 1], letter)));

    private static bool AreNear(char one, char other) =>
        char.IsAsciiLetterLower(one) && char.IsAsciiLetterLower(other) && (Beside[one - 'a'] >> (other - 'a') & 1) == 1;

    private static uint Keys(char letter)
    {
        var row = Array.FindIndex(Rows, keys => keys.Contains(letter, StringComparison.Ordinal));
        var column = Rows[row].IndexOf(letter, StringComparison.Ordinal);
        var near = 0u;
        for (var other = Math.Max(0, row - 1); other <= Math.Min(Rows.Length - 1, row + 1); other++)
        {
            // A key touches two of the row above it and two of the row below.
            var (from, to) = other == row ? (-1, 1) : other < row ? (0, 1) : (-1, 0);
            for (var at = Math.Max(0, column + from); at <= Math.Min(Rows[other].Length - 1, column + to); at++)
            {
                near |= Rows[other][at] == letter ? 0 : 1u << (Rows[other][at] - 'a');
            }
        }

        return near;
    }
}
