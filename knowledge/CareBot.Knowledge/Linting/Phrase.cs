namespace CareBot.Knowledge.Linting;

/// <summary>Words that a rule looks for in texts of one language, whatever their capitals, accents and line breaks.</summary>
/// <param name="Language">The language of the texts.</param>
/// <param name="Written">As the rule's author wrote it.</param>
/// <param name="Instead">What the author of a text should write.</param>
internal sealed record Phrase(Language Language, string Written, string Instead)
{
    /// <summary>The form in which two phrases are the same, and in which texts are searched.</summary>
    public string Folded { get; } = string.Join(' ', Folding.Fold(Written).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where it begins in a folded text, as words of their own; null where it does not occur.</summary>
    public int? In(string folded)
    {
        for (var at = folded.IndexOf(Folded, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(Folded, at + 1, StringComparison.Ordinal))
        {
            var end = at + Folded.Length;
            if ((at == 0 || !IsInWord(folded[at - 1], folded[at])) && (end == folded.Length || !IsInWord(folded[end - 1], folded[end])))
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsInWord(char left, char right) => char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);
}
