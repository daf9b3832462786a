using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace CareBot.Knowledge.Search;

/// <summary>A linear model that tells articles apart: trained on their phrasings, it learns which features speak for and against each.</summary>
/// <remarks>Multinomial logistic regression by stochastic gradient with AdaGrad steps (Duchi, Hazan and Singer, 2011). Any number of
/// threads may ask it at once.</remarks>
internal sealed class Softmax
{
    /// <summary>The articles up to which a model is trained: its weights are one for each feature and article.</summary>
    public const int ArticlesMax = 600;

    /// <summary>The most weights, features times articles; beyond it no model is trained. 64 million bytes, and as many in training.</summary>
    private const long WeightsMax = 16_000_000;

    private const float Rate = 0.1f;

    /// <summary>How strongly weights are held small, over all phrasings together.</summary>
    private const float Shrinkage = 0.08f;

    /// <summary>The value of the feature that every text has.</summary>
    private const float Always = 0.3f;

    /// <summary>Texts are shown this often in all; each is shown at least <see cref="EpochsMin"/> and at most <see cref="EpochsMax"/> times.</summary>
    private const int ShowingsAim = 400_000;
    private const int EpochsMin = 20;
    private const int EpochsMax = 40;

    private readonly float[] weights;
    private readonly int classes;
    private readonly int width;

    private Softmax(float[] weights, int classes)
    {
        this.weights = weights;
        this.classes = classes;
        width = Width(classes);
    }

    /// <summary>How many articles it tells apart.</summary>
    public int Classes => classes;

    /// <summary>All that it has learnt: one row for each feature and one more, of as many numbers as vectors of the processor hold.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>A model that was trained before.</summary>
    /// <returns>Null where the weights are not those of so many features and articles: they were trained on another processor.</returns>
    public static Softmax? Of(float[] weights, int features, int classes) =>
        weights.Length == (long)(features + 1) * Width(classes) ? new(weights, classes) : null;

    /// <summary>Trains a model. The same texts make the same model.</summary>
    /// <param name="texts">The phrasings.</param>
    /// <param name="owners">The article of each, from 0.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many articles there are.</param>
    /// <param name="pace">How hard to work at it.</param>
    /// <returns>Null where there is nothing to tell apart, or too much.</returns>
    public static Softmax? Train(IReadOnlyList<SparseVector> texts, IReadOnlyList<int> owners, int features, int classes, Pace pace)
    {
        if (classes is < 2 or > ArticlesMax || (long)(features + 1) * Width(classes) > WeightsMax)
        {
            return null;
        }

        var model = new Softmax(new float[(features + 1) * Width(classes)], classes);
        var squares = new float[model.weights.Length];
        var order = Enumerable.Range(0, texts.Count).ToArray();
#pragma warning disable CA5394 // The order in which texts are shown is no secret, and must be the same each time.
        var random = new Random(1);
#pragma warning restore CA5394
        var errors = new float[model.width];
        for (var epoch = Math.Clamp(ShowingsAim / texts.Count, EpochsMin, EpochsMax); epoch > 0; epoch--)
        {
            random.Shuffle(order);
            foreach (var text in order)
            {
                pace.Step();
                model.Predict(texts[text], errors);
                errors[owners[text]] -= 1;
                for (var at = 0; at < texts[text].Ids.Length; at++)
                {
                    model.Step(squares, texts[text].Ids[at], texts[text].Weights[at], errors, Shrinkage / texts.Count);
                }

                model.Step(squares, features, Always, errors, Shrinkage / texts.Count);
            }
        }

        return model;
    }

    /// <summary>Gives each article its probability among all articles.</summary>
    /// <param name="text">What is asked.</param>
    /// <param name="probabilities">Room for at least as many as there are articles; the rest is cleared.</param>
    public void Predict(SparseVector text, Span<float> probabilities)
    {
        Span<float> scores = width <= 1024 ? stackalloc float[width] : new float[width];
        TensorPrimitives.Multiply(weights.AsSpan(weights.Length - width), Always, scores);
        for (var at = 0; at < text.Ids.Length; at++)
        {
            TensorPrimitives.MultiplyAdd(weights.AsSpan(text.Ids[at] * width, width), text.Weights[at], scores, scores);
        }

        probabilities.Clear();
        TensorPrimitives.SoftMax(scores[..classes], probabilities);
    }

    private static int Width(int classes) => (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    private void Step(float[] squares, int feature, float value, ReadOnlySpan<float> errors, float shrinkage)
    {
        var weight = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(feature * width, width));
        var square = MemoryMarshal.Cast<float, Vector<float>>(squares.AsSpan(feature * width, width));
        var error = MemoryMarshal.Cast<float, Vector<float>>(errors[..width]);
        var tiny = new Vector<float>(1e-6f);
        for (var at = 0; at < weight.Length; at++)
        {
            var gradient = (error[at] * value) + (weight[at] * shrinkage);
            square[at] += gradient * gradient;
            weight[at] -= Rate * gradient / (Vector.SquareRoot(square[at]) + tiny);
        }
    }
}
