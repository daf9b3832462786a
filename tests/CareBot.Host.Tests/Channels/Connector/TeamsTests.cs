using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Desk;

namespace CareBot.Host.Tests.Channels.Connector;

/// <summary>Teams: cards, forms and mentions, over the wire.</summary>
public class TeamsTests
{
    private const string Question = "quanto costa la spedizione?";
    private const string Yes = "Sì, grazie";

    [Fact]
    public async Task Reply_with_choices_is_a_card_of_version_1_5_whose_buttons_execute_and_fall_back_to_submit()
    {
        await using var teams = await Teams.StartAsync();

        await teams.PostAsync(teams.Message(Question));
        var card = teams.NextCard();

        Assert.Equal("1.5", card["version"]!.GetValue<string>());
        var actions = card["actions"]!.AsArray();
        Assert.All(actions, action =>
        {
            Assert.Equal("Action.Execute", action!["type"]!.GetValue<string>());
            Assert.Equal("Action.Submit", action["fallback"]!["type"]!.GetValue<string>());
            Assert.Equal(action["data"]!.ToJsonString(), action["fallback"]!["data"]!.ToJsonString());
        });
        Assert.Contains(actions, action => action!["title"]!.GetValue<string>() == Yes);
    }

    [Fact]
    public async Task TM_4_Pressed_button_is_said_and_the_card_shows_the_choice_and_no_buttons()
    {
        await using var teams = await Teams.StartAsync();
        await teams.PostAsync(teams.Message(Question));
        var yes = teams.NextCard()["actions"]!.AsArray().Single(action => action!["title"]!.GetValue<string>() == Yes)!;

        using var response = await teams.PostAsync(teams.Invoke("adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = yes["verb"]!.DeepClone(), ["data"] = yes["data"]!.DeepClone() },
            ["trigger"] = "manual",
        }));

        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(200, answer["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer["type"]!.GetValue<string>());
        Assert.Empty(answer["value"]!["actions"]!.AsArray());
        Assert.Contains($"Ha scelto: {Yes}", answer["value"]!.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.Contains("mi fa piacere", teams.Next().Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task TM_10_Button_that_falls_back_to_submit_says_the_same()
    {
        await using var teams = await Teams.StartAsync();
        await teams.PostAsync(teams.Message(Question));
        var yes = teams.NextCard()["actions"]!.AsArray().Single(action => action!["title"]!.GetValue<string>() == Yes)!;

        await teams.PostAsync(teams.Message(null, value: yes["fallback"]!["data"]!.DeepClone()));

        Assert.Contains("mi fa piacere", teams.Next().Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"action":"say"}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":7}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"say","data":{"say":7}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"launch","data":{}}}""")]
    public async Task TM_4_Action_that_cannot_be_understood_is_answered_as_an_error_of_the_card(string value)
    {
        await using var teams = await Teams.StartAsync();

        using var response = await teams.PostAsync(teams.Invoke("adaptiveCard/action", JsonNode.Parse(value)!));

        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(400, answer["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.error", answer["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task TM_2_Every_mention_of_the_bot_is_taken_out_and_those_of_others_stay()
    {
        await using var teams = await Teams.StartAsync();
        var message = teams.Message("<at>CareBot</at>&nbsp;<at>Care Bot</at> lo dica anche a <at>Anna</at>");
        message["entities"] = new JsonArray(
            Mention("28:bot", "<at>CareBot</at>"), Mention("28:bot", "<at>Care Bot</at>"), Mention("29:anna", "<at>Anna</at>"));

        await teams.PostAsync(message);
        await teams.PostAsync(teams.Message("operatore"));

        var line = Assert.Single(teams.Said(), text => text.Contains("Anna", StringComparison.Ordinal));
        Assert.Equal("lo dica anche a <at>Anna</at>", line);
    }

    [Fact]
    public async Task TM_3_Reply_goes_into_the_thread_that_was_written_in()
    {
        await using var teams = await Teams.StartAsync();

        await teams.PostAsync(teams.Message("operatore", conversation: "19:abc@thread.tacv2;messageid=1700000000000"));

        Assert.Contains("/19%3Aabc%40thread.tacv2%3Bmessageid%3D1700000000000/", teams.Next().Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", 1)]
    [InlineData("remove", 0)]
    public async Task TM_11_Installing_welcomes_and_removing_does_not(string action, int welcomes)
    {
        await using var teams = await Teams.StartAsync();
        var update = teams.Message(null);
        (update["type"], update["action"]) = ("installationUpdate", action);

        await teams.PostAsync(update);
        await teams.PostAsync(teams.Message("operatore", conversation: "other"));

        teams.Next();
        teams.Next();
        Assert.Equal(welcomes, teams.IsQuiet() ? 0 : 1);
    }

    [Fact]
    public async Task TM_5_Form_for_a_person_comes_in_the_customers_language()
    {
        await using var teams = await Teams.StartAsync();

        using var response = await teams.PostAsync(teams.Invoke("task/fetch", new JsonObject(), locale: "en-GB"));

        var task = (await response.Content.ReadFromJsonAsync<JsonObject>())!["task"]!;
        Assert.Equal("continue", task["type"]!.GetValue<string>());
        Assert.Equal("Talk to a person", task["value"]!["title"]!.GetValue<string>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", task["value"]!["card"]!["contentType"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("it-IT", "Numero d'ordine: BL-204518")]
    [InlineData("en-GB", "Order number: BL-204518")]
    public async Task TM_6_Sent_form_puts_the_customer_into_the_queue_with_what_it_says(string locale, string line)
    {
        await using var teams = await Teams.StartAsync();

        using var response = await teams.PostAsync(teams.Invoke("task/submit", new JsonObject
        {
            ["data"] = new JsonObject { ["question"] = "Il vaso è arrivato rotto", ["orderNumber"] = " BL-204518 " },
        }, locale));

        var task = (await response.Content.ReadFromJsonAsync<JsonObject>())!["task"]!;
        Assert.Equal("message", task["type"]!.GetValue<string>());
        Assert.Contains($"Il vaso è arrivato rotto\n{line}", teams.Said());
        Assert.True(teams.IsWaitingForAPerson());
    }

    [Fact]
    public async Task TM_7_Unknown_invoke_is_not_implemented()
    {
        await using var teams = await Teams.StartAsync();

        using var response = await teams.PostAsync(teams.Invoke("composeExtension/query", new JsonObject()));

        Assert.Equal(System.Net.HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task BM_7_Replies_that_are_expected_come_in_the_response_and_not_by_the_connector()
    {
        await using var teams = await Teams.StartAsync();
        var message = teams.Message(Question);
        message["deliveryMode"] = "expectReplies";

        using var response = await teams.PostAsync(message);

        var activities = (await response.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray();
        Assert.Contains("5,90", activities.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.All(activities, activity => Assert.Equal(message["id"]!.GetValue<string>(), activity!["replyToId"]!.GetValue<string>()));
        Assert.True(teams.IsQuiet());
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Mention(string id, string text) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = id },
        ["text"] = text,
    };

    /// <summary>A service and a Teams that talks to it.</summary>
    private sealed class Teams(FakeMicrosoft microsoft, CareBotApp app) : IAsyncDisposable
    {
        private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

        private int activities;

        public static async Task<Teams> StartAsync()
        {
            var microsoft = await FakeMicrosoft.StartAsync();
            return new(microsoft, new(microsoft.Settings()));
        }

        public JsonObject Message(string? text, string conversation = "a:1", JsonNode? value = null) =>
            Activity("message", conversation, "it-IT", ("text", text), ("value", value));

        public JsonObject Invoke(string name, JsonNode value, string locale = "it-IT") =>
            Activity("invoke", "a:1", locale, ("name", name), ("value", value));

        public async Task<HttpResponseMessage> PostAsync(JsonObject activity)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {microsoft.Sign()}");
            return await app.CreateClient().SendAsync(request);
        }

        public SentCall Next() => microsoft.Next();

        /// <summary>The card of the next message that has one.</summary>
        public JsonObject NextCard()
        {
            while (true)
            {
                if (microsoft.Next().Body!["attachments"] is JsonArray { Count: > 0 } attachments)
                {
                    return attachments[0]!["content"]!.AsObject();
                }
            }
        }

        public bool IsQuiet() => !microsoft.Sent.TryTake(out _, Quiet);

        /// <summary>What the customer said, as an agent reads it.</summary>
        public IReadOnlyList<string> Said() => 
            [.. app.Get<DeskView>().Transcript(new("msteams:a:1"))!.Entries.OfType<DeskEntry.Customer>().Select(said => said.Text)];

        public bool IsWaitingForAPerson() =>
            app.Get<CareBot.Host.Storage.Single.ConversationStore>().Find(new("msteams:a:1"))?.Conversation.Status is Status.Queued;

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            await microsoft.DisposeAsync();
        }

        private JsonObject Activity(string type, string conversation, string locale, params (string Name, JsonNode? Value)[] content)
        {
            var activity = new JsonObject
            {
                ["type"] = type,
                ["id"] = $"a{++activities}",
                ["channelId"] = "msteams",
                ["serviceUrl"] = $"{microsoft.Url}/",
                ["locale"] = locale,
                ["conversation"] = new JsonObject { ["id"] = conversation, ["tenantId"] = FakeMicrosoft.Tenant },
                ["from"] = new JsonObject { ["id"] = "29:anna", ["name"] = "Anna" },
                ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "CareBot" },
            };
            foreach (var (name, value) in content.Where(field => field.Value is not null))
            {
                activity[name] = value;
            }

            return activity;
        }
    }
}
