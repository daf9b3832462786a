using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Desk;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector.Teams.Agents;

/// <summary>Makes the card of a case as the case stands now: who waits, why, what they said, and what an agent can do.</summary>
internal sealed class AgentCards(DeskView desk, PublicAddress address, IOptions<TeamsOptions> options)
{
    public const string ClaimVerb = "claim";
    public const string ReleaseVerb = "release";
    public const string CloseVerb = "close";

    private const string Contact = "contact";
    private const string Verb = "verb";

    private readonly AgentTexts texts = AgentTexts.In(options.Value.AgentLanguage);
    private readonly Language language = LanguageTags.FromTag(options.Value.AgentLanguage) ?? Language.Italian;

    /// <summary>The card and the line that stands for it in notifications.</summary>
    public (JsonObject Card, string Summary) Of(ContactId contact, ConversationId id)
    {
        var transcript = desk.Transcript(id);
        var conversation = transcript?.Line.Conversation;
        var isOpen = conversation?.Contact?.Id == contact;
        var state = isOpen ? State(conversation!.Status) : texts.Closed;
        var name = conversation?.Customer is { Length: > 0 } own ? own : texts.Customer;
        JsonObject[] body =
        [
            Cards.Heading($"{name} · {state}"),
            .. isOpen && transcript?.Reason is { } reason ? [Cards.Text(transcript.Told?.In(language) ?? texts.Reason(reason))] : Array.Empty<JsonObject>(),
            .. transcript is { CustomersWords: { Length: > 0 } words } ? [Cards.Text(words)] : Array.Empty<JsonObject>(),
            .. isOpen ? [Cards.Subtle(texts.How)] : Array.Empty<JsonObject>(),
        ];
        return (Cards.Card([.. body], isOpen ? Actions(conversation!.Status, contact, id) : []), $"{name} · {state}");
    }

    /// <summary>The button that was pressed; null when it is none of ours.</summary>
    public static Pressed? PressedIn(JsonElement? data) =>
        data?.TextOf(Contact) is { } contact && data?.TextOf(Verb) is (ClaimVerb or ReleaseVerb or CloseVerb) and var verb
            ? new(new(contact), verb)
            : null;

    private string State(Status status) => status switch
    {
        Status.Queued queued => texts.Waiting(
            TimeZoneInfo.ConvertTime(queued.Since, desk.Zone).ToString("HH:mm", CultureInfo.InvariantCulture)),
        Status.WithAgent with => texts.With(with.Agent.Name),
        _ => texts.Closed,
    };

    private IEnumerable<JsonObject> Actions(Status status, ContactId contact, ConversationId conversation)
    {
        JsonObject Button(string title, string verb) =>
            Cards.Execute(title, verb, new JsonObject { [Contact] = contact.Value, [Verb] = verb });

        return
        [
            .. status switch
            {
                Status.Queued => [Button(texts.Claim, ClaimVerb)],
                Status.WithAgent => [Button(texts.Close, CloseVerb), Button(texts.Release, ReleaseVerb)],
                _ => Array.Empty<JsonObject>(),
            },
            new JsonObject
            {
                ["type"] = "Action.OpenUrl",
                ["title"] = texts.Open,
                ["url"] = new Uri(address.Base, DeskLink.To(conversation)).ToString(),
            },
        ];
    }

    /// <param name="Contact">The contact that it is about.</param>
    /// <param name="Verb">What it does.</param>
    public sealed record Pressed(ContactId Contact, string Verb);
}
