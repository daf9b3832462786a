namespace CareBot.Knowledge.Search;

/// <summary>Reads the words of a question as they are probably meant.</summary>
internal sealed class QuestionWords
{
    /// <summary>The words of one question that are looked at.</summary>
    private const int WordsMax = 64;

    /// <summary>What a word that is read as another still counts as it stands.</summary>
    private const float AsTyped = 0.2f;

    private readonly Words words;
    private readonly EverydayWords everyday;
    private readonly Vocabulary vocabulary;
    private readonly Spelling spelling;
    private readonly Coverage coverage;

    public QuestionWords(Language language, IReadOnlyList<ArticleWords> contents, Coverage coverage)
    {
        words = Words.Of(language);
        everyday = EverydayWords.Of(language);
        vocabulary = new(contents.SelectMany(content => content.Heading.Concat(content.Body)), everyday);
        spelling = new(vocabulary);
        this.coverage = coverage;
    }

    public IReadOnlyList<Word> Read(string text) => Read(words.WithCodes(text));

    /// <inheritdoc cref="Read(string)"/>
    public IReadOnlyList<Word> Read(IReadOnlyList<Word> typed)
    {
        var read = new List<Word>();
        for (var at = 0; at < Math.Min(typed.Count, WordsMax); at++)
        {
            if (!IsSaidByParts(typed, at))
            {
                read.AddRange(Meant(typed[at]));
            }
        }

        return read;
    }

    /// <summary>Whether a word is the whole of a code whose parts the library has: to say it twice would make too much of it.</summary>
    private bool IsSaidByParts(IReadOnlyList<Word> typed, int at) =>
        typed[at] is { IsCode: true, IsBeside: true }
        && typed.Take(at).Reverse().TakeWhile(word => word is { IsCode: true, IsBeside: false }).All(part => coverage.Knows(part.Stem));

    private IEnumerable<Word> Meant(Word typed)
    {
        if (IsMeant(typed))
        {
            return [typed];
        }

        if (spelling.Near(typed.Plain) is [_, ..] near)
        {
            return [typed with { Weight = AsTyped }, .. near.Select(word => word with { Weight = word.Weight * (1 - AsTyped), IsBeside = true })];
        }

        return Spaces.Split(typed.Plain, vocabulary, word => coverage.Knows(word.Stem)) is [_, ..] parts ? parts : [typed];
    }

    /// <summary>Whether a word is right as it stands: known, or nothing that could be known.</summary>
    private bool IsMeant(Word typed) =>
        typed.IsStop || typed.IsCode || typed.Plain.Any(char.IsDigit) || coverage.Knows(typed.Stem) || everyday.Has(typed);
}
