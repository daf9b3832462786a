using System.Net;
using System.Text.Json;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace CareBot.Host.Tests.Channels.DirectLine;

public sealed class ActivityTests(DirectLineService service) : IClassFixture<DirectLineService>
{
    private readonly CareBotApp app = service.App;
    private readonly DirectLineClient client = service.Client;

    [Fact]
    public async Task DL_4_User_of_the_token_wins_over_the_one_in_the_activity()
    {
        var talk = await client.StartAsync("dl_anna");

        await talk.PostAsync(new { type = "message", from = new { id = "dl_ivan", role = "bot" }, text = "ciao" });

        var said = (await talk.HistoryAsync(2))[1];
        Assert.Equal(("dl_anna", "user"), (said.Text("from.id"), said.Text("from.role")));
    }

    [Fact]
    public async Task DL_9_Empty_watermark_gives_all_a_given_one_the_rest_and_one_beyond_the_end_nothing()
    {
        var talk = await client.StartAsync();
        await talk.PostAsync(new { type = "event" });

        Assert.Equal(await IdsAsync(""), await IdsAsync("?watermark="));
        Assert.Equal((await IdsAsync(""))[1..], await IdsAsync("?watermark=1"));
        Assert.Empty(await IdsAsync("?watermark=99999999999999999999"));
        Assert.Equal("2", (await client.GetAsync($"{talk.Path}/activities?watermark=7", talk.Token))["watermark"]);

        async Task<string?[]> IdsAsync(string query) => [.. (await talk.HistoryAsync(query)).Select(activity => activity.Text("id"))];
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1e3")]
    public async Task DL_9_Watermark_that_is_no_number_is_400(string watermark)
    {
        var talk = await client.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{talk.Path}/activities?watermark={watermark}", talk.Token)).Status);
    }

    [Fact]
    public async Task DL_10_What_only_the_server_may_say_is_dropped_and_the_rest_is_kept_as_sent()
    {
        const string kept = """
            {"attachments":[{"contentType":"x/y","content":{"a":[1,2,{"b":null}]}}],"entities":[{"type":"t","x":1.50}],"value":{"k":"è"},
             "channelData":{"clientActivityID":"c","n":[true]},"localTimezone":"Europe/Rome","textFormat":"plain","locale":"it-IT",
             "suggestedActions":{"actions":[{"type":"imBack","title":"t","value":"v","image":"i"}]},"deliveryMode":"normal"}
            """;
        var talk = await client.StartAsync();
        var sent = JsonElement.Parse(kept);
        var activity = sent.EnumerateObject().ToDictionary(property => property.Name, property => (object)property.Value);
        foreach (var (name, value) in new Dictionary<string, object>
        {
            ["type"] = "message",
            ["text"] = "ciao",
            ["id"] = "mine",
            ["timestamp"] = "2001-01-01T00:00:00Z",
            ["serviceUrl"] = "http://elsewhere.example",
            ["callerId"] = "urn:x",
            ["channelId"] = "msteams",
            ["recipient"] = new { id = "y" },
            ["conversation"] = new { id = "other" },
        })
        {
            activity[name] = value;
        }

        var id = (await talk.PostAsync(activity))["id"];

        var logged = (await talk.HistoryAsync()).Single(one => one.Text("id") == id);
        Assert.All(sent.EnumerateObject(), property =>
            Assert.True(JsonElement.DeepEquals(property.Value, logged.GetProperty(property.Name)), property.Name));
        Assert.Equal(("directline", talk.Id), (logged.Text("channelId"), logged.Text("conversation.id")));
        Assert.EndsWith("Z", logged.Text("timestamp"), StringComparison.Ordinal);
        Assert.NotEqual("2001-01-01T00:00:00Z", logged.Text("timestamp"));
        Assert.All(["serviceUrl", "callerId", "recipient"], name => Assert.False(logged.TryGetProperty(name, out _), name));
    }

    [Theory]
    [InlineData("""{"text":"no type"}""", "MissingProperty")]
    [InlineData("""{"type":5}""", "BadSyntax")]
    [InlineData("""[]""", "BadSyntax")]
    [InlineData("""null""", "BadSyntax")]
    [InlineData("""{"type":"message"} {}""", "BadSyntax")]
    [InlineData("""{"type":"message","text":"\ud800"}""", "BadSyntax")]
    [InlineData("""{"type":"message","channelData":{"clientActivityID":"\ud800"}}""", "BadSyntax")]
    [InlineData("""{"type":"message","value":[{"\udc00":1}]}""", "BadSyntax")]
    [InlineData("""{"type":"conversationUpdate"}""", "BadArgument")]
    [InlineData("""{"type":"INVOKE"}""", "BadArgument")]
    [InlineData("""{"type":"trace"}""", "BadArgument")]
    public async Task DL_11_Unacceptable_activity_is_400_and_leaves_no_trace(string body, string code)
    {
        var talk = await client.StartAsync();

        var answer = await talk.PostAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ErrorCode));
        Assert.Single(await talk.HistoryAsync());
    }

    [Theory]
    [InlineData("dl_anna")]
    [InlineData("DL_anna")]
    [InlineData("carebot")]
    public async Task DL_11_User_id_that_is_not_the_clients_to_use_is_400(string user)
    {
        var started = await client.PostAsync("/conversations");
        var talk = new Talk(client, started["conversationId"], started["token"], started["streamUrl"]);

        Assert.Equal(HttpStatusCode.BadRequest, (await talk.PostAsync(new { type = "message", from = new { id = user }, text = "x" })).Status);
    }

    [Fact]
    public async Task DL_12_Too_large_is_413_and_too_deep_is_400()
    {
        var talk = await client.StartAsync();

        var large = await talk.PostAsync(new { type = "message", text = new string('x', 256 * 1024) });
        var deep = await talk.PostAsync($$"""{"type":"message","value":{{new string('[', 100)}}{{new string(']', 100)}}}""");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), (large.Status, large.ErrorCode));
        Assert.Equal(HttpStatusCode.BadRequest, deep.Status);
    }

    [Fact]
    public async Task DL_23_Ids_are_the_conversation_and_a_number_that_grows_and_no_typing_sign_has_one_of_them()
    {
        var talk = await client.StartAsync();
        var typing = (await talk.PostAsync(new { type = "typing" }))["id"];
        await talk.SayAsync("ciao");

        var ids = (await talk.HistoryAsync(3)).Select(activity => activity.Text("id")!).ToList();

        Assert.All(ids, id => Assert.Matches($@"^{talk.Id}\|\d{{7}}$", id));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Count + 1, ids.Append(typing).Distinct().Count());
    }

    [Fact]
    public async Task DL_24_Events_are_history_and_typing_signs_are_not_and_AC_6_an_end_ends_nothing()
    {
        var talk = await client.StartAsync();

        await talk.PostAsync(new { type = "typing" });
        await talk.PostAsync(new { type = "event", name = "webchat/join", value = new { language = "it" } });
        await talk.PostAsync(new { type = "endOfConversation" });
        await talk.SayAsync("ciao");

        var types = (await talk.HistoryAsync(5)).Select(activity => activity.Text("type"));
        Assert.Equal(["message", "event", "endOfConversation", "message", "message"], types);
    }

    [Fact]
    public async Task DL_25_Same_activity_again_has_the_same_id_and_is_answered_once()
    {
        var talk = await client.StartAsync();
        var activity = new { type = "message", text = "buongiorno", channelData = new { clientActivityID = "c1" } };

        var (first, again) = ((await talk.PostAsync(activity))["id"], (await talk.PostAsync(activity))["id"]);

        Assert.Equal(first, again);
        await talk.SayAsync("grazie");
        Assert.Equal(5, (await talk.HistoryAsync(5)).Count);
    }

    [Fact]
    public async Task Customer_who_is_called_out_does_not_take_the_place_of_replies()
    {
        var started = await client.PostAsync("/conversations");
        var talk = new Talk(client, started["conversationId"], started["token"], started["streamUrl"]);

        for (var number = 1; number <= 5; number++)
        {
            await talk.PostAsync(new { type = "event", from = new { id = "out" }, channelData = new { clientActivityID = $"{number}" } });
        }

        await talk.SayAsync("buongiorno");
        Assert.Equal(7, (await talk.HistoryAsync(7)).Count);
    }

    [Fact]
    public async Task AC_1_Reply_says_who_speaks_what_it_answers_and_in_which_language_and_AC_2_follows_what_it_answers()
    {
        var talk = await client.StartAsync(locale: "en-US");
        var id = await talk.SayAsync("I want to talk to a person");

        var history = await talk.HistoryAsync(3);

        Assert.Equal(id, history[1].Text("id"));
        var reply = history[2];
        Assert.Equal(("carebot", "bot", id, "en", "plain"),
            (reply.Text("from.id"), reply.Text("from.role"), reply.Text("replyToId"), reply.Text("locale"), reply.Text("textFormat")));
    }

    [Fact]
    public async Task AC_3_Choices_are_buttons_that_say_their_title_and_are_left_out_when_there_are_none()
    {
        var talk = await client.StartAsync();
        await talk.SayAsync("xyzzy plugh qwrtp");
        await talk.HistoryAsync(3);
        await talk.SayAsync("thanks");

        var history = await talk.HistoryAsync(5);

        Assert.False(history[4].TryGetProperty("suggestedActions", out _));
        Assert.All(history[2].GetProperty("suggestedActions").GetProperty("actions").EnumerateArray(), action =>
            Assert.Equal(("imBack", action.Text("title")), (action.Text("type"), action.Text("value"))));
    }

    [Fact]
    public async Task AC_4_Card_that_submits_a_text_has_said_it()
    {
        var talk = await client.StartAsync();

        await talk.PostAsync(new { type = "message", value = "Vorrei parlare con una persona", attachments = Array.Empty<object>() });

        Assert.Contains("collega", (await talk.HistoryAsync(3))[2].Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AC_8_Channel_data_comes_back_unchanged()
    {
        var talk = await client.StartAsync();
        var id = (await talk.PostAsync("""{"type":"message","text":"ciao","channelData":{"clientActivityID":"c","deep":{"a":[1,"x"]}}}"""))["id"];

        var echo = (await talk.HistoryAsync()).Single(activity => activity.Text("id") == id);

        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse("""{"clientActivityID":"c","deep":{"a":[1,"x"]}}"""), echo.GetProperty("channelData")));
    }

    [Fact]
    public async Task Person_speaks_under_their_own_name_marked_as_one_and_as_plain_text()
    {
        var talk = await client.StartAsync();
        await talk.SayAsync("Vorrei parlare con una persona");
        var agent = new CareBot.Desk.Agent(new("marta"), "Marta Zen");
        await TakeAsync(new Input.AgentClaimed(agent));

        await TakeAsync(new Input.AgentSaid(agent, "Buongiorno *Anna*"));

        var said = (await talk.HistoryAsync(7))[6];
        Assert.Equal(("agent", "Marta Zen", "bot"), (said.Text("from.id"), said.Text("from.name"), said.Text("from.role")));
        Assert.Equal(("plain", "agent"), (said.Text("textFormat"), said.Text("channelData.carebot.speaker")));

        Task TakeAsync(Input input) =>
            app.Get<TurnRunner>().TakeAsync(new() { Conversation = new(talk.Id), Input = input }, CancellationToken.None);
    }

    [Fact]
    public async Task Every_reply_says_who_has_the_conversation_so_that_a_page_can_name_them()
    {
        var talk = await client.StartAsync();
        await talk.SayAsync("Vorrei parlare con una persona");
        await talk.HistoryAsync(4);
        var agent = new CareBot.Desk.Agent(new("marta"), "Marta Zen");
        await TakeAsync(new Input.AgentClaimed(agent));
        await talk.HistoryAsync(6);
        await TakeAsync(new Input.AgentSaid(agent, "Buongiorno"));
        await talk.HistoryAsync(7);
        await TakeAsync(new Input.AgentClosed(agent));

        var marks = (await talk.HistoryAsync(9))
            .Where(said => said.Text("type") == "message" && said.Text("from.role") == "bot")
            .Select(said => (said.Text("channelData.carebot.speaker"), said.Text("channelData.carebot.with"), said.Text("channelData.carebot.agent")));

        Assert.Equal(
            [("bot", "queue", null), ("bot", "agent", "Marta Zen"), ("agent", "agent", "Marta Zen"), ("bot", "bot", null)], marks.TakeLast(4));

        Task TakeAsync(Input input) =>
            app.Get<TurnRunner>().TakeAsync(new() { Conversation = new(talk.Id), Input = input }, CancellationToken.None);
    }

    [Fact]
    public async Task Reply_that_is_sent_again_after_a_crash_is_one_message()
    {
        var talk = await client.StartAsync();
        var stored = app.Get<CareBot.Host.Storage.Single.ConversationStore>().Find(new(talk.Id))!;
        var channel = app.Services.GetServices<IChannel>().Single(one => one.Serves("directline"));
        var reply = new Outgoing
        {
            Id = 4711,
            Conversation = stored.Conversation,
            Address = stored.Address,
            ReplyTo = null,
            Effect = new Effect.Reply("once", TextFormat.Plain, Language.English, null, []),
        };

        await channel.SendAsync(reply, CancellationToken.None);
        await channel.SendAsync(reply, CancellationToken.None);

        Assert.Equal(2, (await talk.HistoryAsync()).Count);
    }
}
