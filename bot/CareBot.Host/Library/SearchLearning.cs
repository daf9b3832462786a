using System.Diagnostics;
using CareBot.Host.Metrics;
using CareBot.Knowledge.Search;
using CareBot.Metrics;

namespace CareBot.Host.Library;

/// <summary>When the search learns, and from what.</summary>
/// <remarks>It has a thread of its own, and never stands in the way of a changed article.</remarks>
internal sealed class SearchLearning(
    LiveIndex index, MetricsStore metrics, IConfiguration settings, TimeProvider clock, ILogger<SearchLearning> logger) : BackgroundService
{
    /// <summary>How far back customers' judgements are taken: what is older is of another shop.</summary>
    public static readonly TimeSpan FeedbackSpan = TimeSpan.FromDays(180);

    /// <summary>The latest judgements that are learned from.</summary>
    private const int FeedbackMax = 5_000;

    /// <summary>How often it is learned anew from customers when the articles stay as they are.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    /// <summary>How long nothing must have changed before the search learns: the first seconds of a start belong to customers,
    /// and an editor at work saves again soon.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);

    /// <summary>The share of a core that it takes: customers have the rest, also where there are only two.</summary>
    private const double CoreShare = 0.2;

    private DateTimeOffset triedAt = DateTimeOffset.MinValue;
    private string? tried;

    private bool IsDue =>
        clock.GetUtcNow() - triedAt >= Again || (!index.Current.Index.IsTrained && index.Current.Library.Fingerprint != tried);

    /// <summary>What the latest of these questions tell.</summary>
    public static IReadOnlyList<Feedback> Of(IEnumerable<QuestionRecord> questions) =>
        [.. questions.SelectMany(Knowledge.Search.Feedback.Of).TakeLast(FeedbackMax)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.GetValue("Library:Learn", true))
        {
            return;
        }

        while (true)
        {
            var before = index.Current.Library.Fingerprint;
            await Task.Delay(Calm, clock, stoppingToken);
            if (IsDue && index.Current.Library.Fingerprint == before)
            {
                await Task.Factory.StartNew(
                    () => Learn(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }
    }

    private void Learn(CancellationToken cancellation)
    {
        (triedAt, tried) = (clock.GetUtcNow(), index.Current.Library.Fingerprint);
        try
        {
            var started = Stopwatch.GetTimestamp();
            var feedback = Feedback(cancellation);
            var unkept = index.Train(feedback, new Pace(CoreShare, cancellation));
            var took = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Log.SearchTrained(logger, took, feedback.Count);
            if (unkept is not null)
            {
                Log.TrainingNotKept(logger, unkept);
            }
        }
#pragma warning disable CA1031 // What was learned before goes on serving, and it is tried again within the hour; the log says what failed.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.LearningFailed(logger, failure);
        }
    }

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
