using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>Reads the words of a question as they are probably meant.</summary>
internal sealed class QuestionWords
{
    /// <summary>The words of one question that are looked at.</summary>
    private const int WordsMax = 64;

    /// <summary>What a word that is read as another still counts as it stands.</summary>
    private const float AsTyped = 0.05f;

    private readonly Words words;
    private readonly EverydayWords everyday;
    private readonly Vocabulary vocabulary;
    private readonly Spelling spelling;
    private readonly Thesaurus thesaurus;
    private readonly HashSet<string> synonyms;
    private readonly Coverage coverage;
    private readonly HashSet<string> phrasings;
    private readonly HashSet<string> names;

    public QuestionWords(Language language, IReadOnlyList<ArticleWords> contents, IEnumerable<Synonym> synonyms, Coverage coverage)
    {
        words = Words.Of(language);
        everyday = EverydayWords.Of(language);
        thesaurus = new(words, synonyms.Where(synonym => synonym.Language == language), contents, coverage);
        this.synonyms = thesaurus.Own.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        vocabulary = new(contents.SelectMany(content => content.Heading.Concat(content.Body)), [.. thesaurus.Own, .. everyday.All], everyday.Hasty);
        spelling = new(vocabulary);
        this.coverage = coverage;
        names = contents.SelectMany(content => content.Heading.Concat(content.Body)).Where(everyday.IsName).Select(word => word.Plain).ToHashSet(StringComparer.Ordinal);
        phrasings = contents.SelectMany(content => content.Questions).Select(Written).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<Word> Read(string text) => Read(words.WithCodes(text));

    /// <inheritdoc cref="Read(string)"/>
    public IReadOnlyList<Word> Read(IReadOnlyList<Word> typed)
    {
        // An author's own words are right as they stand.
        if (phrasings.Contains(Written(typed)))
        {
            return typed;
        }

        var read = new List<Word>();
        for (var at = 0; at < Math.Min(typed.Count, WordsMax); at++)
        {
            if (!IsSaidByParts(typed, at))
            {
                read.AddRange(Meant(typed[at]));
            }
        }

        return thesaurus.Expand(read);
    }

    private static string Written(IReadOnlyList<Word> words) => string.Join(' ', words.Select(word => word.Plain));

    /// <summary>Whether a word is the whole of a code whose parts the library has: to say it twice would make too much of it.</summary>
    private bool IsSaidByParts(IReadOnlyList<Word> typed, int at) =>
        typed[at] is { IsCode: true, IsBeside: true }
        && typed.Take(at).Reverse().TakeWhile(word => word is { IsCode: true, IsBeside: false }).All(part => coverage.Knows(part.Stem));

    private IEnumerable<Word> Meant(Word typed)
    {
        // Luca is no light and Marco no brand: a name has no other forms, and who says theirs has misspelt nothing.
        if (everyday.IsName(typed) && !names.Contains(typed.Plain))
        {
            return [typed with { Stem = typed.Plain }];
        }

        if (IsMeant(typed))
        {
            return [typed];
        }

        // "Annullate l'ordine.grazie": no space after the full stop. "P.iva" is an abbreviation.
        if (typed.Plain.Split('.') is [_, _, ..] sentences && sentences.All(end => end.Length > 1))
        {
            return words.In(string.Join(' ', sentences)).SelectMany(Meant);
        }

        if (spelling.Near(typed.Plain) is [_, ..] near)
        {
            return [typed with { Weight = AsTyped }, .. near.Select(word => word with { Weight = word.Weight * (1 - AsTyped), IsBeside = true })];
        }

        return Spaces.Split(typed.Plain, vocabulary, word => coverage.Knows(word.Stem)) is [_, ..] parts ? parts : [typed];
    }

    /// <summary>Whether a word is right as it stands: known, or nothing that could be known.</summary>
    private bool IsMeant(Word typed) =>
        typed.IsStop || typed.IsCode || typed.Plain.Any(char.IsDigit)
        || coverage.Knows(typed.Stem) || synonyms.Contains(typed.Stem) || everyday.Has(typed);
}
