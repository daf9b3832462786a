namespace CareBot.Host.Turns;

/// <summary>Events 100–199. Ids and counts only: never a customer's words.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Debug,
        Message = "Turn taken in {Conversation}: {EventCount} events, attempt {Attempt}")]
    public static partial void TurnTaken(ILogger logger, ConversationId conversation, int eventCount, int attempt);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning,
        Message = "Reply {Reply} to {Conversation} failed at try {Attempt} and is tried again: {Why}")]
    public static partial void ReplyPostponed(ILogger logger, long reply, ConversationId conversation, int attempt, string why);

    [LoggerMessage(EventId = 102, Level = LogLevel.Error,
        Message = "Reply {Reply} to {Conversation} is given up and kept as dead: {Why}")]
    public static partial void ReplyGivenUp(ILogger logger, long reply, ConversationId conversation, string why);

    [LoggerMessage(EventId = 103, Level = LogLevel.Error, Message = "The channel of {Conversation} failed")]
    public static partial void ChannelFailed(ILogger logger, Exception failure, ConversationId conversation);

    [LoggerMessage(EventId = 104, Level = LogLevel.Warning, Message = "The channel of {Conversation} does not take word of a handoff: {Why}")]
    public static partial void HandoffNotTold(ILogger logger, ConversationId conversation, string why);
}
