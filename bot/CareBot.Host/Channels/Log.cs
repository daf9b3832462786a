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

    [LoggerMessage(EventId = 203, Level = LogLevel.Information, Message = "Refused a call to /api/messages: {Why}")]
    public static partial void CallRefused(ILogger logger, string why);

    [LoggerMessage(EventId = 204, Level = LogLevel.Error,
        Message = "The keys at {Metadata} could not be fetched; those of before are used, and the next look is in a few minutes")]
    public static partial void KeysNotFetched(ILogger logger, Exception failure, string metadata);

    [LoggerMessage(EventId = 205, Level = LogLevel.Warning, Message = "The agents' channel was not reached about {Contact} and is tried again: {Why}")]
    public static partial void AgentsNotReached(ILogger logger, ContactId contact, string why);

    [LoggerMessage(EventId = 206, Level = LogLevel.Error,
        Message = "The agents' channel cannot be told about {Contact} ({Why}): check Teams:AgentChannel, and that the bot is a member of the team")]
    public static partial void AgentsNotTold(ILogger logger, ContactId contact, string why);

    [LoggerMessage(EventId = 207, Level = LogLevel.Error, Message = "The agents' channel could not be brought up to date; it is tried again in seconds")]
    public static partial void AgentsRoundFailed(ILogger logger, Exception failure);

    [LoggerMessage(EventId = 208, Level = LogLevel.Warning, Message = "The time of upload {Upload} is over, but it cannot be deleted")]
    public static partial void UploadStays(ILogger logger, Exception failure, string upload);

    [LoggerMessage(EventId = 209, Level = LogLevel.Error, Message = "An agent in Teams could not be told what became of their words: {Why}")]
    public static partial void AgentNotAnswered(ILogger logger, string why);

    [LoggerMessage(EventId = 210, Level = LogLevel.Warning,
        Message = "Refused a file: all files may take {BytesMax} bytes together. Raise DirectLine:MaxKeptUploadBytes or lower DirectLine:UploadRetentionHours")]
    public static partial void NoRoomForUploads(ILogger logger, long bytesMax);
}
