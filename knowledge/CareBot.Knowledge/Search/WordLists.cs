using System.Collections.Frozen;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Util;

namespace CareBot.Knowledge.Search;

/// <summary>What the analysis of each language knows by heart.</summary>
internal static class WordLists
{
    /// <summary>Articles and prepositions that lose their vowel before an apostrophe.</summary>
    public static string[] ItalianElisions { get; } =
    [
        "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl", "sugl",
        "un", "m", "t", "s", "v", "d", "quest", "quell", "dov", "com", "cos", "quant", "anch",
    ];

    /// <summary>Italian words that say little about the subject, without accents.</summary>
    public static FrozenSet<string> ItalianStops { get; } = Set(
        ItalianAnalyzer.DefaultStopSet,
        "perche", "comunque", "che", "chi", "cosa", "po", "poi", "gia", "ancora", "adesso", "ora",
        "se", "fa", "fare", "faccio", "fate", "devo", "deve", "dovete", "posso", "potete", "puo", "puoi", "vorrei", "voglio",
        "volevo", "ciao", "salve", "buongiorno", "buonasera", "grazie", "prego", "scusi", "scusate", "sapere", "aiuto", "mi",
        "favore", "piacere", "cortesia", "gentilmente", "cortesemente", "mille", "tante", "potrebbe", "potreste", "potrei", "saprebbe",
        "sapreste", "dirmi", "dire", "chiedere", "chiedevo", "giornata", "saluti", "cordiali", "distinti",
        "dopo", "prima", "vostro", "vostra", "vostri", "vostre", "essere", "avere", "stata", "stato", "quindi", "allora", "pure", "cosi");

    /// <summary>English words that say little about the subject.</summary>
    public static FrozenSet<string> EnglishStops { get; } = Set(
        EnglishAnalyzer.DefaultStopSet,
        "i", "i'm", "i've", "i'd", "me", "my", "mine", "you", "your", "we", "our", "us", "he", "she", "his", "her", "its",
        "do", "does", "did", "don't", "doesn't", "am", "can", "can't", "could", "would", "should", "may", "might",
        "have", "haven't", "has", "had", "what", "what's", "which", "who", "when", "where", "how", "why", "from", "up", "out", "about",
        "so", "just", "please", "hi", "hello", "hey", "thanks", "thank", "want", "need", "know", "get", "got", "some",
        "any", "been", "being", "were", "it's", "than", "too", "very", "also", "still", "yet", "now", "help", "tell", "kindly", "good", "wondering", "morning",
        "afternoon", "evening", "cheers", "dear", "regards");

    /// <summary>Stems of one meaning that the stemmer leaves apart, and the stem that stands for both.</summary>
    public static FrozenDictionary<string, string> ItalianSynonyms { get; } = Synonyms(
        "sped:spedizion", "acced:access", "restitu:res", "restituzion:res", "rend:res", "pagament:pag", "montagg:mont", "scadenz:scad");

    /// <inheritdoc cref="ItalianSynonyms"/>
    public static FrozenDictionary<string, string> EnglishSynonyms { get; } = Synonyms(
        "bought:buy", "sent:send", "paid:pay", "payment:pay", "broke:broken", "deliv:deliveri", "ship:deliveri", "shipment:deliveri",
        "packag:parcel", "shop:store", "warranti:guarante", "telephon:phone", "bill:invoic", "promo:discount");

    private static FrozenSet<string> Set(CharArraySet stock, params string[] more) =>
        stock.Select(Plain).Concat(more).ToFrozenSet(StringComparer.Ordinal);

    private static string Plain(string word)
    {
        var plain = new char[word.Length * 4];
        return new(plain, 0, ASCIIFoldingFilter.FoldToASCII(word.ToCharArray(), 0, plain, 0, word.Length));
    }

    private static FrozenDictionary<string, string> Synonyms(params string[] pairs) =>
        pairs.Select(pair => pair.Split(':')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
