using System.Collections.Frozen;

namespace CareBot.Knowledge.Search;

/// <summary>Words as they are typed in chats, without accents and in haste, and the words that are meant.</summary>
internal static class ChatSpelling
{
    public static FrozenDictionary<string, string> Italian { get; } = Of(
        "nn:non", "cmq:comunque", "xke:perché", "xké:perché", "xkè:perché", "xche:perché", "xché:perché", "xchè:perché",
        "xk:perché", "perke:perché", "perké:perché", "perkè:perché", "perchè:perché", "xo:però", "xò:però", "pero:però", "x:per",
        "ke:che", "ki:chi", "dv:dove", "qnd:quando", "qndo:quando", "qnt:quanto", "qnto:quanto",
        "qst:questo", "qsto:questo", "qsta:questa", "qlcs:qualcosa", "qlcn:qualcuno", "qlche:qualche", "sn:sono", "tt:tutto", "tti:tutti",
        "trp:troppo", "grz:grazie", "pf:favore", "msg:messaggio", "num:numero", "tel:telefono", "gg:giorni", "sett:settimana",
        "risp:risposta", "pomer:pomeriggio", "dmn:domani", "ank:anche", "anke:anche", "kosa:cosa", "kome:come", "kuando:quando",
        "pò:po", "pkè:perché", "pke:perché", "vrrei:vorrei");

    public static FrozenDictionary<string, string> English { get; } = Of(
        "u:you", "ur:your", "r:are", "y:why", "pls:please", "plz:please", "plse:please", "thx:thanks", "tnx:thanks", "thnx:thanks", "ty:thanks",
        "wats:what", "whats:what", "wat:what", "wht:what", "wen:when", "whn:when", "wer:where", "wher:where", "wheres:where", "whens:when",
        "hows:how", "hw:how", "coz:because", "cuz:because", "bcoz:because", "bcz:because", "cos:because", "dont:don't", "didnt:didn't",
        "doesnt:doesn't", "cant:can't", "wont:won't", "isnt:isn't", "wasnt:wasn't", "havent:haven't", "hasnt:hasn't", "couldnt:couldn't",
        "im:i'm", "ive:i've", "thats:that", "theres:there", "tho:though", "thru:through", "msg:message", "tmrw:tomorrow", "tmr:tomorrow",
        "2day:today", "2moro:tomorrow", "b4:before", "gr8:great", "wanna:want", "gonna:going", "gotta:got", "shud:should", "cud:could",
        "wud:would", "hav:have", "hv:have", "gud:good", "teh:the", "ths:this", "tht:that", "wth:with", "frm:from", "abt:about", "acc:account",
        "acct:account", "num:number", "nmbr:number", "yr:year", "hrs:hours", "recieve:receive", "recieved:received");

    private static FrozenDictionary<string, string> Of(params string[] pairs) =>
        pairs.Select(pair => pair.Split(':')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
