using System.Runtime.InteropServices;

namespace CareBot.Knowledge.Search;

/// <summary>How much of a question's matter occurs in each article at all, wherever it stands in it.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, List<int>> holders = new(StringComparer.Ordinal);
    private readonly int articles;

    private Coverage(int articles) => this.articles = articles;

    public static Coverage Build(IReadOnlyList<ArticleWords> articles)
    {
        var coverage = new Coverage(articles.Count);
        for (var at = 0; at < articles.Count; at++)
        {
            coverage.Add(at, articles[at].Heading);
            coverage.Add(at, articles[at].Body);
        }

        return coverage;
    }

    public bool Knows(string stem) => holders.ContainsKey(stem);

    /// <summary>Adds to every article the share of the question's matter that it has, from 0 to 1.</summary>
    public void Measure(ReadOnlySpan<(string Stem, float Share)> question, Span<float> covered)
    {
        var matter = 0f;
        foreach (var (stem, share) in question)
        {
            matter += share * RarityOf(stem);
        }

        if (matter == 0)
        {
            return;
        }

        foreach (var (stem, share) in question)
        {
            if (holders.TryGetValue(stem, out var list))
            {
                var part = share * RarityOf(stem) / matter;
                foreach (var article in list)
                {
                    covered[article] += part;
                }
            }
        }
    }

    private float RarityOf(string stem)
    {
        var count = holders.TryGetValue(stem, out var list) ? list.Count : 0;
        return MathF.Log(1 + ((articles - count + 0.5f) / (count + 0.5f)));
    }

    private void Add(int article, IEnumerable<string> stems)
    {
        foreach (var stem in stems)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, stem, out _);
            list ??= [];
            if (list.Count == 0 || list[^1] != article)
            {
                list.Add(article);
            }
        }
    }
}
