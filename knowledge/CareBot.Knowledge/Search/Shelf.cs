using System.Buffers;
using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>The articles of one language and kind, compared with a question by their phrasings and by all their words.</summary>
internal sealed class Shelf
{
    private readonly int[] ownerOfPhrasing;
    private readonly Vectors<string> stems;
    private readonly Vectors<ulong> grams;
    private readonly Vectors<string> headingStems;
    private readonly Vectors<ulong> headingGrams;
    private readonly Coverage coverage;
    private readonly Spelling spelling;
    private readonly Words words;

    private Shelf(IReadOnlyList<Article> articles, IReadOnlyList<ArticleWords> contents, Words words)
    {
        Articles = articles;
        this.words = words;
        var phrasings = contents.SelectMany((content, owner) => content.Phrasings.Select(phrasing => (phrasing, owner))).ToList();
        ownerOfPhrasing = [.. phrasings.Select(each => each.owner)];
        stems = Vectors<string>.Build([.. phrasings.Select(each => each.phrasing.Stems)]);
        grams = Vectors<ulong>.Build([.. phrasings.Select(each => each.phrasing.Grams)]);
        headingStems = Vectors<string>.Build([.. contents.Select(content => content.Heading)]);
        headingGrams = Vectors<ulong>.Build([.. contents.Select(content => content.HeadingGrams)]);
        coverage = Coverage.Build(contents);
        spelling = new([.. contents.SelectMany(content => content.Vocabulary).Distinct()]);
    }

    public IReadOnlyList<Article> Articles { get; }

    public static Shelf Build(Language language, IReadOnlyList<Article> articles)
    {
        var words = Words.Of(language);
        return new(articles, [.. articles.AsParallel().AsOrdered().Select(article => ArticleWords.Of(article, words))], words);
    }

    public bool Knows(Word word) => coverage.Knows(word.Stem);

    public Wording Ask(string text) => Wording.Of(words.In(text), stem => coverage.Knows(stem) || stems.Knows(stem), spelling);

    /// <summary>Compares a question with every article; the full-text search is not asked.</summary>
    public void Compare(Wording question, Signals signals)
    {
        Nearest(stems, question.Stems, signals.Phrasing);
        Nearest(grams, question.Grams, signals.PhrasingLetters);
        headingStems.Compare(question.Stems, signals.Heading);
        headingGrams.Compare(question.Grams, signals.HeadingLetters);
        coverage.Measure(question.Matter, signals.Coverage);
    }

    private void Nearest<TFeature>(
        Vectors<TFeature> phrasings, ReadOnlySpan<(TFeature Feature, float Share)> question, Span<float> likeness)
        where TFeature : notnull
    {
        var rented = ArrayPool<float>.Shared.Rent(ownerOfPhrasing.Length);
        var each = rented.AsSpan(0, ownerOfPhrasing.Length);
        each.Clear();
        phrasings.Compare(question, each);
        for (var at = 0; at < each.Length; at++)
        {
            ref var best = ref likeness[ownerOfPhrasing[at]];
            best = Math.Max(best, each[at]);
        }

        ArrayPool<float>.Shared.Return(rented);
    }
}
