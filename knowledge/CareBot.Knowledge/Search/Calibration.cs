using System.Numerics.Tensors;

namespace CareBot.Knowledge.Search;

/// <summary>What is known of a find when its chance of being right is estimated.</summary>
/// <param name="Probability">Its probability among the candidates.</param>
/// <param name="Nearest">How like the question its nearest phrasing is.</param>
/// <param name="Trained">Its probability by the trained model.</param>
/// <param name="Covered">The share of the question's matter that it has.</param>
/// <param name="Known">The share of the question's matter that any article has.</param>
internal readonly record struct Signs(double Probability, double Nearest, double Trained, double Covered, double Known)
{
    /// <summary>How far from even odds a probability may lead: beyond it, the candidates alone prove nothing more.</summary>
    private const double LogOddsMax = 6;

    /// <summary>What the numbers of <see cref="CopyTo"/> are, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Always", "Probability", "Nearest", "Trained", "Covered", "Known", "Uncovered"];

    public const int Count = 7;

    /// <summary>The signs as numbers of like size, the first always 1.</summary>
    public void CopyTo(Span<double> numbers)
    {
        numbers[0] = 1;
        numbers[1] = Math.Clamp(Math.Log(Probability / Math.Max(1e-9, 1 - Probability)), -LogOddsMax, LogOddsMax) / 3;
        numbers[2] = Nearest * 2;
        numbers[3] = Trained * 2;
        numbers[4] = Covered * 2;
        numbers[5] = Known * 2;

        // Being far ahead with one word out of four is no merit: the question is then about something else.
        numbers[6] = numbers[1] * (1 - Covered);
    }
}

/// <summary>A find of which it is known whether it was right.</summary>
/// <param name="Signs">What was known of it when it was found.</param>
/// <param name="Right">Whether it was.</param>
/// <param name="Weight">What it counts, 1 for a phrasing that was asked.</param>
internal readonly record struct KnownFind(Signs Signs, bool Right, double Weight = 1);

/// <summary>Estimates the chance that a find is right: a logistic regression over its signs.</summary>
internal sealed class Calibration
{
    /// <summary>How strongly a library's own evidence must speak against what is usual.</summary>
    private const double PriorWeight = 10;

    private const int Rounds = 25;

    /// <summary>A step of Newton's method that makes things worse is tried again at half its length, so many times.</summary>
    private const int HalvingsMax = 10;

    private readonly double[] weights;

    private Calibration(double[] weights) => this.weights = weights;

    /// <summary>A calibration that was fitted before.</summary>
    public static Calibration Of(double[] weights) => new(weights);

    /// <summary>What holds for libraries on the whole: used until, and where, a library has too few phrasings to learn from.</summary>
    public static Calibration Usual { get; } = new([-0.8, 2.9, 0.3, 0.1, 0.1, 0.3, 0]);

    public IReadOnlyList<double> Weights => weights;

    /// <summary>Learns from finds of which it is known whether they were right; where they are few, what is usual prevails.</summary>
    public static Calibration Fit(IReadOnlyList<KnownFind> examples)
    {
        if (examples.Count == 0)
        {
            return Usual;
        }

        var rows = examples.Select(example => Row(example.Signs)).ToArray();
        var weights = Usual.weights;
        var loss = Loss(weights, rows, examples);
        for (var round = 0; round < Rounds; round++)
        {
            var step = Step(weights, rows, examples);
            var halved = 0;
            var next = Along(weights, step, 1);
            while (Loss(next, rows, examples) > loss && halved++ < HalvingsMax)
            {
                next = Along(weights, step, Math.Pow(0.5, halved));
            }

            if (halved > HalvingsMax)
            {
                break;
            }

            weights = next;
            loss = Loss(weights, rows, examples);
        }

        return new(weights);
    }

    public double Chance(Signs signs)
    {
        Span<double> row = stackalloc double[Signs.Count];
        signs.CopyTo(row);
        return Logistic(Sum(weights, row));
    }

    /// <summary>How badly weights explain the examples, and how far they are from what is usual.</summary>
    private static double Loss(double[] weights, double[][] rows, IReadOnlyList<KnownFind> examples)
    {
        var loss = weights.Zip(Usual.weights, (own, usual) => PriorWeight / 2 * (own - usual) * (own - usual)).Sum();
        for (var at = 0; at < rows.Length; at++)
        {
            var sum = Sum(weights, rows[at]);
            loss += examples[at].Weight * (Math.Log(1 + Math.Exp(-Math.Abs(sum))) + Math.Max(0, examples[at].Right ? -sum : sum));
        }

        return loss;
    }

    /// <summary>Where Newton's method would go from here.</summary>
    private static double[] Step(double[] weights, double[][] rows, IReadOnlyList<KnownFind> examples)
    {
        var gradient = new double[Signs.Count];
        var hessian = new double[Signs.Count, Signs.Count];
        for (var i = 0; i < Signs.Count; i++)
        {
            gradient[i] = PriorWeight * (Usual.weights[i] - weights[i]);
            hessian[i, i] = PriorWeight;
        }

        for (var at = 0; at < rows.Length; at++)
        {
            var chance = Logistic(Sum(weights, rows[at]));
            var error = examples[at].Weight * ((examples[at].Right ? 1 : 0) - chance);
            var slope = examples[at].Weight * chance * (1 - chance);
            for (var i = 0; i < Signs.Count; i++)
            {
                gradient[i] += error * rows[at][i];
                for (var j = 0; j < Signs.Count; j++)
                {
                    hessian[i, j] += slope * rows[at][i] * rows[at][j];
                }
            }
        }

        return Solve(hessian, gradient);
    }

    private static double[] Along(double[] weights, double[] step, double length) =>
        [.. weights.Zip(step, (weight, change) => weight + (length * change))];

    private static double[] Row(Signs signs)
    {
        var row = new double[Signs.Count];
        signs.CopyTo(row);
        return row;
    }

    private static double Sum(ReadOnlySpan<double> weights, ReadOnlySpan<double> row) => TensorPrimitives.Dot(weights, row);

    private static double Logistic(double sum) => 1 / (1 + Math.Exp(-sum));

    /// <summary>Solves a symmetric, positive definite system by Gaussian elimination.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var (a, b) = ((double[,])matrix.Clone(), (double[])right.Clone());
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = a[row, pivot] / a[pivot, pivot];
                for (var column = pivot; column < size; column++)
                {
                    a[row, column] -= factor * a[pivot, column];
                }

                b[row] -= factor * b[pivot];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < size; column++)
            {
                b[row] -= a[row, column] * b[column];
            }

            b[row] /= a[row, row];
        }

        return b;
    }
}
