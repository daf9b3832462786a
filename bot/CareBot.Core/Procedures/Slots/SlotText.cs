using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>A customer's message in the forms in which it is read.</summary>
/// <param name="Typed">As it came, blanks made single.</param>
/// <param name="Folded">In lower case and without accents; punctuation stays.</param>
/// <param name="Plain">Words only.</param>
internal sealed partial record SlotText(string Typed, string Folded, string Plain)
{
    public static SlotText Of(string text)
    {
        var typed = Blanks().Replace(PlainWords.Whole(text).Replace('’', '\''), " ").Trim();
        return new(typed, Fold(typed), PlainWords.Of(typed));
    }

    /// <summary>The words of the message.</summary>
    public int Words { get; } = Plain.Length == 0 ? 0 : Plain.Count(c => c == ' ') + 1;

    /// <summary>
    /// Whether the customer asks something rather than answers: "se ordino oggi quando arriva?" names no day. "il 3 dicembre?" does.
    /// </summary>
    public bool IsQuestion => (Folded.EndsWith('?') && Words >= QuestionWordsMin && Asking().IsMatch(Folded)) || Opening().IsMatch(Folded);

    /// <summary>The folded text with the figures of days and hours taken out: of "il 12 novembre alle 10" none is a count or an amount.</summary>
    public string WithoutTimes => Times().Replace(Folded, match => new string(' ', match.Length));

    /// <summary>
    /// One reading of what was found, without what the customer takes back: of "non A100 ma A200" the second is meant.
    /// </summary>
    /// <param name="found">What was found, with its place in <paramref name="text"/>.</param>
    /// <param name="text">The form of the message in which it was found.</param>
    public static SlotReading OneOf(IEnumerable<(int At, Value Value)> found, string text)
    {
        var meant = found.Where(one => !TakenBack().IsMatch(text[Math.Max(0, one.At - TakenBackMax)..one.At]))
            .Select(one => one.Value).Distinct().ToList();
        return meant.Count switch
        {
            0 => SlotReading.Nowhere,
            1 => new SlotReading.Filled(meant[0]),
            _ => new SlotReading.Invalid(SlotFault.SeveralMeant),
        };
    }

    /// <summary>The words from which a message with a question mark may be a question rather than an unsure answer.</summary>
    private const int QuestionWordsMin = 3;

    /// <summary>The characters before a value in which it may be taken back.</summary>
    private const int TakenBackMax = 40;

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(
        @"\d{1,2}(?:st|nd|rd|th|°)?(?: of| di)? (?:" + DayWords.Months + @")\b(?: \d{4}\b)?|\b(?:alle|dalle|all'|le|ore|h) ?\d{1,2}(?:[:.]\d{2})?(?![\d,]| ?€| euro)|\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)\b|\d{1,2}:\d{2}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(
        @"\b(?:quando|come|quant[oaie]|dove|dov'e|perche|cosa|cos'e|chi|qual[ei]?|when|how|what|where|why|who|which)\b"
        + @"|^(?:ma |e |scusi |ok |but |and |sorry )?(?:posso|potete|puo|si puo|e possibile|devo|dovrei|avete|fate|can|could|do|does|did|is|are|will|should|may|have|has)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"^(?:ma |e |scusi,? |but |and |sorry,? )?(?:quanto (?:costa|tempo|ci)|dov'e|dove (?:trovo|posso)|come (?:faccio|posso|si fa)|che (?:cosa )?(?:significa|vuol dire)|qual e"
        + @"|how (?:much|long|do|can|many)|where (?:is|do|can)|what (?:is|are|does|do)\b|what's|can i\b|could i\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"(?<!\p{L})(?:non|not|isn't|wasn't|anzich[eé]|invece (?:di|che)|instead of|rather than)[\s:,]*(?:(?:e|è|era|il|lo|la|l'|al|del|di|in|per|the|is|it's|on|for|ordine|numero|order|number|n\.?)[\s:]*){0,4}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TakenBack();
}
