using System.Text.RegularExpressions;

namespace CareBot.Procedures.Slots;

/// <summary>Tells a yes from a no, also in a sentence. "Preferisco di no" is a no; "forse" and "sì, ma…" are neither.</summary>
internal static partial class Agreement
{
    /// <summary>The words beyond which a message that begins with a yes or a no tells a story.</summary>
    private const int WordsMax = 14;

    public static SlotReading Read(SlotText text, bool isExplicit)
    {
        if (text.Words > WordsMax || Unsure().IsMatch(text.Plain) || Reflexive().IsMatch(text.Typed))
        {
            return SlotReading.Nowhere;
        }

        return No().IsMatch(text.Plain) || PlainWords.Agrees(text.Typed) == false ? Filled(false)
            : (isExplicit ? FirmYes() : Yes()).IsMatch(text.Plain) || (!isExplicit && PlainWords.Agrees(text.Typed) == true) ? Filled(true)
            : SlotReading.Nowhere;
    }

    private static SlotReading.Filled Filled(bool isYes) => new(new Value.Truth(isYes));

    private const string Firm =
        @"si|sisi|ho detto di si|yes|yup|yep|yeah|certo|certamente|sicuramente|assolutamente si|confermo|confermato|esatto|esattamente|d accordo|accetto|sono d accordo|proced[ai]|procediamo|procedete|proceda pure"
        + @"|i confirm|confirm|confirmed|i do|i agree|agreed|absolutely|definitely|of course|certainly|correct|go ahead|that s right|that is right";

    /// <summary>"si è rotto" says that something broke: without its accent the word is a yes only where a comma or a like word follows.</summary>
    [GeneratedRegex(
        @"^si (?!(?:si|sì|grazie|certo|certamente|confermo|lo confermo|confermato|esatto|ok|va bene|per favore|per piacere|perfetto|volentieri|d'accordo|assolutamente|procedete|proced[ai]|voglio|vorrei|ho|sono)(?!\p{L}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reflexive();

    [GeneratedRegex(@"^(?:" + Firm + @")\b|\b(?:lo confermo|confermo tutto)$", RegexOptions.CultureInvariant)]
    private static partial Regex FirmYes();

    [GeneratedRegex(
        @"^(?:" + Firm + @"|ok|okay|okey|va bene|va benissimo|volentieri|perfetto|giusto|sure|sure thing|fine|right|y|s|ya|ja|ovvio|ovviamente|come no|why not|perche no|per me va bene|con piacere|please do|direi di si|credo di si|penso di si|mi sa di si|i think so|i believe so|i guess so|affermativo)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Yes();

    [GeneratedRegex(
        @"^(?:no|nope|nah|negativo|non confermo|non accetto|non voglio|non sono d accordo|non mi interessa|non procedere|per niente|niente affatto|neanche per sogno|assolutamente no|certo che no|ovviamente no|lasci stare|lascia stare|lasci perdere|lascia perdere"
        + @"|not really|i don t|i do not|don t|do not|absolutely not|definitely not|certainly not|of course not|i d rather not|i would rather not|rather not|no thanks|never mind)\b"
        + @"|\b(?:preferisco|preferirei|meglio|direi|credo|penso|mi sa|magari|spero) (?:di |che )?no$|\b(?:preferisco|preferirei) di no\b|\b(?:i (?:don t )?think not|i don t think so|prefer not to?)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex No();

    [GeneratedRegex(
        @"\b(?:forse|non (?:lo )?so|non saprei|non (?:ne )?sono sicur[oa]|boh|dipende|vediamo|un attimo|un momento|aspett[ai]|attenda|maybe|perhaps|possibly|not sure|dunno|don t know|do not know|it depends|depends|wait|hold on|hang on)\b"
        + @"|^(?:si|no|yes|ok|okay|va bene|certo|sure)\b.{0,20}?\b(?:ma|pero|anzi|but|actually|except|tranne|purche|unless)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Unsure();
}
