using CareBot.Host.Channels.Connector.Teams.Agents;
using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Channels.Connector;

/// <summary><c>POST /api/messages</c>: what the Bot Framework's channels send. Answers go out by the connector, except where the
/// activity asks for them in the response.</summary>
internal sealed class MessagesEndpoint(
    TurnRunner runner, AnonymousAccess anonymous, ChannelTokens tokens, ServiceUrls serviceUrls, Tenants tenants, AgentInbox agents,
    Invokes invokes, ConnectorActivities activities, ChangedMessages changes, IOptions<BotFrameworkOptions> options)
{
    private const string ExpectReplies = "expectReplies";

    /// <returns>202 once what came is on disk; the channel sends again what gets no such answer.</returns>
    public async Task<IResult> TakeAsync(HttpContext http, CancellationToken cancellation)
    {
        var caller = await tokens.ProveAsync(http.Request.Headers.Authorization, cancellation);
        if (caller is null && !anonymous.Admits(http))
        {
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return await JsonBody.ReadAsync(http.Request, options.Value.MaxActivityBytes, WireJson.Wire.Activity, cancellation) switch
        {
            JsonBody<Activity>.TooLarge => TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge),
            JsonBody<Activity>.Read { Value: var activity } => await TakeAsync(activity, caller, cancellation),
            _ => TypedResults.BadRequest(),
        };
    }

    private async Task<IResult> TakeAsync(Activity activity, ProvenCaller? caller, CancellationToken cancellation)
    {
        if (activity is not { Type.Length: > 0, ChannelId.Length: > 0, Conversation.Id: { Length: > 0 }, From.Id: { Length: > 0 } }
            || activity.ChannelId == DirectLineConversations.Channel)
        {
            return TypedResults.BadRequest();
        }

        if (caller?.MayBring(activity) == false)
        {
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (serviceUrls.Allow(activity.ServiceUrl) is not { } serviceUrl || !tenants.Allow(activity))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (agents.Holds(activity))
        {
            return await agents.TakeAsync(activity, cancellation);
        }

        if (activity.Type == "invoke")
        {
            return await invokes.AnswerAsync(new(activity, serviceUrl), cancellation);
        }

        var received = new ReceivedInput(activity, serviceUrl);
        if ((ReceivedInput.Of(activity) ?? changes.InputOf(activity, received.Conversation)) is not { } input)
        {
            // Typing and whatever comes in future: known to be sent, not known to matter.
            return TypedResults.Ok();
        }

        if (activity.DeliveryMode != ExpectReplies)
        {
            await runner.TakeAsync(received.Incoming(input), cancellation);
            return TypedResults.StatusCode(StatusCodes.Status202Accepted);
        }

        var outcome = await runner.TakeAsync(received.Incoming(input) with { TakesReplies = true }, cancellation);
        IEnumerable<Activity?> replies = outcome is TurnOutcome.Taken { Decision: var decision }
            ? decision.Effects.Where(effect => effect is not Effect.Act).Select(effect => activities.Of(effect, decision.Next, activity.Id, received.Reference))
            : [];
        return TypedResults.Json(new ExpectedReplies { Activities = [.. replies.OfType<Activity>()] }, WireJson.Wire.ExpectedReplies);
    }
}
