using System.Runtime.InteropServices;

namespace CareBot.Knowledge.Search;

/// <summary>How much of a question's matter occurs in an article at all, wherever it stands in it.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, List<int>> holders = new(StringComparer.Ordinal);
    private readonly int articles;

    public Coverage(IReadOnlyList<ArticleWords> contents)
    {
        articles = contents.Count;
        for (var at = 0; at < contents.Count; at++)
        {
            foreach (var word in contents[at].Heading.Concat(contents[at].Body))
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, word.Stem, out _);
                list ??= [];
                if (list.Count == 0 || list[^1] != at)
                {
                    list.Add(at);
                }
            }
        }
    }

    public bool Knows(string stem) => holders.ContainsKey(stem);

    /// <summary>The share of the question's matter, rare words counting most, that an article has: 0 to 1.</summary>
    public float Of(IReadOnlyList<Word> question, int article) =>
        Share(question, word => holders.TryGetValue(word.Stem, out var list) && list.BinarySearch(article) >= 0);

    /// <summary>The share of the question's matter that any article has: 0 to 1.</summary>
    public float Known(IReadOnlyList<Word> question) => Share(question, word => Knows(word.Stem));

    private float Share(IReadOnlyList<Word> question, Func<Word, bool> has)
    {
        var (all, had) = (0f, 0f);
        foreach (var word in question)
        {
            if (!word.IsStop)
            {
                var rarity = word.Weight * RarityOf(word.Stem);
                all += rarity;
                had += has(word) ? rarity : 0;
            }
        }

        return all == 0 ? 0 : had / all;
    }

    private float RarityOf(string stem)
    {
        var count = holders.TryGetValue(stem, out var list) ? list.Count : 0;
        return MathF.Log(1 + ((articles - count + 0.5f) / (count + 0.5f)));
    }
}
