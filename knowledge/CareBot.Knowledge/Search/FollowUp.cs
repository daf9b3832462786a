using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CareBot.Knowledge.Search;

/// <summary>How much a question leans on what was talked about before.</summary>
internal enum Lean
{
    /// <summary>It stands by itself.</summary>
    None,

    /// <summary>It goes on ("e la fattura?"), and may go on to something else.</summary>
    Some,

    /// <summary>It does not say what it is about ("quanto costa?", "how long does it take?").</summary>
    Full,
}

/// <summary>Tells by its form whether a question needs what was talked about before.</summary>
internal static partial class FollowUp
{
    /// <summary>The words of its own subject beyond which a question stands by itself however it begins.</summary>
    private const int SubjectMax = 2;

    /// <summary>What is asked of any subject, and is none: price, duration, place.</summary>
    private static readonly FrozenSet<string> Aspects = new[]
    {
        "quanto", "quanta", "quanti", "quante", "costa", "costano", "costo", "costi", "prezzo", "prezzi", "tempo", "tempi", "vuole", "vogliono",
        "dura", "durano", "mette", "mettete", "impiega", "paga", "pago", "pagare", "serve", "funziona", "funzionano", "giorni", "ore", "gratis", "gratuito", "gratuita", "vale", "invece", "caso",
        "much", "long", "many", "cost", "costs", "price", "prices", "time", "take", "takes", "work", "works", "days", "hours", "free", "pay", "apply", "applies", "last", "instead", "case",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static Lean Of(string text, Words words)
    {
        var all = words.In(text);
        var subject = all.Count(IsSubject);
        return (subject, GoesOn().IsMatch(text), PointsBack().IsMatch(text)) switch
        {
            _ when all.Count == 0 => Lean.None,
            (0, _, _) => Lean.Full,
            (1, _, true) => Lean.Full,
            ( <= SubjectMax, true, _) or ( <= SubjectMax, _, true) => Lean.Some,
            _ => Lean.None,
        };
    }

    /// <summary>How many words say what a text is about, rather than what is asked of it.</summary>
    public static int Subjects(string text, Words words) => words.In(text).Count(IsSubject);

    private static bool IsSubject(Word word) => !word.IsStop && !Aspects.Contains(word.Plain);

    [GeneratedRegex(@"^\W*(?:e|ed|ma|anche|oppure|o|se|and|but|or|also|what about|how about|what if|vale anche|does it also)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b(?:it|that|this|them|those|these|questo|questa|quello|quella|ciò)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PointsBack();
}
