using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Search;

/// <summary>Sets beside words of a question that the library does not use what it says for them.</summary>
internal sealed class Thesaurus
{
    /// <summary>What a synonym counts; of words that the library has nowhere, the rest is left to them.</summary>
    private const float Share = 0.8f;

    /// <summary>The ways to say something by the stem of their first word, the longest first.</summary>
    private readonly Dictionary<string, List<Entry>> entries = new(StringComparer.Ordinal);
    private readonly List<Word> own = [];
    private readonly Coverage coverage;

    public Thesaurus(Words words, IEnumerable<Synonym> synonyms, IReadOnlyList<ArticleWords> contents, Coverage coverage)
    {
        this.coverage = coverage;
        foreach (var synonym in synonyms)
        {
            // What the library does not have finds nothing in it.
            var to = synonym.To.Select(words.In).Where(phrase => phrase.TrueForAll(IsKnown)).ToList();
            foreach (var from in synonym.From.Select(words.In).Where(SaysSomething))
            {
                var others = to.Where(phrase => !StemsOf(phrase).SequenceEqual(StemsOf(from)));
                Add([.. StemsOf(from)], others.SelectMany(phrase => phrase));
                own.AddRange(from);
            }
        }

        foreach (var list in entries.Values)
        {
            list.Sort((one, other) => other.Stems.Length - one.Stems.Length);
        }

        Forget(contents);
    }

    /// <summary>The words of what customers write: none of them is misspelt.</summary>
    public IReadOnlyList<Word> Own => own;

    /// <summary>Whether a phrase is looked for in questions: one of small words only would be found everywhere.</summary>
    public static bool SaysSomething(IReadOnlyList<Word> phrase) => phrase.Any(word => !word.IsStop);

    public IReadOnlyList<Word> Expand(List<Word> question)
    {
        if (entries.Count == 0)
        {
            return question;
        }

        var expanded = new List<Word>(question.Count);
        var places = Places(question);
        for (var at = 0; at < places.Count;)
        {
            if (Longest(question, places, at) is not var (entry, weight))
            {
                expanded.AddRange(question[places[at].Start..places[at].End]);
                at++;
                continue;
            }

            var written = question[places[at].Start..places[at + entry.Stems.Length - 1].End];
            var left = written.TrueForAll(IsKnown) ? 1 : 1 - Share;
            expanded.AddRange(written.Select(word => word with { Weight = word.Weight * left }));
            expanded.AddRange(entry.Means.Select(word => word with { Weight = weight * Share, IsBeside = true }));
            at += entry.Stems.Length;
        }

        return expanded;
    }

    private void Add(string[] stems, IEnumerable<Word> means)
    {
        if (!entries.TryGetValue(stems[0], out var list))
        {
            entries[stems[0]] = list = [];
        }

        var entry = list.Find(other => other.Stems.SequenceEqual(stems));
        if (entry is null)
        {
            list.Add(entry = new(stems, []));
        }

        entry.Means.AddRange(means.ExceptBy(entry.Means.Select(word => word.Stem), word => word.Stem));
    }

    /// <summary>Drops what the library says itself: its own words find it best, and others beside them only make them less.</summary>
    private void Forget(IReadOnlyList<ArticleWords> contents)
    {
        if (entries.Count == 0)
        {
            return;
        }

        foreach (var text in contents.SelectMany(content => content.Questions.Append(content.Keywords).Append(content.Body)))
        {
            for (var at = 0; at < text.Count; at++)
            {
                if (entries.TryGetValue(text[at].Stem, out var list))
                {
                    list.RemoveAll(entry => IsAt(text, at, entry.Stems));
                }
            }
        }
    }

    private static bool IsAt(IReadOnlyList<Word> text, int at, string[] stems)
    {
        var next = 0;
        while (next < stems.Length && at + next < text.Count && text[at + next].Stem == stems[next])
        {
            next++;
        }

        return next == stems.Length;
    }

    /// <summary>The longest entry whose words begin at a place and that means something, and how sure it is that they stand there.</summary>
    private (Entry Entry, float Weight)? Longest(List<Word> question, List<(int Start, int End)> places, int at)
    {
        foreach (var word in question[places[at].Start..places[at].End])
        {
            foreach (var entry in entries.GetValueOrDefault(word.Stem) ?? [])
            {
                if (entry.Means.Count > 0 && WeightOf(entry, question, places, at) is > 0 and var weight)
                {
                    return (entry, weight);
                }
            }
        }

        return null;
    }

    private static float WeightOf(Entry entry, List<Word> question, List<(int Start, int End)> places, int at)
    {
        var weight = at + entry.Stems.Length <= places.Count ? 1f : 0;
        for (var next = 0; next < entry.Stems.Length && weight > 0; next++)
        {
            var (start, end) = places[at + next];
            var stem = entry.Stems[next];
            weight = Math.Min(weight, question[start..end].Where(word => word.Stem == stem).Sum(word => word.Weight));
        }

        return weight;
    }

    /// <summary>Where the words of each place begin and end.</summary>
    private static List<(int Start, int End)> Places(List<Word> question)
    {
        var places = new List<(int Start, int End)>();
        for (var at = 0; at < question.Count; at++)
        {
            if (at > 0 && question[at].IsBeside)
            {
                places[^1] = (places[^1].Start, at + 1);
            }
            else
            {
                places.Add((at, at + 1));
            }
        }

        return places;
    }

    private bool IsKnown(Word word) => word.IsStop || coverage.Knows(word.Stem);

    private static IEnumerable<string> StemsOf(IEnumerable<Word> phrase) => phrase.Select(word => word.Stem);

    /// <param name="Stems">What is written.</param>
    /// <param name="Means">What the library has for it.</param>
    private sealed record Entry(string[] Stems, List<Word> Means);
}
