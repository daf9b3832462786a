using System.Text.Json;
using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary><c>POST /api/messages</c>: what the Bot Framework's channels send. The answer goes out by the connector, not in the response.</summary>
internal sealed class MessagesEndpoint(
    TurnRunner runner, AnonymousAccess anonymous, ServiceUrls serviceUrls, IOptions<BotFrameworkOptions> options)
{
    /// <returns>202 once what came is on disk; the channel sends again what gets no such answer.</returns>
    public async Task<IResult> TakeAsync(HttpContext http, CancellationToken cancellation)
    {
        // Tokens of channels are not judged yet: until they are, nobody gets in by one.
        if (!anonymous.Admits(http))
        {
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return await JsonBody.ReadAsync(http.Request, options.Value.MaxActivityBytes, WireJson.Wire.Activity, cancellation) switch
        {
            JsonBody<Activity>.TooLarge => TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge),
            JsonBody<Activity>.Read { Value: var activity } => await TakeAsync(activity, cancellation),
            _ => TypedResults.BadRequest(),
        };
    }

    private async Task<IResult> TakeAsync(Activity activity, CancellationToken cancellation)
    {
        if (activity is not { Type.Length: > 0, ChannelId.Length: > 0, Conversation.Id: { Length: > 0 }, From.Id: { Length: > 0 } }
            || activity.ChannelId == DirectLineConversations.Channel)
        {
            return TypedResults.BadRequest();
        }

        if (serviceUrls.Allow(activity.ServiceUrl) is not { } serviceUrl)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (InputOf(activity) is not { } input)
        {
            // Reactions, typing and whatever comes in future: known to be sent, not known to matter.
            return TypedResults.Ok();
        }

        await runner.TakeAsync(Incoming(activity, serviceUrl, input), cancellation);
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    private static Input? InputOf(Activity activity) => activity.Type switch
    {
        "message" => new Input.CustomerSaid(activity.Text ?? Submitted(activity.Value) ?? ""),
        "conversationUpdate" when activity.MembersAdded?.Any(member => member.Id != activity.Recipient?.Id) == true =>
            new Input.CustomerJoined(),
        _ => null,
    };

    private static string? Submitted(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static Incoming Incoming(Activity activity, Uri serviceUrl, Input input) => new()
    {
        Conversation = new($"{activity.ChannelId}:{activity.Conversation!.Id}"),
        Input = input,
        Arrival = new(activity.ChannelId!, activity.Locale, activity.From!.Name),
        ActivityId = activity.Id,
        Received = new(
            activity.Id is null ? null : $"{activity.ChannelId}|{activity.Conversation.Id}|{activity.Id}",
            JsonSerializer.Serialize(activity, WireJson.Wire.Activity)),
        Address = new ConversationReference
        {
            ChannelId = activity.ChannelId!,
            ServiceUrl = serviceUrl.ToString(),
            Conversation = activity.Conversation,
            User = activity.From,
            Bot = activity.Recipient,
        }.Write(),
    };
}
