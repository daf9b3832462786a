using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Channels.Protocol;
using CareBot.Host.Storage.Single;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CareBot.Host.Channels.Connector.Teams;

/// <summary>The form in which a customer tells what a person should know before they talk (<c>task/fetch</c>, <c>task/submit</c>).</summary>
internal sealed class HandoffForm(TurnRunner runner, ConversationStore store)
{
    private const string Order = "orderNumber";
    private const string Question = "question";
    private const int OrderLengthMax = 60;
    private const int QuestionLengthMax = 1_000;

    public IResult Show(ReceivedInput invoke)
    {
        var texts = Texts(invoke);
        var card = Cards.Card(
            [
                Cards.Text(texts.FormText),
                Cards.Input(Question, texts.Question, texts.QuestionExample, QuestionLengthMax, multiline: true),
                Cards.Input(Order, texts.Order, texts.OrderExample, OrderLengthMax),
            ],
            new JsonObject { ["type"] = "Action.Submit", ["title"] = texts.Send });
        return Task("continue", new JsonObject
        {
            ["title"] = texts.FormTitle,
            ["height"] = "medium",
            ["width"] = "medium",
            ["card"] = new JsonObject { ["contentType"] = Cards.ContentType, ["content"] = card },
        });
    }

    /// <summary>Asks for a person, and tells them what the form says: two things said, as a customer would.</summary>
    public async Task<IResult> TakeAsync(ReceivedInput invoke, CancellationToken cancellation)
    {
        var texts = Texts(invoke);
        var wish = invoke.Incoming(new Input.CustomerSaid(texts.WantsPerson));
        await runner.TakeAsync(wish, cancellation);
        if (Words(invoke.Activity.Value, texts) is { Length: > 0 } words)
        {
            var received = wish.Received! with { Key = wish.Received.Key is { } key ? $"{key}|form" : null };
            await runner.TakeAsync(wish with { Input = new Input.CustomerSaid(words), Received = received }, cancellation);
        }

        return Task("message", texts.Passed);
    }

    private TeamsTexts Texts(ReceivedInput invoke) => TeamsTexts.In(
        store.Find(invoke.Conversation)?.Conversation.Language ?? LanguageTags.FromTag(invoke.Activity.Locale) ?? Language.Italian);

    private static string Words(JsonElement? value, TeamsTexts texts)
    {
        if (value is not { ValueKind: JsonValueKind.Object } body || !body.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        var order = Field(data, Order, OrderLengthMax);
        return string.Join('\n', new[] { Field(data, Question, QuestionLengthMax), order.Length > 0 ? $"{texts.OrderSaid}: {order}" : "" }
            .Where(line => line.Length > 0));
    }

    private static string Field(JsonElement data, string name, int lengthMax)
    {
        var text = data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
        return text.Length <= lengthMax ? text : text[..lengthMax];
    }

    private static JsonHttpResult<JsonObject> Task(string type, JsonNode value) => TypedResults.Json(
        new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } }, WireJson.Wire.JsonObject);
}
