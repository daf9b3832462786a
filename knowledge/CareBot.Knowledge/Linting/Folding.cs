using System.Text;

namespace CareBot.Knowledge.Linting;

/// <summary>Makes texts comparable whatever their capitals, accents and typographic marks.</summary>
internal static class Folding
{
    /// <summary>Letter for letter, so that a place in the result is the same place in the text.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = Fold(text[i]);
        }
    });

    /// <summary>The runs of letters and digits of a folded text.</summary>
    public static List<string> Words(string folded)
    {
        var words = new List<string>();
        for (var start = 0; start < folded.Length; start++)
        {
            var end = start;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }

            if (end > start)
            {
                words.Add(folded[start..end]);
                start = end;
            }
        }

        return words;
    }

    private static char Fold(char letter) => letter switch
    {
        < '\u0080' => char.ToLowerInvariant(letter),
        '’' or '‘' => '\'',
        '“' or '”' or '«' or '»' => '"',
        '\u00A0' or '\u202F' => ' ',
        >= '\u00C0' and < '\u0250' => char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]),
        _ => char.ToLowerInvariant(letter),
    };
}
