using CareBot.Answers;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CareBot.Knowledge.Search;

/// <summary>One BM25 view: which words of an article and of a question it compares.</summary>
internal sealed class TextView
{
    private readonly string name;
    private readonly Func<ArticleWords, IEnumerable<IReadOnlyList<Word>>> parts;
    private readonly Func<IReadOnlyList<Word>, IEnumerable<(string Term, float Weight)>> terms;

    private TextView(
        View view,
        Func<ArticleWords, IEnumerable<IReadOnlyList<Word>>> parts,
        Func<IReadOnlyList<Word>, IEnumerable<(string Term, float Weight)>> terms,
        float lengthShare)
    {
        View = view;
        name = view.ToString();
        this.parts = parts;
        this.terms = terms;
        Similarity = new(lengthShare);
    }

    public static IReadOnlyList<TextView> All { get; } =
    [
        new(View.Body, words => [words.Body], Matter, 0.75f),
        new(View.Whole, words => [[.. words.Heading], words.Body], Matter, 0.75f),
        new(View.Letters, words => [[.. words.Heading], words.Body], LetterRuns.FoursOf, 0.4f),
        new(View.Pairs, words => [.. words.Questions, words.Body], Pairs, 0.4f),
    ];

    public View View { get; }

    public Bm25 Similarity { get; }

    public static TextView OfField(string field) =>
        All.First(view => field.EndsWith($".{view.name}", StringComparison.Ordinal));

    public string Field((Language Language, ArticleKind Kind) shelf) => $"{shelf.Language.Tag()}.{shelf.Kind}.{name}";

    /// <summary>The terms of a question with what each counts; a term may occur more than once.</summary>
    public IEnumerable<(string Term, float Weight)> Terms(IReadOnlyList<Word> question) => terms(question);

    public IEnumerable<string> Terms(ArticleWords words) => parts(words).SelectMany(terms).Select(each => each.Term);

    private static IEnumerable<(string, float)> Matter(IReadOnlyList<Word> words) =>
        words.Where(word => !word.IsStop).Select(word => (word.Stem, word.Weight));

    private static IEnumerable<(string, float)> Pairs(IReadOnlyList<Word> words) =>
        WordPairs.Within(words).Select(each => ($"{each.Pair.Stem} {each.Pair.Next}", each.Weight));
}

/// <summary>Terms that have been made already, as Lucene takes them.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly IEnumerator<string> terms;
    private readonly ICharTermAttribute term;

    public TermStream(IEnumerable<string> terms)
    {
        this.terms = terms.GetEnumerator();
        term = AddAttribute<ICharTermAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!terms.MoveNext())
        {
            return false;
        }

        term.SetEmpty().Append(terms.Current);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            terms.Dispose();
        }

        base.Dispose(disposing);
    }
}
