using CareBot.Desk;
using CareBot.Host.Turns;
using CareBot.Turns;

namespace CareBot.Host.Tests.Desk;

/// <summary>What customers do in the tests of the desk, and who answers them.</summary>
internal static class Customers
{
    public static readonly Agent Davide = new(new("davide-1"), "Davide");
    public static readonly Agent Sara = new(new("sara-1"), "Sara");

    /// <summary>A customer who says these things, the last of which may call for a person.</summary>
    public static async Task<ConversationId> SayAsync(this CareBotApp app, string id, string? name, params string[] texts)
    {
        var conversation = new ConversationId(id);
        foreach (var text in texts)
        {
            await app.Get<TurnRunner>().TakeAsync(
                new Incoming
                {
                    Conversation = conversation,
                    Input = new Input.CustomerSaid(text),
                    Arrival = new Arrival(RecordingChannel.Name, "it", name),
                },
                CancellationToken.None);
        }

        return conversation;
    }
}
