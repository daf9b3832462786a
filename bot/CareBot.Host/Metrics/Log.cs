namespace CareBot.Host.Metrics;

/// <summary>Events 500–599. Files and counts only.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 500, Level = LogLevel.Warning,
        Message = "The metrics file is damaged: it is kept as {Aside} and made anew from the journal")]
    public static partial void FileSetAside(ILogger logger, Exception failure, string aside);

    [LoggerMessage(EventId = 501, Level = LogLevel.Error, Message = "Metrics could not follow the journal and try again")]
    public static partial void RoundFailed(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 502, Level = LogLevel.Information,
        Message = "The metrics file is of version {Found} and is made anew from the journal as version {Current}")]
    public static partial void FileOutdated(ILogger logger, int found, int current);

    [LoggerMessage(EventId = 503, Level = LogLevel.Warning, Message = "The metrics file did not close cleanly")]
    public static partial void CloseFailed(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 504, Level = LogLevel.Debug, Message = "Metrics took in {EntryCount} journal entries")]
    public static partial void Folded(ILogger logger, long entryCount);
}
