using System.Text.Json;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Storage.Single;
using CareBot.Turns;

namespace CareBot.Host.Channels;

/// <summary>Word of a handoff as the Bot Framework's events: <c>handoff.initiate</c> with what a person must know, and
/// <c>handoff.status</c>.</summary>
internal sealed class HandoffActivities(Journal journal)
{
    /// <summary>The messages of a transcript, from the end.</summary>
    public const int MessagesMax = 50;

    /// <summary>The characters of a transcript's messages together: channels refuse activities that are too large.</summary>
    public const int CharactersMax = 32_000;

    /// <summary>The journal's entries looked through: about four to a message.</summary>
    private const int EntriesMax = 4 * MessagesMax;

    /// <param name="handoff">What to tell.</param>
    /// <param name="conversation">Of which conversation.</param>
    /// <param name="user">The customer as the channel names them.</param>
    public Activity Of(Effect.Handoff handoff, Conversation conversation, ChannelAccount user) => handoff switch
    {
        Effect.Handoff.Initiated initiated => Initiate(initiated, conversation, user),
        Effect.Handoff.Changed changed => new()
        {
            Type = "event",
            Name = "handoff.status",
            Locale = changed.Language.Tag(),
            Value = JsonSerializer.SerializeToElement(new(changed.State, changed.Message), WireJson.Wire.HandoffStatus),
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Activity Initiate(Effect.Handoff.Initiated initiated, Conversation conversation, ChannelAccount user)
    {
        // What was said after the turn is not what the person was called for, and is in the conversation anyway.
        var read = journal.Read(conversation.Id, EntriesMax);
        var words = new CurrentWords(read.Select(entry => entry.Event));
        var entries = read.Where(entry => entry.At <= initiated.At).ToList();
        var context = new HandoffContext
        {
            Contact = initiated.Contact.Value,
            Queue = initiated.Queue.Value,
            Reason = initiated.Reason,
            Language = initiated.Language.Tag(),
            Asked = Asked(entries, words, initiated.Contact),
            Article = initiated.Article?.Value,
        };
        var said = new ActivitySet { Activities = Transcript(entries, words, conversation, user) };
        return new()
        {
            Type = "event",
            Name = "handoff.initiate",
            Locale = initiated.Language.Tag(),
            Value = JsonSerializer.SerializeToElement(context, WireJson.Wire.HandoffContext),
            Attachments =
            [
                new()
                {
                    ContentType = "application/json",
                    Name = "Transcript",
                    Content = JsonSerializer.SerializeToElement(said, WireJson.Wire.ActivitySet),
                },
            ],
        };
    }

    /// <summary>The last words of the contact that may be a question: no courtesy, and more than the wish for a person.</summary>
    private static string? Asked(List<JournalEntry> entries, CurrentWords words, ContactId contact) => entries
        .Select(entry => entry.Event)
        .OfType<CareEvent.CustomerSaid>()
        .Where(said => said.Contact == contact)
        .Select(words.Of)
        .LastOrDefault(text => text is not null && !SmallTalks.IsCourtesy(text) && !Understanding.AsksForPerson(text));

    /// <summary>What was said, oldest first. Agents' notes are nobody else's.</summary>
    private static IReadOnlyList<Activity> Transcript(
        List<JournalEntry> entries, CurrentWords words, Conversation conversation, ChannelAccount user)
    {
        var left = CharactersMax;
        return
        [
            .. entries
                .Select(entry => Message(entry, words, conversation, user))
                .OfType<Activity>()
                .Reverse()
                .Take(MessagesMax)
                .TakeWhile(message => (left -= message.Text!.Length) >= 0)
                .Reverse(),
        ];
    }

    private static Activity? Message(JournalEntry entry, CurrentWords words, Conversation conversation, ChannelAccount user) => entry.Event switch
    {
        CareEvent.CustomerSaid said when words.Of(said) is { } text =>
            Message(entry, text, user with { Name = user.Name ?? conversation.Customer, Role = "user" }),
        CareEvent.BotSaid said => Message(entry, said.Text, new() { Role = "bot" }),
        CareEvent.AgentSaid said => Message(entry, said.Text, new() { Name = said.Agent.Name, Role = "bot" }),
        _ => null,
    };

    private static Activity Message(JournalEntry entry, string text, ChannelAccount from) => new()
    {
        Type = "message",
        Timestamp = WireTime.Of(entry.At),
        From = from,
        Text = text,
    };
}
