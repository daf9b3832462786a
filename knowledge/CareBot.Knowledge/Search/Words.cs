using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace CareBot.Knowledge.Search;

/// <summary>One word of a text.</summary>
/// <param name="Plain">Lower case, without elided article and accents.</param>
/// <param name="Stem">What inflected forms of the word share.</param>
/// <param name="IsStop">Whether it is of the kind that says little about the subject: <c>the</c>, <c>di</c>.</param>
internal readonly record struct Word(string Plain, string Stem, bool IsStop);

/// <summary>Takes text of one language apart into words. Any number of threads may use it.</summary>
internal sealed class Words
{
    private static readonly Words Italian = new(
        new ItalianTokens(), () => italianStemmer ??= new(), WordLists.ItalianStops, WordLists.ItalianSynonyms);

    private static readonly Words English = new(
        new EnglishTokens(), () => englishStemmer ??= new(), WordLists.EnglishStops, WordLists.EnglishSynonyms);

    // A stemmer holds the word it works on, so each thread has its own.
    [ThreadStatic]
    private static ItalianStemmer? italianStemmer;

    [ThreadStatic]
    private static EnglishStemmer? englishStemmer;

    private readonly Analyzer tokens;
    private readonly Func<SnowballProgram> stemmer;
    private readonly IReadOnlySet<string> stops;
    private readonly IReadOnlyDictionary<string, string> synonyms;

    private Words(
        Analyzer tokens,
        Func<SnowballProgram> stemmer,
        IReadOnlySet<string> stops,
        IReadOnlyDictionary<string, string> synonyms)
    {
        this.tokens = tokens;
        this.stemmer = stemmer;
        this.stops = stops;
        this.synonyms = synonyms;
    }

    public static Words Of(Language language) => language == Language.Italian ? Italian : English;

    public List<Word> In(string text)
    {
        var words = new List<Word>();
        using var stream = tokens.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            words.Add(Word(term.ToString()));
        }

        stream.End();
        return words;
    }

    private Word Word(string lower)
    {
        var plain = Fold(lower);
        var isStop = stops.Contains(plain);
        var program = stemmer();
        program.SetCurrent(lower);
        program.Stem();
        var stem = Fold(program.Current);
        return new(plain, synonyms.GetValueOrDefault(stem, stem), isStop);
    }

    private static string Fold(string word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            return word;
        }

        var folded = new char[word.Length * 4];
        return new(folded, 0, ASCIIFoldingFilter.FoldToASCII(word.ToCharArray(), 0, folded, 0, word.Length));
    }

    private sealed class ItalianTokens : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
            var elided = new ElisionFilter(source, ItalianElisions);
            return new(source, new LowerCaseFilter(LuceneVersion.LUCENE_48, elided));
        }

        private static CharArraySet ItalianElisions { get; } = new(LuceneVersion.LUCENE_48, WordLists.ItalianElisions, ignoreCase: true);
    }

    private sealed class EnglishTokens : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
            var possessed = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, source);
            return new(source, new LowerCaseFilter(LuceneVersion.LUCENE_48, possessed));
        }
    }
}
