using System.Buffers;
using CareBot.Answers;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>The articles of one language and kind, compared with a question by their phrasings and by all their words.</summary>
internal sealed class Shelf
{
    private readonly int[] ownerOfPhrasing;
    private readonly Vectors<string> stems;
    private readonly Vectors<ulong> grams;
    private readonly Coverage coverage;
    private readonly Spelling spelling;
    private readonly Words words;

    private Shelf(
        IReadOnlyList<Article> articles, int[] ownerOfPhrasing, Vectors<string> stems, Vectors<ulong> grams, Coverage coverage, Words words)
    {
        Articles = articles;
        this.ownerOfPhrasing = ownerOfPhrasing;
        this.stems = stems;
        this.grams = grams;
        this.coverage = coverage;
        this.words = words;
        spelling = new(coverage.Stems);
    }

    public IReadOnlyList<Article> Articles { get; }

    public static Shelf Build(Language language, IReadOnlyList<Article> articles)
    {
        var words = Words.Of(language);
        var owners = new List<int>();
        var stems = new List<IReadOnlyList<string>>();
        var grams = new List<IReadOnlyList<ulong>>();
        var contents = new List<ArticleWords>(articles.Count);
        for (var at = 0; at < articles.Count; at++)
        {
            var article = articles[at];
            var heading = new List<string>();
            foreach (var phrasing in article.Questions.Prepend(article.Title))
            {
                var phrased = words.In(phrasing);
                owners.Add(at);
                stems.Add([.. phrased.Select(word => word.Stem)]);
                var letters = new List<ulong>();
                foreach (var word in phrased.Where(word => !word.IsStop))
                {
                    LetterRuns.Of(word.Plain, letters);
                    heading.Add(word.Stem);
                }

                grams.Add(letters);
            }

            heading.AddRange(article.Keywords.SelectMany(words.In).Select(word => word.Stem));
            contents.Add(new(heading, [.. words.In(ArticleText.Words(article)).Where(word => !word.IsStop).Select(word => word.Stem)]));
        }

        return new(
            articles, [.. owners], Vectors<string>.Build(stems), Vectors<ulong>.Build(grams), Coverage.Build(contents), words);
    }

    public bool Knows(Word word) => coverage.Knows(word.Stem);

    public Wording Ask(string text) => Wording.Of(words.In(text), stem => coverage.Knows(stem) || stems.Knows(stem), spelling);

    /// <summary>Compares a question with every article.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="likeness">Receives for each article how like its nearest phrasing is, 0 to 1.</param>
    /// <param name="covered">Receives for each article how much of the question's matter it has, 0 to 1.</param>
    public void Compare(Wording question, Span<float> likeness, Span<float> covered)
    {
        var rented = ArrayPool<float>.Shared.Rent(ownerOfPhrasing.Length);
        var phrasings = rented.AsSpan(0, ownerOfPhrasing.Length);
        phrasings.Clear();
        stems.Compare(question.Stems, StemsShare, phrasings);
        grams.Compare(question.Grams, 1 - StemsShare, phrasings);
        for (var at = 0; at < phrasings.Length; at++)
        {
            ref var best = ref likeness[ownerOfPhrasing[at]];
            best = Math.Max(best, phrasings[at]);
        }

        ArrayPool<float>.Shared.Return(rented);
        coverage.Measure(question.Matter, covered);
    }

    /// <summary>What whole words count beside runs of letters.</summary>
    private const float StemsShare = 0.55f;
}
