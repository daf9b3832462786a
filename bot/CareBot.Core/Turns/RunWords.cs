using System.Text.RegularExpressions;

namespace CareBot.Turns;

/// <summary>What may be said in the middle of a procedure whatever it has asked. Both languages are tried whatever the conversation's.</summary>
internal static partial class RunWords
{
    /// <summary>Whether the customer wants to give the procedure up.</summary>
    public static bool GivesUp(string text) => Giving().IsMatch(PlainWords.Of(text));

    /// <summary>Whether they want to give up something that goes on without them: said of a request, and not of the talk.</summary>
    public static bool CancelsRequest(string text) => Cancelling().IsMatch(PlainWords.Of(text));

    /// <summary>Whether they want to hear the question again, or did not understand it.</summary>
    public static bool WantsRepeat(string text) => Repeating().IsMatch(PlainWords.Of(text));

    /// <summary>Whether they want to go back to the question before.</summary>
    public static bool GoesBack(string text) => Backing().IsMatch(PlainWords.Of(text));

    /// <summary>Whether they would rather not say.</summary>
    public static bool RatherNot(string text) => Skipping().IsMatch(PlainWords.Of(text));

    /// <summary>Whether they take back something they have said.</summary>
    public static bool Corrects(string text) => Correcting().IsMatch(PlainWords.Of(text));

    /// <summary>Whether they want to go on with what was left.</summary>
    public static bool GoesOn(string text) => Going().IsMatch(PlainWords.Of(text));

    [GeneratedRegex("^(?:(?:ok|no|ciao|senti|scusa|scusi|guardi|vabbe|va bene|allora|please|sorry) )*"
        + "(?:annulla(?:re)?(?: tutto| la richiesta| la procedura| la pratica)?|annulliamo|voglio annullare|vorrei annullare|si annulla|lascia perdere|lasci perdere|lasciamo perdere|lascia stare|lasci stare|lasciamo stare|basta cosi|ci ho ripensato|ho cambiato idea|esci|stop|interrompi|"
        + "cancel(?: it| this| everything| the request)?|yes cancel it|never ?mind|forget it|forget about it|i changed my mind|i ve changed my mind|quit|abort|exit)(?: grazie| per favore| thanks| please)?$")]
    private static partial Regex Giving();

    [GeneratedRegex("^(?:(?:ok|no|ciao|senti|scusa|scusi|guardi|allora|please|sorry|hi) )*(?:annulla(?:re)?|annullate|annulliamo|annulli|(?:voglio|vorrei|posso) annullare|cancel|i (?:want|would like|d like) to cancel|can i cancel|call off)"
        + "(?: tutto| everything| it| (?:la|il|lo|questa|questo|quel|quella|la mia|il mio|my|the|this|that) (?:richiesta|procedura|pratica|reso|recesso|reclamo|segnalazione|riparazione|rimborso|request|case|procedure|return|withdrawal|complaint|repair|refund))?(?: grazie| per favore| thanks| please)?$")]
    private static partial Regex Cancelling();

    [GeneratedRegex("^(?:(?:scusa|scusi|sorry|pardon) )?(?:ripeti|ripeta|puoi ripetere|puo ripetere|me lo ripete|me lo ripeti|come scusi|come scusa|come|cosa|che cosa|eh|non ho capito(?: la domanda)?|non capisco|in che senso|"
        + "repeat|repeat please|say (?:it|that) again|can you repeat(?: that| it)?|what|pardon|come again|i don t understand|i didn t understand|i didn t get (?:it|that)|i do not understand)(?: per favore| grazie| please)?$")]
    private static partial Regex Repeating();

    [GeneratedRegex("^(?:(?:torna|torni|torniamo|vai|andiamo) )?(?:indietro|alla domanda (?:prima|precedente)|al passo precedente)(?: per favore)?$|^(?:go )?back(?: please)?$|^(?:the )?previous(?: question| step)?$")]
    private static partial Regex Backing();

    [GeneratedRegex("^(?:no )?(?:salta|salti|saltiamo|passa oltre|preferisco non (?:dirlo|rispondere)|non (?:voglio|vorrei) (?:dirlo|rispondere)|non ce l ho|non ne ho|non lo so|non saprei|non ricordo|"
        + "(?:non ho|senza|nessun[ao]?) (?:la |le |una |delle |nessuna |il |un |nessun )?(?:foto|fotografi[ae]|immagin[ei]|file|numero(?: d ordine)?|ordine|codice)|"
        + "skip(?: it| this)?|i d rather not(?: say)?|prefer not to say|i don t have (?:it|one|any)|i don t know|no idea|i don t remember|"
        + "(?:i don t have (?:a |an |any |the )?|i have no |without (?:a |an |any )?|no )(?:photos?|pictures?|files?|order number|order|code))(?: grazie| thanks)?$")]
    private static partial Regex Skipping();

    [GeneratedRegex(@"\b(?:anzi|no aspett[ai]|ho sbagliato|mi sono sbagliat[oa]|sbagliat[oa]|volevo dire|intendevo|correggo|correzione|in realta|non era|non e quell[oa]|actually|i meant|i mean|sorry it s|wrong|mistake|correction|not that one)\b|^no ")]
    private static partial Regex Correcting();

    [GeneratedRegex("^(?:si )?(?:riprendi|riprendiamo|continua|continuiamo|andiamo avanti|prosegui|proseguiamo|go on|continue|resume|let s go on|yes let s go on|carry on)(?: per favore| please)?$")]
    private static partial Regex Going();
}
