using CareBot.Host.Library;
using CareBot.Host.Metrics;
using CareBot.Host.Storage;
using CareBot.Knowledge.Search;

namespace CareBot.Host.Commands;

/// <summary>A library as customers meet it: searched with all that the service has learned, or would learn.</summary>
internal static class TrainedLibrary
{
    /// <summary>What the service has learned from; nothing where it has never run.</summary>
    public static async Task<IReadOnlyList<Feedback>> FeedbackAsync(DataFolder data, CancellationToken cancellation)
    {
        using var logging = MetricsCommands.Logging();
        return SearchLearning.Of(await StandaloneMetrics.QuestionsAsync(
            data, TimeProvider.System.GetUtcNow() - SearchLearning.FeedbackSpan, null, TimeProvider.System,
            logging.CreateLogger(nameof(TrainedLibrary)), cancellation));
    }

    /// <summary>Opens a library and lets it learn, from its own phrasings and from customers.</summary>
    /// <param name="folder">Where the articles lie.</param>
    /// <param name="data">The service's folder: what it has learned of these very articles need not be learned again. It stays as
    /// it is.</param>
    /// <param name="feedback">What customers have made of answers.</param>
    /// <param name="cancellation">Gives the work up.</param>
    public static Edition Open(string folder, DataFolder data, IReadOnlyList<Feedback> feedback, CancellationToken cancellation)
    {
        var edition = LiveIndex.Open(
            new LibraryOptions { Folder = folder, IndexFolder = data.Index, KeepsIndex = false }, cancellation).Current;
        using var patience = Patience.While($"the search learns from the {edition.Library.Articles.Count} articles in {folder}");
        return edition with { Index = edition.Index.TrainForCustomers(feedback, cancellation) };
    }
}
