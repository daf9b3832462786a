using System.Collections.Frozen;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures;

/// <summary>Tells by a customer's words which procedure they want to begin: the one of whose ways of asking they have every word.</summary>
/// <remarks>Of several the way with the most words counts; where two procedures share it, neither is meant surely, and none begins.</remarks>
internal sealed class StartPhrasings
{
    /// <summary>The characters of a message that are read: a wish comes early.</summary>
    private const int TextMax = 512;

    /// <summary>The letters from which a stem may be written with one too many, too few, or wrong.</summary>
    private const int SlipMin = 6;

    private readonly FrozenDictionary<Language, List<(HashSet<string> Words, ProcedureId Procedure)>> ways;

    public StartPhrasings(IEnumerable<Procedure> procedures) => ways = procedures
        .SelectMany(procedure => procedure.Starts.Select(start => (start.Language, Words: WordsOf(start.Text, start.Language), procedure.Id)))
        .Where(way => way.Words.Count > 0)
        .GroupBy(way => way.Language)
        .ToFrozenDictionary(group => group.Key, group => group.Select(way => (way.Words, way.Id)).ToList());

    /// <summary>The procedure that is wanted; null when none is.</summary>
    /// <param name="text">What was said; beyond <see cref="TextMax"/> it is not read.</param>
    /// <param name="language">The language it is in.</param>
    public ProcedureId? Of(string text, Language language)
    {
        if (!ways.TryGetValue(language, out var known))
        {
            return null;
        }

        var words = WordsOf(text.Length <= TextMax ? text : text[..TextMax], language);
        var said = known.Where(way => way.Words.All(word => Has(words, word))).ToList();
        var most = said.Count == 0 ? 0 : said.Max(way => way.Words.Count);
        return said.Where(way => way.Words.Count == most).Select(way => way.Procedure).Distinct().ToList() is [var only] ? only : null;
    }

    /// <summary>A long word may have a slip in it.</summary>
    private static bool Has(HashSet<string> words, string word) => words.Contains(word)
        || (word.Length >= SlipMin && words.Any(other => other.Length >= SlipMin && EditDistance.Between(other, word) <= 1));

    /// <summary>The words that a way of asking must have, as they are compared.</summary>
    internal static HashSet<string> WordsOf(string text, Language language) =>
        [.. Words.Of(language).In(text).Where(word => !word.IsStop).Select(word => word.Stem)];
}
