namespace CareBot.Host.Channels;

/// <summary>Events 200–299. Ids and counts only: never a customer's words, a token, a ticket or a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    public static partial void RequestFailed(ILogger logger, Exception failure, string method, string path);

    [LoggerMessage(EventId = 201, Level = LogLevel.Debug, Message = "Stream of {Conversation} opened after activity {Sequence}")]
    public static partial void StreamOpened(ILogger logger, ConversationId conversation, long sequence);

    [LoggerMessage(EventId = 202, Level = LogLevel.Information,
        Message = "Stream of {Conversation} closed: its client takes nothing any more")]
    public static partial void StreamTooSlow(ILogger logger, ConversationId conversation);

    [LoggerMessage(EventId = 203, Level = LogLevel.Warning, Message = "The time of upload {Upload} is over, but it cannot be deleted")]
    public static partial void UploadStays(ILogger logger, Exception failure, string upload);
}
