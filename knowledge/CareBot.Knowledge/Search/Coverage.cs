using System.Runtime.InteropServices;

namespace CareBot.Knowledge.Search;

/// <summary>How much of a question's matter occurs in each article at all, wherever it stands in it.</summary>
internal sealed class Coverage
{
    /// <summary>What a word in an article's text counts beside one in its title, phrasings or keywords.</summary>
    private const float BodyShare = 0.6f;

    private readonly Dictionary<string, List<(int Article, float Share)>> holders = new(StringComparer.Ordinal);
    private readonly int articles;

    private Coverage(int articles) => this.articles = articles;

    public IReadOnlyCollection<string> Stems => holders.Keys;

    public static Coverage Build(IReadOnlyList<ArticleWords> articles)
    {
        var coverage = new Coverage(articles.Count);
        for (var at = 0; at < articles.Count; at++)
        {
            coverage.Add(at, articles[at].Heading, 1);
            coverage.Add(at, articles[at].Body, BodyShare);
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
                foreach (var (article, weight) in list)
                {
                    covered[article] += part * weight;
                }
            }
        }
    }

    private float RarityOf(string stem)
    {
        var count = holders.TryGetValue(stem, out var list) ? list.Count : 0;
        return MathF.Log(1 + ((articles - count + 0.5f) / (count + 0.5f)));
    }

    private void Add(int article, IEnumerable<string> stems, float share)
    {
        foreach (var stem in stems)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, stem, out _);
            list ??= [];
            if (list.Count == 0 || list[^1].Article != article)
            {
                list.Add((article, share));
            }
        }
    }
}

/// <summary>The stems of one article that are not stop words.</summary>
/// <param name="Heading">Of title, phrasings and keywords.</param>
/// <param name="Body">Of the text.</param>
internal sealed record ArticleWords(IReadOnlyList<string> Heading, IReadOnlyList<string> Body);
