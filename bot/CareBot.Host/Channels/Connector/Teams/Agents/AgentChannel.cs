using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Channels.Protocol;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector.Teams.Agents;

/// <summary>The channel of a team in which agents follow cases: what is said there, and what belongs there.</summary>
internal sealed class AgentChannel(ConnectorClient connector, IOptions<TeamsOptions> teams, IOptions<BotFrameworkOptions> framework)
{
    private const string ThreadMark = ";messageid=";

    private readonly string channel = teams.Value.AgentChannel;
    private readonly string serviceUrl = teams.Value.AgentServiceUrl;

    public bool IsOn => channel.Length > 0;

    /// <summary>Whether an activity comes from there.</summary>
    public bool Holds(Activity activity) =>
        IsOn && activity.ChannelId == ConnectorMessage.TeamsChannel && activity.Conversation?.Id?.Split(ThreadMark)[0] == channel;

    /// <summary>Opens a thread with a card.</summary>
    public Task<Sending> OpenAsync((JsonObject Card, string Summary) card, CancellationToken cancellation) => connector.CreateAsync(
        serviceUrl,
        new ConversationParameters
        {
            Bot = new() { Id = $"28:{framework.Value.AppId}" },
            IsGroup = true,
            TenantId = framework.Value.TenantId is { Length: > 0 } tenant ? tenant : null,
            ChannelData = JsonSerializer.SerializeToElement(
                new JsonObject { ["channel"] = new JsonObject { ["id"] = channel } }, WireJson.Wire.JsonObject),
            Activity = Message(card),
        },
        cancellation);

    /// <summary>Puts a card in the place of the one that a thread began with.</summary>
    public Task<Sending> UpdateAsync(string thread, string id, (JsonObject Card, string Summary) card, CancellationToken cancellation) =>
        connector.UpdateAsync(serviceUrl, thread, id, Message(card), cancellation);

    /// <summary>Says something in a thread: as it is, whatever signs it holds.</summary>
    public Task<Sending> SayAsync(string thread, string text, CancellationToken cancellation) =>
        connector.SendAsync(serviceUrl, thread, Words(text), cancellation);

    /// <summary>Puts other words in the place of what was said.</summary>
    public Task<Sending> SayInsteadAsync(string thread, string line, string text, CancellationToken cancellation) =>
        connector.UpdateAsync(serviceUrl, thread, line, Words(text), cancellation);

    /// <summary>Takes back what was said.</summary>
    public Task<Sending> TakeBackAsync(string thread, string line, CancellationToken cancellation) =>
        connector.DeleteAsync(serviceUrl, thread, line, cancellation);

    private static Activity Words(string text) => new() { Type = "message", Text = text, TextFormat = "plain" };

    private static Activity Message((JsonObject Card, string Summary) card) =>
        new() { Type = "message", Text = "", Summary = card.Summary, Attachments = [Cards.Attached(card.Card)] };
}
