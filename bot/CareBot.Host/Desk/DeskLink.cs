namespace CareBot.Host.Desk;

/// <summary>Where a conversation is at the desk, below the address of this service.</summary>
internal static class DeskLink
{
    /// <summary>A channel may put any sign into its ids; a slash stays one, since servers do not read an escaped one back.</summary>
    public static string To(ConversationId conversation) =>
        "desk/" + string.Join('/', conversation.Value.Split('/').Select(Uri.EscapeDataString));
}
