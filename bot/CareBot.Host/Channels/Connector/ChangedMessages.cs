using CareBot.Host.Channels.Protocol;
using CareBot.Host.Storage.Single;
using CareBot.Turns;

namespace CareBot.Host.Channels.Connector;

/// <summary>What customers do to messages that they have written: the activity's id names the message.</summary>
internal sealed class ChangedMessages(Journal journal)
{
    /// <returns>Null where nothing was done to a message of ours: an edit may be of one that was written before the bot was there.</returns>
    public Input? InputOf(Activity activity, ConversationId conversation) => activity switch
    {
        { Type: "messageUpdate", Id: { } id } when ReceivedInput.Words(activity) is { } words && journal.Said(conversation, id) is { } said =>
            new Input.CustomerCorrected(said, words),
        { Type: "messageDelete", Id: { } id } when journal.Said(conversation, id) is { } said => new Input.CustomerWithdrew(said),
        _ => null,
    };
}
