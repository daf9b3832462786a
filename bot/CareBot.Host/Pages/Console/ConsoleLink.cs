namespace CareBot.Host.Pages.Console;

/// <summary>The address of a conversation's page.</summary>
internal static class ConsoleLink
{
    /// <summary>A channel may put any sign into its ids; a slash stays one, since servers do not read an escaped one back.</summary>
    public static string To(ConversationId conversation) =>
        "/desk/" + string.Join('/', conversation.Value.Split('/').Select(Uri.EscapeDataString));
}
