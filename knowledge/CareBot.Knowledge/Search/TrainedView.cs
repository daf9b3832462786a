using CareBot.Answers;

namespace CareBot.Knowledge.Search;

/// <summary>What a trained model says of the articles of a shelf, be it the shelf that it was trained on or a later one.</summary>
/// <remarks>After an edit the model of before goes on serving, so that an editor's comma does not make everybody's answers worse
/// until it has been learned anew. Any number of threads may ask it at once.</remarks>
internal sealed class TrainedView
{
    /// <summary>The place of an article that the model has never seen.</summary>
    private const int Unseen = -1;

    private readonly FeatureSpace space;
    private readonly ArticleId[] articles;

    /// <summary>The model's place of each article of the shelf; null where the shelf is the one it was trained on.</summary>
    private readonly int[]? places;

    private TrainedView(Softmax model, FeatureSpace space, ArticleId[] articles, int[]? places)
    {
        Model = model;
        this.space = space;
        this.articles = articles;
        this.places = places;
    }

    public Softmax Model { get; }

    /// <summary>The view of a model by the shelf that it was trained on.</summary>
    public static TrainedView Of(Softmax model, FeatureSpace space, IEnumerable<ArticleId> articles) => new(model, space, [.. articles], null);

    /// <summary>The same model's view of another shelf.</summary>
    public TrainedView For(IEnumerable<ArticleId> others) => new(Model, space, articles, [.. others.Select(other => Array.IndexOf(articles, other))]);

    /// <summary>Gives each article of the shelf its probability.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="vector">The same in the shelf's own features.</param>
    /// <param name="votes">The share of the nearest phrasings that each article has.</param>
    /// <param name="probabilities">One for each article of the shelf.</param>
    public void Predict(IReadOnlyList<Word> question, SparseVector vector, ReadOnlySpan<float> votes, Span<float> probabilities)
    {
        if (places is null)
        {
            Model.Predict(vector, probabilities);
            return;
        }

        var known = new float[articles.Length];
        Model.Predict(space.Vector(question), known);

        // An article that is new gets what its phrasings have of the nearest, and leaves the rest to the others.
        var taken = 0d;
        for (var article = 0; article < places.Length; article++)
        {
            taken += places[article] == Unseen ? votes[article] : 0;
        }

        var rest = 1 - (float)taken;
        for (var article = 0; article < places.Length; article++)
        {
            probabilities[article] = places[article] == Unseen ? votes[article] : known[places[article]] * rest;
        }
    }
}
