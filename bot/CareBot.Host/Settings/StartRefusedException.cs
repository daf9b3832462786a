namespace CareBot.Host.Settings;

/// <summary>The service cannot start here as it is set up; the message says what to change. It is shown without a stack.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
