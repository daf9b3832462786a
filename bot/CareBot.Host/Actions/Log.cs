namespace CareBot.Host.Actions;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Action} for conversation {Conversation} failed at try {Attempt} and is tried again: {Why}")]
    public static partial void ActionPostponed(ILogger logger, string action, ConversationId conversation, int attempt, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Action} for conversation {Conversation} failed for good, and the run goes another way: {Why}")]
    public static partial void ActionGivenUp(ILogger logger, string action, ConversationId conversation, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "What {Action} answered for conversation {Conversation} could not be taken and is asked for again.")]
    public static partial void ActionNotTaken(ILogger logger, Exception failure, string action, ConversationId conversation);

    [LoggerMessage(Level = LogLevel.Error, Message = "Runs could not be moved to the later versions of their procedures; that is tried again.")]
    public static partial void RunsNotMoved(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "The event {Name} about {Key} moved {Count} runs.")]
    public static partial void EventTaken(ILogger logger, string name, string key, int count);
}
