using System.Diagnostics;
using CareBot.Host.Metrics;
using CareBot.Knowledge.Search;
using CareBot.Metrics;

namespace CareBot.Host.Library;

/// <summary>When the search learns, and from what.</summary>
internal sealed class SearchLearning(
    LiveIndex index, MetricsStore metrics, IConfiguration settings, TimeProvider clock, ILogger<SearchLearning> logger)
{
    /// <summary>How far back customers' judgements are taken: what is older is of another shop.</summary>
    public static readonly TimeSpan FeedbackSpan = TimeSpan.FromDays(180);

    /// <summary>The latest judgements that are learned from.</summary>
    private const int FeedbackMax = 5_000;

    /// <summary>How often it is learned anew from customers when the articles stay as they are.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private readonly bool isOn = settings.GetValue("Library:Learn", true);
    private DateTimeOffset learnedAt = DateTimeOffset.MinValue;

    /// <summary>Whether there is something to learn from.</summary>
    public bool IsDue => isOn && (!index.Current.Index.IsTrained || clock.GetUtcNow() - learnedAt >= Again);

    /// <summary>Learns. It takes seconds of one thread, and no customer waits for it.</summary>
    public void Learn(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var feedback = Feedback(cancellation);
        index.Train(feedback, cancellation);
        learnedAt = clock.GetUtcNow();
        var took = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Log.SearchTrained(logger, took, feedback.Count);
    }

    /// <summary>What the latest of these questions tell.</summary>
    public static IReadOnlyList<Feedback> Of(IEnumerable<QuestionRecord> questions) =>
        [.. questions.SelectMany(Knowledge.Search.Feedback.Of).TakeLast(FeedbackMax)];

    private IReadOnlyList<Feedback> Feedback(CancellationToken cancellation)
    {
        try
        {
            return Of(metrics.QuestionsAsync(clock.GetUtcNow() - FeedbackSpan, null, cancellation).GetAwaiter().GetResult());
        }
#pragma warning disable CA1031 // Whatever the metrics file has, the search learns from the articles; the log says what was missing.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.NoFeedback(logger, failure);
            return [];
        }
    }
}
