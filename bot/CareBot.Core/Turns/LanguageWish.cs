using System.Text.RegularExpressions;

namespace CareBot.Turns;

/// <summary>The wish to go on in another language, said in either.</summary>
internal static partial class LanguageWish
{
    /// <summary>The language that is wished for; null where the words say something else.</summary>
    public static Language? Of(string text) => Wish().Match(PlainWords.Of(text)) is { Success: true } wish
        ? wish.Groups["language"].Value is "english" or "inglese" ? Language.English : Language.Italian
        : null;

    [GeneratedRegex("^(?:(?:ok|hi|hello|sorry|please|ciao|buongiorno|salve|scusi|scusa|per favore|can (?:we|you|i)|could (?:we|you)|do you|i prefer|i d prefer|i would prefer|i want|i d like|let s|"
        + "puo|puoi|possiamo|potrebbe|potresti|vorrei|preferisco|preferirei) )*"
        + "(?:(?:speak|talk|write|answer|reply|go on|continue|change|switch|to speak|to talk|to write|to continue|parlare|parli|parla|scrivere|scriva|scrivi|rispondere|risponda|rispondi|continuare|continuiamo|passare) )?"
        + "(?:(?:in|to|into|all|a|al) )?(?<language>english|inglese|italian|italiano)(?: language)?(?: please| per favore| grazie| thanks)?$")]
    private static partial Regex Wish();
}
