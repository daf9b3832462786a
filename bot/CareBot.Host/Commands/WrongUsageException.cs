namespace CareBot.Host.Commands;

/// <summary>What was typed makes no sense, as only the settings could tell. The message is a sentence for people without its full stop.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);
