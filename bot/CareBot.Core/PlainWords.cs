using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CareBot;

/// <summary>A customer's words without what says nothing: case, accents, punctuation.</summary>
public static partial class PlainWords
{
    /// <summary>Lower case, no accents, everything that is neither letter nor digit as one blank.</summary>
    internal static string Of(string text)
    {
        var buffer = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                buffer.Append(char.ToLowerInvariant(c));
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && buffer.Length > 0 && buffer[^1] != ' ')
            {
                buffer.Append(' ');
            }
        }

        return buffer.ToString().TrimEnd();
    }

    /// <summary>With halves of characters and the like replaced: normalisation refuses them, and customers' machines send them.</summary>
    internal static string Whole(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');

    /// <summary>Whether two texts are the same but for case, accents and punctuation, as when a button's text is typed.</summary>
    internal static bool SaysSame(string text, string other) => Of(text) == Of(other);

    /// <summary>A plain yes, a plain no, or null where the text says something else. A thumb says as much.</summary>
    public static bool? Agrees(string text)
    {
        if (text.TrimStart() is { } signs && (signs.StartsWith("👍", StringComparison.Ordinal) || signs.StartsWith("👎", StringComparison.Ordinal)))
        {
            return Of(signs).Length > 0 ? null : signs.StartsWith("👍", StringComparison.Ordinal);
        }

        var words = Of(text);
        return Yes().IsMatch(words) ? true : No().IsMatch(words) ? false : null;
    }

    [GeneratedRegex("^(?:si|yes|yep|yeah|y|s|certo|certamente|ok|okay|va bene|volentieri|sure|please|yes please|si per favore|d accordo|esatto|perfetto|utile)(?: (?:grazie|thanks|thank you|please|mille|certo|utile|pure))*$")]
    private static partial Regex Yes();

    [GeneratedRegex("^(?:no|nope|n|not really|non proprio|per niente|affatto|non e utile|non mi e stat[ao] utile|it didn t|it did not|no it didn t|not helpful)(?: (?:grazie|thanks|thank you|mi dispiace|affatto))*$")]
    private static partial Regex No();
}
