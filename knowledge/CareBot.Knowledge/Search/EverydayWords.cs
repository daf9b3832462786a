using System.Collections.Frozen;

namespace CareBot.Knowledge.Search;

/// <summary>Words that everybody uses, whatever a library is about: one that it lacks is no misspelling of one that it has.</summary>
internal sealed class EverydayWords
{
    /// <summary>The letters of a hasty spelling below which it could stand in any word.</summary>
    private const int HastyLettersMin = 4;

    private static readonly EverydayWords Italian = new(Language.Italian);
    private static readonly EverydayWords English = new(Language.English);

    private readonly FrozenSet<string> plains;
    private readonly FrozenSet<string> stems;

    private readonly FrozenSet<string> names;

    private EverydayWords(Language language)
    {
        var stops = language == Language.Italian ? WordLists.ItalianStops : WordLists.EnglishStops;
        All = Words.Of(language).In($"{Read($"Everyday.{language.Tag()}.txt")} {string.Join(' ', stops)}");
        Hasty = (language == Language.Italian ? ChatSpelling.Italian : ChatSpelling.English).Keys
            .Where(typed => typed.Length >= HastyLettersMin)
            .ToDictionary(typed => typed, typed => Words.Of(language).In(typed)[0], StringComparer.Ordinal);
        plains = All.Select(word => word.Plain).ToFrozenSet(StringComparer.Ordinal);
        names = Words.Of(language).In(Read($"Everyday.names-{language.Tag()}.txt")).Select(word => word.Plain).ToFrozenSet(StringComparer.Ordinal);
        stems = All.Select(word => word.Stem).ToFrozenSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<Word> All { get; }

    /// <summary>How words are typed in haste, and what is meant: those that are long enough to be told inside another word.</summary>
    public IReadOnlyDictionary<string, Word> Hasty { get; }

    public static EverydayWords Of(Language language) => language == Language.Italian ? Italian : English;

    /// <summary>Whether it is one of them or an inflected form of one.</summary>
    public bool Has(Word word) => plains.Contains(word.Plain) || stems.Contains(word.Stem);

    /// <summary>Whether people are called so, and hardly anything else is.</summary>
    public bool IsName(Word word) => names.Contains(word.Plain);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EverydayWords).Assembly.GetManifestResourceStream(typeof(EverydayWords), name)!);
        return reader.ReadToEnd();
    }
}
