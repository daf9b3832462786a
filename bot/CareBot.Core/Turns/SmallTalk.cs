namespace CareBot.Turns;

/// <summary>What people say that asks nothing of the library; of several kinds in one message the last here calls most for a reply.</summary>
public enum SmallTalk
{
    /// <summary>"ok, capito".</summary>
    Assent,

    /// <summary>"ahahah", "lol".</summary>
    Laughter,

    /// <summary>An emoji and no word.</summary>
    Emoji,

    /// <summary>"?", "...".</summary>
    NoWords,

    /// <summary>"ciao", "good morning".</summary>
    Greeting,

    /// <summary>"grazie mille".</summary>
    Thanks,

    /// <summary>"arrivederci", "have a nice day".</summary>
    Goodbye,

    /// <summary>"bravissimo", "you're great".</summary>
    Compliment,

    /// <summary>"ho una domanda", "can you help me": the question is still to come.</summary>
    Opening,

    /// <summary>"come stai?"</summary>
    HowAreYou,

    /// <summary>"sei un robot?"</summary>
    AreYouRobot,

    /// <summary>"fate schifo", "this is bullshit".</summary>
    Insult,
}

/// <summary>Recognises small talk in Italian and English, whatever the conversation's language.</summary>
public static class SmallTalks
{
    /// <summary>The words beyond which a message is about something, however kindly it is put.</summary>
    private const int WordsMax = 14;

    private static readonly int PhraseWordsMax = SmallTalkWords.Phrases.Keys.Max(phrase => phrase.Count(letter => letter == ' ') + 1);

    /// <summary>Whether a message asks nothing: small talk from end to end, or a yes or no.</summary>
    public static bool IsCourtesy(string text) => Of(text) is not null || PlainWords.Agrees(text) is not null;

    /// <summary>What a message is that is small talk from end to end: of several kinds the one that most calls for a reply.</summary>
    /// <returns>Null where it holds anything else, a yes or a no too, and where it is empty.</returns>
    public static SmallTalk? Of(string text)
    {
        var words = Words(text);
        if (words.Length == 0)
        {
            return string.IsNullOrWhiteSpace(text) ? null
                : text.Any(char.IsSurrogate) || text.Any(char.IsSymbol) ? SmallTalk.Emoji
                : SmallTalk.NoWords;
        }

        var (kinds, read) = Read(words);
        return read == words.Length && words.Length <= WordsMax && kinds.Count > 0 ? kinds.Max() : null;
    }

    /// <summary>Whether a message begins with a greeting, whatever follows.</summary>
    public static bool OpensWithGreeting(string text) =>
        Read(Words(text)).Kinds is [SmallTalk.Greeting, ..];

    /// <summary>Whether a message abuses anybody, whatever else it says.</summary>
    public static bool Abuses(string text)
    {
        var words = Words(text);
        return Enumerable.Range(0, words.Length).Any(at => PhraseAt(words, at).Kind == SmallTalk.Insult);
    }

    /// <summary>Reads phrase after phrase, the longest that fits each time, up to the first words that are none.</summary>
    private static (List<SmallTalk> Kinds, int Read) Read(string[] words)
    {
        var kinds = new List<SmallTalk>();
        var at = 0;
        while (at < words.Length)
        {
            var (length, kind) = PhraseAt(words, at);
            if (length == 0)
            {
                break;
            }

            at += length;
            if (kind is { } known)
            {
                kinds.Add(known);
            }
        }

        return (kinds, at);
    }

    /// <summary>The longest phrase that begins at a word; no kind where it is a filler such as "ok", no length where it is none.</summary>
    private static (int Length, SmallTalk? Kind) PhraseAt(string[] words, int at)
    {
        for (var length = Math.Min(PhraseWordsMax, words.Length - at); length > 0; length--)
        {
            if (SmallTalkWords.Phrases.TryGetValue(string.Join(' ', words, at, length), out var kind))
            {
                return (length, kind);
            }
        }

        return IsLaughter(words[at]) ? (1, SmallTalk.Laughter) : (0, null);
    }

    private static bool IsLaughter(string word) => word.Length >= 4
        && word.Contains('h', StringComparison.Ordinal)
        && word.All(letter => letter == 'h' || letter == word[0] || letter == word[1])
        && word.Distinct().Count() == 2
        && word.Count(letter => letter == 'h') * 3 >= word.Length;

    /// <summary>The words without accents and punctuation, and with what was drawn out drawn in: <c>ciaooo</c> is <c>ciao</c>.</summary>
    private static string[] Words(string text) =>
        [.. PlainWords.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(DrawnIn)];

    private static string DrawnIn(string word)
    {
        var letters = new List<char>(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var run = 1;
            while (at + run < word.Length && word[at + run] == word[at])
            {
                run++;
            }

            letters.AddRange(Enumerable.Repeat(word[at], run > 2 && char.IsLetter(word[at]) ? 1 : run));
            at += run;
        }

        return new([.. letters]);
    }
}
