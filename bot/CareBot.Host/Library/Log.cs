using CareBot.Knowledge.Reading;

namespace CareBot.Host.Library;

/// <summary>Events 400–499.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 400, Level = LogLevel.Information,
        Message = "Library taken up: {Changed} articles changed, {Articles} in all, {Milliseconds} ms")]
    public static partial void LibraryRefreshed(ILogger logger, int changed, int articles, long milliseconds);

    [LoggerMessage(EventId = 401, Message = "{Problem}")]
    public static partial void Problem(ILogger logger, LogLevel level, Problem problem);

    [LoggerMessage(EventId = 402, Level = LogLevel.Error, Message = "The library could not be read again; the last good one goes on serving")]
    public static partial void RefreshFailed(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 403, Level = LogLevel.Warning, Message = "The search index is kept in memory only: {Why}")]
    public static partial void IndexNotKept(ILogger logger, string why);

    [LoggerMessage(EventId = 404, Level = LogLevel.Warning,
        Message = "Changes of articles are looked for every {Seconds} s only; this machine does not let them be watched: {Why}")]
    public static partial void NotWatched(ILogger logger, int seconds, string why);

    [LoggerMessage(EventId = 405, Level = LogLevel.Information,
        Message = "The search has learned in {Milliseconds} ms from the articles' phrasings and {Judgements} of customers' judgements")]
    public static partial void SearchTrained(ILogger logger, long milliseconds, int judgements);

    [LoggerMessage(EventId = 406, Level = LogLevel.Warning,
        Message = "The articles' texts are not kept for the next start, which can serve only files that are good by then: {Why}")]
    public static partial void TextsNotKept(ILogger logger, string why);

    [LoggerMessage(EventId = 410, Level = LogLevel.Error, Message = "The search could not learn; it goes on with what it has learned before")]
    public static partial void LearningFailed(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 408, Level = LogLevel.Warning, Message = "The search learns without customers' judgements: they could not be read")]
    public static partial void NoFeedback(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 409, Level = LogLevel.Warning, Message = "What the search has learned is not kept for the next start: {Why}")]
    public static partial void TrainingNotKept(ILogger logger, string why);

    [LoggerMessage(EventId = 407, Level = LogLevel.Information, Message = "{Path}: no longer {Code}: {Message}")]
    public static partial void ProblemGone(ILogger logger, string path, string code, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "No run begins in a version of a procedure that cannot be kept: {Version}")]
    public static partial void VersionNotKept(ILogger logger, string version);
}
