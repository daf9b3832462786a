using System.Text.RegularExpressions;
using CareBot.Turns;

namespace CareBot.Knowledge.Search;

/// <summary>Takes a message apart into the questions it holds.</summary>
/// <remarks>It is cut at the ends of sentences and lines and where "e poi", "and also" or the like begins another question.
/// What asks nothing stays with the question it leads to, and a question that needs the words beside it stays with them.</remarks>
internal static partial class MessageParts
{
    /// <summary>The questions that are answered at once; what follows them stays with the last.</summary>
    public const int PartsMax = 3;

    /// <summary>The questions in order, without what joined them; one where the message is one question.</summary>
    public static IReadOnlyList<string> Of(string text, Words words)
    {
        var parts = new List<(string Text, bool Asks)>();
        foreach (var sentence in Sentence().Split(text).Select(each => each.Trim()).Where(each => each.Length > 0))
        {
            foreach (var piece in Joined(sentence, words).Where(piece => SmallTalks.Of(piece) is null))
            {
                Add(parts, piece, words);
            }
        }

        return parts.Count(part => part.Asks) < 2 ? [text] : [.. parts.Select(part => Bare(part.Text))];
    }

    /// <summary>Without the swearing, which says nothing of the subject; as it was where nothing else is said.</summary>
    public static string Civil(string text) => Swearing().Replace(text, "") is var civil && civil.Any(char.IsLetter) ? civil : text;

    private static void Add(List<(string Text, bool Asks)> parts, string piece, Words words)
    {
        var asks = piece.EndsWith('?') || Asking().IsMatch(piece);
        if (parts is not [.., var last])
        {
            parts.Add((piece, asks));
        }
        else if (parts.Count < PartsMax && asks && Matter(piece, words) > 0
            && ((last.Asks && Matter(last.Text, words) > 0) || (Adding().IsMatch(piece) && FollowUp.Subjects(last.Text, words) > 0)))
        {
            // "Also" makes a question of what stands before it, whatever its form.
            parts[^1] = last with { Asks = true };
            parts.Add((piece, asks));
        }
        else
        {
            // A statement leads up to the next question or, after the last, adds to it; so does a bare "how?".
            parts[^1] = ($"{last.Text}{(piece[0] is ',' or ';' ? "" : " ")}{piece}", last.Asks || asks);
        }
    }

    private static List<string> Joined(string sentence, Words words)
    {
        var pieces = new List<string>();
        var begin = 0;
        foreach (var joint in Joint().EnumerateMatches(sentence))
        {
            // "Quanto costa e quanto tempo richiede la consegna" is about the delivery from its beginning.
            if (FollowUp.Subjects(sentence[begin..joint.Index], words) > 0)
            {
                pieces.Add(sentence[begin..joint.Index].Trim());
                begin = joint.Index;
            }
        }

        pieces.Add(sentence[begin..].Trim());
        return pieces;
    }

    private static int Matter(string text, Words words) => words.In(text).Count(word => !word.IsStop);

    /// <summary>Without the greeting, or the "e", "and also" that joined it to what went before.</summary>
    private static string Bare(string part) => Joining().Replace(part, "").Trim();

    [GeneratedRegex(@"(?<=[?!…])\s*|(?<=[.;])\s+|\s*[\r\n]+\s*")]
    private static partial Regex Sentence();

    /// <summary>Words that begin a question in their own right, an "and" before them or not.</summary>
    private const string WhWords = "quant[oaie]|quando|come|dove|dov'è|qual[ei]?|cosa|perché|perche|how|when|where|what|which|who|why";

    private const string Wishes =
        @"(?:vorrei|volevo|vorremmo|posso|potrei)(?: anche| inoltre| pure)? (?:sapere|chiedere|capire)|mi (?:dica|dite|sa dire|può dire|puo dire)|i(?:'d| would) (?:also )?like to know|(?:can|could) you (?:also )?tell me|i want to know|tell me";

    [GeneratedRegex(@"^[,; ]*(?:(?:e|ed|and|ma|but|poi|inoltre|anche|also|then|plus|" + Greetings + "),? )*(?:" + WhWords + "|" + Wishes + @"|(?:si può|si puo|posso|potete|fate|avete|c'è|can i|could i|do you|does|is there|are there|is it|may i)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"[,;]? +(?:(?:(?:e|ed|and) )?(?:poi|inoltre|anche|also|then|plus)|un'altra (?:cosa|domanda)|another (?:thing|question))[,:]? +(?=(?:" + WhWords + "|" + Wishes + @"|si può|si puo|posso|potete|fate|avete|c'è|can|could|do|does|is|are)\b)"
        + @"|[,;]? +(?:e|ed|and) +(?=(?:" + WhWords + "|" + Wishes + @")\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    private const string Greetings = "ciao|salve|buongiorno|buon giorno|buonasera|buona sera|hi|hello|hey|good morning|good afternoon|good evening";

    [GeneratedRegex(@"^[,; ]*(?:(?:e|ed|and|poi|inoltre|also|then|plus|" + Greetings + @")\b[,:!]* )+", RegexOptions.IgnoreCase)]
    private static partial Regex Joining();

    [GeneratedRegex(@"^[,; ]*(?:(?:e|ed|and) )?(?:poi|inoltre|anche|also|then|plus|un'altra (?:cosa|domanda)|another (?:thing|question))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Adding();

    [GeneratedRegex(
        @"[, ]*\b(?:(?:che|di) )?(?:cazzo|cazzi|cavolo|diavolo|merda|minchia|porca miseria|porca puttana|porca troia|puttana|vaffanculo)\b|[, ]*\b(?:the )?(?:fuck|fucking|hell|shit|damn|bloody)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Swearing();
}
