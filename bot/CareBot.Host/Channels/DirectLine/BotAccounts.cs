using CareBot.Host.Channels.Protocol;
using CareBot.Turns;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>Under which names our side speaks.</summary>
internal static class BotAccounts
{
    public const string BotId = "carebot";

    public const string AgentId = "agent";

    private const string Role = "bot";

    /// <summary>Whether no customer may go by this id.</summary>
    public static bool IsReserved(string user) =>
        user.Equals(BotId, StringComparison.OrdinalIgnoreCase) || user.Equals(AgentId, StringComparison.OrdinalIgnoreCase);

    /// <summary>A person under their own name; the bot as what it is.</summary>
    public static ChannelAccount Of(Effect.Reply reply, string company) => reply.Agent is { } agent
        ? new() { Id = AgentId, Name = agent.Name, Role = Role }
        : Bot(reply.Language, company);

    /// <summary>The bot as what it is.</summary>
    public static ChannelAccount Bot(Language language, string company) =>
        new() { Id = BotId, Name = $"{company} · {Title(language)}", Role = Role };

    private static string Title(Language language) =>
        language == Language.Italian ? "assistente automatico" : "automated assistant";
}
