using System.Buffers;

namespace CareBot.Knowledge.Search;

/// <summary>The ways in which the questions of a shelf's articles are put, titles among them, and how like them a question is.</summary>
/// <remarks>It never changes; any number of threads may ask it at once.</remarks>
internal sealed class Phrasings
{
    /// <summary>The nearest phrasings that have a vote.</summary>
    private const int VotersMax = 20;

    /// <summary>How much more the nearer of two phrasings counts in the vote.</summary>
    private const float VoteSteepness = 12;

    private readonly SparseVector[] vectors;
    private readonly int[] owners;

    /// <summary>The first phrasing of each article, which is its title, and last of all how many there are.</summary>
    private readonly int[] firsts;

    private readonly Neighbours neighbours;

    public Phrasings(IReadOnlyList<ArticleWords> contents)
    {
        var texts = contents.SelectMany(content => content.Questions).ToList();
        owners = [.. contents.SelectMany((content, owner) => content.Questions.Select(_ => owner))];
        firsts = FirstsOf(contents);
        Space = FeatureSpace.Of(texts);
        vectors = texts.AsParallel().AsOrdered().Select(Space.Vector).ToArray();
        neighbours = new(vectors, Space.Count);
    }

    /// <summary>What they are compared by.</summary>
    public FeatureSpace Space { get; }

    /// <summary>Learns to tell the articles apart.</summary>
    public Softmax? Train(Pace pace) => Softmax.Train(vectors, owners, Space.Count, firsts.Length - 1, pace);

    /// <summary>The articles that have a phrasing at least so like a question.</summary>
    public IEnumerable<int> Claimants(IReadOnlyList<Word> question, float likenessMin) =>
        neighbours.From(Space.Vector(question), likenessMin).Select(phrasing => owners[phrasing]);

    /// <summary>What the likeness of phrasings says of the articles whose they are.</summary>
    public void Compare(SparseVector question, Views views)
    {
        var nearest = views[View.Nearest];
        var votes = views[View.Neighbours];
        var title = views[View.Title];
        var rented = ArrayPool<float>.Shared.Rent(owners.Length);
        var likeness = rented.AsSpan(0, owners.Length);
        neighbours.Compare(question, likeness);
        for (var article = 0; article < nearest.Length; article++)
        {
            title[article] = likeness[firsts[article]];
            var most = 0f;
            foreach (var like in likeness[firsts[article]..firsts[article + 1]])
            {
                most = like > most ? like : most;
            }

            nearest[article] = most;
        }

        var voters = HighestScores.Of(likeness, VotersMax, _ => true);
        var all = voters.Sum(phrasing => MathF.Exp(rented[phrasing] * VoteSteepness));
        foreach (var phrasing in voters)
        {
            votes[owners[phrasing]] += MathF.Exp(rented[phrasing] * VoteSteepness) / all;
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    private static int[] FirstsOf(IReadOnlyList<ArticleWords> contents)
    {
        var firsts = new int[contents.Count + 1];
        for (var article = 0; article < contents.Count; article++)
        {
            firsts[article + 1] = firsts[article] + contents[article].Questions.Count();
        }

        return firsts;
    }
}
