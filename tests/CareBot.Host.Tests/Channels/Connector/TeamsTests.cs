using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Desk;
using CareBot.Host.Metrics;
using CareBot.Turns;

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

    [Theory]
    [InlineData("like", true)]
    [InlineData("heart", true)]
    [InlineData("sad", false)]
    [InlineData("angry", false)]
    [InlineData("laugh", null)]
    public async Task TM_8_Sign_under_the_answer_says_whether_it_helped_once_and_is_not_replied_to(string type, bool? helped)
    {
        await using var teams = await Teams.StartAsync();
        await teams.PostAsync(teams.Message(Question));
        teams.NextCard();

        using var response = await teams.PostAsync(teams.Reaction(("reactionsAdded", type)));
        await teams.PostAsync(teams.Reaction(("reactionsAdded", "sad")));
        await teams.PostAsync(teams.Reaction(("reactionsRemoved", "like")));

        Assert.True(response.IsSuccessStatusCode);
        Assert.True(teams.IsQuiet());
        Assert.Equal([helped ?? false], teams.Happened<CareEvent.HelpJudged>().Select(judged => judged.Helpful));
    }

    [Fact]
    public async Task TM_8_Message_that_is_edited_is_no_new_question_and_agents_read_its_new_words_marked_as_such()
    {
        await using var teams = await Teams.StartAsync();
        var asked = teams.Message("quanto costa la spedizoine?");
        await teams.PostAsync(asked);
        await teams.PostAsync(teams.Message("operatore"));
        teams.NextText("Passo la conversazione");

        using var response = await teams.PostAsync(teams.Changed(asked, "messageUpdate", "editMessage", "quanto costa la spedizione?", "1"));
        await teams.PostAsync(teams.Changed(asked, "messageUpdate", "editMessage", "quanto costa il reso?", "2"));
        await teams.PostAsync(teams.Changed(asked, "messageUpdate", "editMessage", "quanto costa il reso?", "2"));

        Assert.True(response.IsSuccessStatusCode);
        Assert.True(teams.IsQuiet());
        Assert.Equal(["quanto costa il reso?", "operatore"], teams.Said());
        Assert.Equal([true, false], teams.Read().OfType<DeskEntry.Customer>().Select(said => said.IsChanged));
        Assert.Equal(2, teams.Happened<CareEvent.CustomerCorrected>().Count());
    }

    [Fact]
    public async Task TM_8_Message_that_is_deleted_is_shown_to_nobody_and_its_question_is_not_kept()
    {
        await using var teams = await Teams.StartAsync();
        var asked = teams.Message("avete il mio codice segreto 4711?");
        await teams.PostAsync(asked);
        await teams.PostAsync(teams.Message("operatore"));
        var last = teams.Message("segreto anche questo");
        await teams.PostAsync(last);
        teams.NextText("Passo la conversazione");

        using var response = await teams.PostAsync(teams.Changed(asked, "messageDelete", "softDeleteMessage", null, "1"));
        await teams.PostAsync(teams.Changed(last, "messageDelete", "softDeleteMessage", null, "1"));

        Assert.True(response.IsSuccessStatusCode);
        Assert.True(teams.IsQuiet());
        Assert.Equal(["operatore"], teams.Said());
        Assert.Equal(2, teams.Read().OfType<DeskEntry.Deleted>().Count());
        Assert.Equal("operatore", Assert.Single(teams.Waiting()).Last.Text);
        Assert.DoesNotContain(await teams.QuestionsAsync(), text => text.Contains("segreto", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TM_8_Deleted_message_that_comes_back_is_read_again()
    {
        await using var teams = await Teams.StartAsync();
        var asked = teams.Message(Question);
        await teams.PostAsync(asked);

        await teams.PostAsync(teams.Changed(asked, "messageDelete", "softDeleteMessage", null, "1"));
        Assert.Empty(teams.Said());
        await teams.PostAsync(teams.Changed(asked, "messageUpdate", "undeleteMessage", Question, "2"));

        Assert.Equal([Question], teams.Said());
        Assert.False(Assert.Single(teams.Read().OfType<DeskEntry.Customer>()).IsChanged);
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    public async Task TM_8_What_is_done_to_a_message_that_never_came_begins_no_conversation(string type)
    {
        await using var teams = await Teams.StartAsync();
        var activity = teams.Changed(teams.Message("mai visto"), type, "editMessage", "mai visto", "1");
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });

        using var response = await teams.PostAsync(activity);

        Assert.True(response.IsSuccessStatusCode);
        Assert.False(teams.IsKnown());
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

        private static readonly ConversationId Thread = new("msteams:a:1");

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

        public JsonObject Reaction((string Name, string Type) sign) =>
            Activity("messageReaction", "a:1", "it-IT", ("replyToId", "1"), (sign.Name, new JsonArray(new JsonObject { ["type"] = sign.Type })));

        /// <summary>What is done to a message: the activity has the message's own id.</summary>
        public JsonObject Changed(JsonObject message, string type, string eventType, string? text, string timestamp)
        {
            var activity = Activity(
                type, "a:1", "it-IT", ("text", text), ("timestamp", timestamp), ("channelData", new JsonObject { ["eventType"] = eventType }));
            activity["id"] = message["id"]!.DeepClone();
            return activity;
        }

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

        /// <summary>Waits for the message that holds a word.</summary>
        public void NextText(string word)
        {
            while (microsoft.Next().Body?["text"]?.GetValue<string>().Contains(word, StringComparison.Ordinal) != true)
            {
            }
        }

        public bool IsQuiet() => !microsoft.Sent.TryTake(out _, Quiet);

        /// <summary>What the customer said, as an agent reads it.</summary>
        public IReadOnlyList<string> Said() =>
            [.. app.Get<DeskView>().Transcript(new("msteams:a:1"))!.Entries.OfType<DeskEntry.Customer>().Select(said => said.Text)];

        /// <summary>The conversation as an agent reads it.</summary>
        public IReadOnlyList<DeskEntry> Read() => app.Get<DeskView>().Transcript(Thread)!.Entries;

        public IReadOnlyList<DeskLine> Waiting() => app.Get<DeskView>().Lists().Waiting;

        private IEnumerable<CareEvent> Journal() =>
            app.Get<CareBot.Host.Storage.Single.Journal>().Read(Thread, 100).Select(entry => entry.Event);

        public IEnumerable<T> Happened<T>()
            where T : CareEvent => Journal().OfType<T>();

        /// <summary>The words of the questions that are kept.</summary>
        public async Task<IReadOnlyList<string>> QuestionsAsync()
        {
            await app.Get<Projection>().CatchUpAsync(CancellationToken.None);
            return [.. (await app.Get<MetricsStore>().QuestionsAsync(null, null, CancellationToken.None)).Select(question => question.Text)];
        }

        public bool IsKnown() => app.Get<CareBot.Host.Storage.Single.ConversationStore>().Find(Thread) is not null;

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
