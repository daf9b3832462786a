using System.Collections.Concurrent;
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
internal readonly record struct Word(string Plain, string Stem, bool IsStop)
{
    /// <summary>How much it counts, above 0 to 1: less where the customer may have meant another word.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>Whether it stands in the place of the word before it: what that one may mean, or is a part of.</summary>
    public bool IsBeside { get; init; }

    /// <summary>Whether it belongs to a code, a number or an address: every sign of it is meant.</summary>
    public bool IsCode { get; init; }
}

/// <summary>Takes text of one language apart into words. Any number of threads may use it.</summary>
internal sealed class Words
{
    private static readonly Words Italian = new(
        new ItalianTokens(), () => italianStemmer ??= new(), WordLists.ItalianStops, WordLists.ItalianSynonyms, ChatSpelling.Italian);

    private static readonly Words English = new(
        new EnglishTokens(), () => englishStemmer ??= new(), WordLists.EnglishStops, WordLists.EnglishSynonyms, ChatSpelling.English);

    // A stemmer holds the word it works on, so each thread has its own.
    [ThreadStatic]
    private static ItalianStemmer? italianStemmer;

    [ThreadStatic]
    private static EnglishStemmer? englishStemmer;

    private readonly Analyzer tokens;
    private readonly Func<SnowballProgram> stemmer;
    private readonly IReadOnlySet<string> stops;
    private readonly IReadOnlyDictionary<string, string> synonyms;
    private readonly IReadOnlyDictionary<string, string> chat;

    private Words(
        Analyzer tokens,
        Func<SnowballProgram> stemmer,
        IReadOnlySet<string> stops,
        IReadOnlyDictionary<string, string> synonyms,
        IReadOnlyDictionary<string, string> chat)
    {
        this.tokens = tokens;
        this.stemmer = stemmer;
        this.stops = stops;
        this.synonyms = synonyms;
        this.chat = chat;
    }

    public static Words Of(Language language) => language == Language.Italian ? Italian : English;

    public List<Word> In(string text)
    {
        var words = new List<Word>();
        foreach (var (word, _) in At(text, known: null))
        {
            words.Add(word);
        }

        return words;
    }

    /// <summary>The same, and beside the parts of a code such as <c>MX-200</c> the whole as <c>mx200</c>, however it is written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Words that have been met before, by what is typed; those of the text are added. Null for a text that is
    /// the only one.</param>
    public List<Word> WithCodes(string text, ConcurrentDictionary<string, Word>? known = null)
    {
        var codes = Code.In(text);
        var words = new List<Word>();
        var next = 0;
        foreach (var (word, at) in At(text, known))
        {
            while (next < codes.Count && codes[next].End <= at)
            {
                Whole(codes[next++], words);
            }

            words.Add(next < codes.Count && at >= codes[next].Start ? word with { IsCode = true } : word);
        }

        foreach (var code in codes.Skip(next))
        {
            Whole(code, words);
        }

        return words;
    }

    private static void Whole(Code code, List<Word> words)
    {
        if (code.Whole is { } whole)
        {
            words.Add(new(whole, whole, IsStop: false) { IsBeside = words.Count > 0, IsCode = true });
        }
    }

    private IEnumerable<(Word Word, int At)> At(string text, ConcurrentDictionary<string, Word>? known)
    {
        using var stream = tokens.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var typed = term.ToString();
            yield return (known?.GetOrAdd(typed, Word) ?? Word(typed), place.StartOffset);
        }

        stream.End();
    }

    private Word Word(string typed)
    {
        var lower = chat.GetValueOrDefault(typed, typed);
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
