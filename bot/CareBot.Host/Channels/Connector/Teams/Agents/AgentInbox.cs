using System.Text.Json;
using CareBot.Desk;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Desk;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector.Teams.Agents;

/// <summary>Takes what agents do in their channel through the same door as the desk's page: of two who claim, one wins.</summary>
/// <remarks>
/// Whoever is a member of the channel is an agent; Teams says who wrote. What names the bot is for the customer; the rest is talk among
/// colleagues, which the bot may well be shown, and reaches nobody.
/// </remarks>
internal sealed class AgentInbox(
    AgentChannel channel, AgentCards cards, AgentThreads threads, ConversationStore store, CareDesk desk, IOptions<TeamsOptions> options,
    ILogger<AgentInbox> logger)
{
    private const string Prefix = "teams:";

    private readonly AgentTexts texts = AgentTexts.In(options.Value.AgentLanguage);

    /// <summary>Whether an activity comes from the agents' channel.</summary>
    public bool Holds(Activity activity) => channel.Holds(activity);

    /// <summary>Whether an agent works from there.</summary>
    public static bool IsOurs(AgentId agent) => agent.Value.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task<IResult> TakeAsync(Activity activity, CancellationToken cancellation) => activity.Type switch
    {
        "invoke" when activity.Name == CardActions.Invoke => await PressAsync(activity, cancellation),
        "invoke" => TypedResults.StatusCode(StatusCodes.Status501NotImplemented),

        // A client that knows no universal actions sends the button as a message; the card is renewed by whoever follows the case.
        "message" when AgentCards.PressedIn(activity.Value) is { } pressed =>
            await TellAsync(activity, await ActAsync(pressed, AgentOf(activity), cancellation), cancellation),
        "message" when Mentions.NameBot(activity) && Mentions.Remove(activity) is { Length: > 0 } words =>
            await TellAsync(activity, await WriteAsync(activity, words, cancellation), cancellation),
        _ => TypedResults.Ok(),
    };

    private static Agent AgentOf(Activity activity)
    {
        var person = activity.From!.Rest is { } rest && rest.TryGetValue("aadObjectId", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : activity.From.Id!;
        return new(new(Prefix + person), activity.From.Name is { Length: > 0 } name ? name : person);
    }

    private async Task<IResult> PressAsync(Activity activity, CancellationToken cancellation)
    {
        if (CardActions.ActionOf(activity.Value) is not var (_, data)
            || AgentCards.PressedIn(data) is not { } pressed || threads.Find(pressed.Contact) is not { } thread)
        {
            return CardActions.Refused(texts.NoCase);
        }

        return await ActAsync(pressed, AgentOf(activity), cancellation) is { } why
            ? CardActions.Told(why)
            : CardActions.Shown(cards.Of(pressed.Contact, thread.Conversation).Card);
    }

    /// <returns>What the agent must be told; null when it is done, or there is nothing left to do.</returns>
    private async Task<string?> ActAsync(AgentCards.Pressed pressed, Agent agent, CancellationToken cancellation)
    {
        if (threads.Find(pressed.Contact)?.Conversation is not { } conversation)
        {
            return texts.NoCase;
        }

        if (store.Find(conversation)?.Conversation.Contact?.Id != pressed.Contact)
        {
            return null;
        }

        var outcome = pressed.Verb switch
        {
            AgentCards.ClaimVerb => await desk.ClaimAsync(conversation, agent, cancellation),
            AgentCards.ReleaseVerb => await desk.ReleaseAsync(conversation, agent, cancellation),
            AgentCards.CloseVerb => await desk.CloseAsync(conversation, agent, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return outcome is DeskOutcome.Refused refused ? Why(refused) : null;
    }

    /// <summary>Acknowledges, and says in the thread what its writer must know.</summary>
    private async Task<IResult> TellAsync(Activity activity, string? line, CancellationToken cancellation)
    {
        if (line is not null
            && WhyNot(await channel.SayAsync(activity.Conversation!.Id!, line, cancellation)) is { } failed)
        {
            Log.AgentNotAnswered(logger, failed);
        }

        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    /// <returns>What the agent must be told; null when all is well.</returns>
    private async Task<string?> WriteAsync(Activity activity, string words, CancellationToken cancellation)
    {
        if (threads.FindById(activity.Conversation!.Id!) is not { } thread
            || store.Find(thread.Conversation)?.Conversation is not { } conversation || conversation.Contact?.Id != thread.Contact)
        {
            return texts.NoCase;
        }

        var agent = AgentOf(activity);
        var once = $"teams|{activity.Id}";
        if (words.StartsWith(texts.NoteMark, StringComparison.OrdinalIgnoreCase))
        {
            return await desk.NoteOnceAsync(thread.Conversation, agent, words[texts.NoteMark.Length..], once, cancellation) is DeskOutcome.Done
                ? texts.Noted
                : texts.NotWaiting;
        }

        // Who answers a customer who waits has taken them.
        if (conversation.Status is Status.Queued && await desk.ClaimAsync(thread.Conversation, agent, cancellation) is DeskOutcome.Refused first)
        {
            return Why(first);
        }

        return await desk.ReplyOnceAsync(thread.Conversation, agent, words, once, cancellation) switch
        {
            DeskOutcome.Refused refused => Why(refused),
            DeskOutcome.TooLong => texts.TooLong,
            DeskOutcome.Unknown => texts.NoCase,
            _ => null,
        };
    }

    private static string? WhyNot(Sending sending) => sending.Delivery switch
    {
        Delivery.TryLater later => later.Why,
        Delivery.Impossible impossible => impossible.Why,
        _ => null,
    };

    private string Why(DeskOutcome.Refused refused) => refused.Holder is { } holder ? texts.HeldBy(holder.Name) : texts.NotWaiting;
}
