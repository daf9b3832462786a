namespace CareBot.Host.Commands;

/// <summary>On which channel kept questions are asked again.</summary>
internal static class AskedChannel
{
    /// <summary>Channels as authors know them: they write for the web and for Teams, not for transports.</summary>
    public static string Of(string channel) => channel == "msteams" ? "teams" : "web";
}
