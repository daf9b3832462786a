using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CareBot.Host.Channels.Connector.Teams;

/// <summary>Takes the buttons of our cards (<c>adaptiveCard/action</c>) and answers with the card as it is from then on.</summary>
internal sealed class CardActions(TurnRunner runner)
{
    public const string Invoke = "adaptiveCard/action";

    private const string ErrorType = "application/vnd.microsoft.error";
    private const string TextType = "application/vnd.microsoft.activity.message";

    public async Task<IResult> TakeAsync(ReceivedInput invoke, CancellationToken cancellation)
    {
        if (ActionOf(invoke.Activity.Value) is not { } action)
        {
            return Refused("The action has no verb.");
        }

        if (action.Verb == Cards.SayVerb && CardData.Said(action.Data) is { Length: > 0 } said)
        {
            await runner.TakeAsync(
                invoke.Incoming(new Input.CustomerSaid(said)) with { ActivityId = invoke.Activity.ReplyToId ?? invoke.Activity.Id },
                cancellation);
            return Shown(ReplyCard.Chosen(action.Data, said));
        }

        return Refused("This bot does not know the action.");
    }

    /// <summary>The card as it is from now on.</summary>
    public static JsonHttpResult<JsonObject> Shown(JsonObject card) => Answer(StatusCodes.Status200OK, Cards.ContentType, card);

    /// <summary>A sentence; the card stays as it is.</summary>
    public static JsonHttpResult<JsonObject> Told(string text) => Answer(StatusCodes.Status200OK, TextType, JsonValue.Create(text));

    /// <summary>The action makes no sense.</summary>
    public static JsonHttpResult<JsonObject> Refused(string message) =>
        Answer(StatusCodes.Status400BadRequest, ErrorType, new JsonObject { ["code"] = "BadRequest", ["message"] = message });

    /// <summary>The status that the card's user sees is in the body: the call itself succeeded.</summary>
    private static JsonHttpResult<JsonObject> Answer(int status, string type, JsonNode value) => TypedResults.Json(
        new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value }, WireJson.Wire.JsonObject);

    /// <summary>What was pressed; null when it is no such action.</summary>
    public static (string Verb, JsonElement Data)? ActionOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty("action", out var action)
        && action.TextOf("verb") is { } verb
            ? (verb, action.TryGetProperty("data", out var data) ? data : default)
            : null;
}
