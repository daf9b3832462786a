using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CareBot.Privacy;

/// <summary>Tells how far a name goes in the words that follow its announcement.</summary>
internal static partial class NameWords
{
    /// <summary>The words of the longest name: "Maria Grazia De Luca".</summary>
    private const int WordsMax = 4;

    /// <summary>The words of a name in small letters, after which any further word may be the next of the sentence.</summary>
    private const int SmallWordsMax = 2;

    /// <summary>Words that announce, greet or go on with the sentence: no name begins or goes on with them.</summary>
    private static readonly FrozenSet<string> Stops =
        """
        e ed o ho ha hai abbiamo avete hanno sono sei siamo è vorrei voglio volevo posso potrei potete devo dovrei con per da dal dalla in su
        a al alla ai il lo la i gli le un uno una mi ti ci vi si che chi ma se non no sì si più come quando quanto dove perché poi ora adesso
        ancora già anche molto tanto troppo mio mia miei mie tuo tua suo sua nostro vostro vostra questo questa quello quella qui qua stato
        stata disponibile interessato interessata arrivato arrivata cliente privato azienda ditta società grazie mille tante infinite saluti cordiali distinti ciao salve
        buongiorno buonasera buona buon giornata serata arrivederci presto prego gentile gentilissimi cari signore signora signor sig sigra
        dott dottore dottoressa spett tutti team staff servizio clienti assistenza bottega laguna ordine numero email mail telefono lunedì
        martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
        novembre dicembre
        and or i i'm am is are was were be been have has had do does did will would could should can may want need like from with at in on of
        to for by the a an my your our their this that these those it it's its not no yes very so too but because if when where what who how
        there here all everyone everybody sir madam mr mrs ms miss dr please thanks thank you regards kind best warm cheers sincerely yours
        hello hi hey dear good morning afternoon evening day order number mail phone monday tuesday wednesday thursday friday saturday sunday
        january february march april june july august september october november december customer care service support looking trying
        writing waiting sorry sure just still getting having going sent ordered bought
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Particles =
        ((string[])["di", "de", "del", "della", "dello", "dei", "degli", "d", "van", "von", "der", "bin", "el", "mac", "san"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The characters from the beginning of a text of words that are a name; 0 when it does not begin with one.</summary>
    /// <param name="words">Words parted by blanks.</param>
    /// <param name="mustShow">Whether the first must show itself as a name, by a capital or by being a known first name.</param>
    public static int Length(string words, bool mustShow)
    {
        var all = Word().Matches(words);
        if (all.Count == 0 || Stops.Contains(all[0].Value) || (mustShow && !ShowsItself(all[0].Value)))
        {
            return 0;
        }

        var capital = char.IsUpper(all[0].Value[0]);
        if (!capital && Particles.Contains(all[0].Value))
        {
            return 0;
        }

        var taken = 1;
        var max = Math.Min(all.Count, capital ? WordsMax : SmallWordsMax);
        while (taken < max && GoesOn(all, taken, capital))
        {
            // A particle comes with the word that it leads.
            taken += Particles.Contains(all[taken].Value) ? 2 : 1;
        }

        var last = all[Math.Min(taken, all.Count) - 1];
        return last.Index + last.Length;
    }

    public static bool IsStop(string word) => Stops.Contains(word);

    private static bool GoesOn(MatchCollection all, int at, bool capital)
    {
        var particle = Particles.Contains(all[at].Value);
        if (particle && at + 1 == all.Count)
        {
            return false;
        }

        var word = all[particle ? at + 1 : at].Value;
        return !Stops.Contains(word) && (!capital || char.IsUpper(word[0]));
    }

    /// <summary>Capitals throughout show nothing: "this is URGENT".</summary>
    private static bool ShowsItself(string word) =>
        word.Length > 1 && ((char.IsUpper(word[0]) && word.Any(char.IsLower)) || FirstNames.Contains(word));

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*")]
    public static partial Regex Word();
}
