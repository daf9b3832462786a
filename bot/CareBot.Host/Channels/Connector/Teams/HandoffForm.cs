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
    public IResult Show(ReceivedInput invoke)
    {
        var language = LanguageOf(invoke);
        return Task("continue", new JsonObject
        {
            ["title"] = TeamsTexts.In(language).FormTitle,
            ["height"] = "medium",
            ["width"] = "medium",
            ["card"] = new JsonObject { ["contentType"] = Cards.ContentType, ["content"] = FormCard.Of(language) },
        });
    }

    /// <summary>Asks for a person, and tells them what the form says: two things said, as a customer would.</summary>
    public async Task<IResult> TakeAsync(ReceivedInput invoke, CancellationToken cancellation)
    {
        var language = LanguageOf(invoke);
        var texts = TeamsTexts.In(language);
        var wish = invoke.Incoming(new Input.CustomerSaid(texts.WantsPerson));
        await runner.TakeAsync(wish, cancellation);
        if (invoke.Activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Object && FormCard.Words(data, language) is { Length: > 0 } words)
        {
            var received = wish.Received! with { Key = wish.Received.Key is { } key ? $"{key}|form" : null };
            await runner.TakeAsync(wish with { Input = new Input.CustomerSaid(words, Form: Form.Handoff), Received = received }, cancellation);
        }

        return Task("message", texts.Passed);
    }

    private Language LanguageOf(ReceivedInput invoke) =>
        store.Find(invoke.Conversation)?.Conversation.Language ?? LanguageTags.FromTag(invoke.Activity.Locale) ?? Language.Italian;

    private static JsonHttpResult<JsonObject> Task(string type, JsonNode value) => TypedResults.Json(
        new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } }, WireJson.Wire.JsonObject);
}
