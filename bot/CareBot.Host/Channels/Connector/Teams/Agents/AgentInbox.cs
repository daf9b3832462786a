using System.Text.Json;
using CareBot.Desk;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Desk;
using CareBot.Host.Storage.Single;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector.Teams.Agents;

/// <summary>Takes what agents do in their channel through the same door as the desk's page: of two who claim, one wins.</summary>
/// <remarks>Whoever is a member of the channel is an agent; Teams says who wrote.</remarks>
internal sealed class AgentInbox(
    AgentChannel channel, AgentCards cards, AgentThreads threads, ConversationStore store, CareDesk desk, IOptions<TeamsOptions> options)
{
    private const string Prefix = "teams:";

    private readonly AgentTexts texts = AgentTexts.In(options.Value.AgentLanguage);

    /// <summary>Whether an activity comes from the agents' channel.</summary>
    public bool Holds(Activity activity) => channel.Holds(activity);

    /// <summary>Whether an agent works from there.</summary>
    public static bool IsOurs(AgentId agent) => agent.Value.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task<IResult> TakeAsync(Activity activity, CancellationToken cancellation) => activity.Type switch
    {
        "invoke" when activity.Name == CardActions.Invoke => await ActAsync(activity, cancellation),
        "invoke" => TypedResults.StatusCode(StatusCodes.Status501NotImplemented),
        "message" when CardActions.ActionOf(activity.Value) is null && Mentions.Remove(activity) is { Length: > 0 } words =>
            await WriteAsync(activity, words, cancellation),
        _ => TypedResults.Ok(),
    };

    private static Agent AgentOf(Activity activity)
    {
        var person = activity.From!.Rest is { } rest && rest.TryGetValue("aadObjectId", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : activity.From.Id!;
        return new(new(Prefix + person), activity.From.Name is { Length: > 0 } name ? name : person);
    }

    private async Task<IResult> ActAsync(Activity activity, CancellationToken cancellation)
    {
        if (CardActions.ActionOf(activity.Value) is not var (verb, data)
            || AgentCards.ContactOf(data) is not { } contact || threads.Find(contact) is not { } thread)
        {
            return CardActions.Refused(texts.NoCase);
        }

        if (store.Find(thread.Conversation)?.Conversation.Contact?.Id != contact)
        {
            return CardActions.Shown(cards.Of(contact, thread.Conversation).Card);
        }

        var agent = AgentOf(activity);
        var outcome = verb switch
        {
            AgentCards.ClaimVerb => await desk.ClaimAsync(thread.Conversation, agent, cancellation),
            AgentCards.ReleaseVerb => await desk.ReleaseAsync(thread.Conversation, agent, cancellation),
            AgentCards.CloseVerb => await desk.CloseAsync(thread.Conversation, agent, cancellation),
            _ => null,
        };
        return outcome switch
        {
            null => CardActions.Refused(texts.NoCase),
            DeskOutcome.Refused refused => CardActions.Told(Why(refused)),
            _ => CardActions.Shown(cards.Of(contact, thread.Conversation).Card),
        };
    }

    private async Task<IResult> WriteAsync(Activity activity, string words, CancellationToken cancellation)
    {
        if (await WrittenAsync(activity, words, cancellation) is { } line)
        {
            await channel.SayAsync(activity.Conversation!.Id!, line, cancellation);
        }

        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    /// <returns>What the agent must be told; null when all is well.</returns>
    private async Task<string?> WrittenAsync(Activity activity, string words, CancellationToken cancellation)
    {
        if (threads.FindById(activity.Conversation!.Id!) is not { } thread
            || store.Find(thread.Conversation)?.Conversation is not { } conversation || conversation.Contact?.Id != thread.Contact)
        {
            return texts.NoCase;
        }

        var agent = AgentOf(activity);
        if (words.StartsWith(texts.NoteMark, StringComparison.OrdinalIgnoreCase))
        {
            return await desk.NoteAsync(thread.Conversation, agent, words[texts.NoteMark.Length..], cancellation) is DeskOutcome.Done
                ? texts.Noted
                : texts.NotWaiting;
        }

        // Who answers a customer who waits has taken them.
        if (conversation.Status is Status.Queued && await desk.ClaimAsync(thread.Conversation, agent, cancellation) is DeskOutcome.Refused first)
        {
            return Why(first);
        }

        return await desk.ReplyOnceAsync(thread.Conversation, agent, words, $"teams|{activity.Id}", cancellation) switch
        {
            DeskOutcome.Refused refused => Why(refused),
            DeskOutcome.TooLong => texts.TooLong,
            DeskOutcome.Unknown => texts.NoCase,
            _ => null,
        };
    }

    private string Why(DeskOutcome.Refused refused) => refused.Holder is { } holder ? texts.HeldBy(holder.Name) : texts.NotWaiting;
}
