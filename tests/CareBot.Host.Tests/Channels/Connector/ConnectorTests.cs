using System.Net;
using System.Net.Http.Json;
using System.Text;
using CareBot.Host.Channels.Connector;
using CareBot.Host.Channels.Protocol;

namespace CareBot.Host.Tests.Channels.Connector;

public class ConnectorTests
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task BM_2_Message_is_acknowledged_with_202_and_answered_by_the_connector()
    {
        await using var connector = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp();

        using var response = await PostAsync(app, Message(connector.Url, "quanto costa la spedizione?"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Contains("assistente automatico", connector.Next().Text, StringComparison.Ordinal);
        Assert.Contains("5,90", connector.Next().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BM_4_Reply_goes_back_to_whom_it_came_from_under_the_activity_that_it_answers()
    {
        await using var connector = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp();

        using var response = await PostAsync(app, Message(connector.Url, "operatore", conversation: "19:abc@thread.tacv2;messageid=1"));

        var reply = connector.Next();
        Assert.Equal("/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1/activities/a1", reply.Path);
        Assert.Equal("28:bot", reply.Activity.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("29:anna", reply.Activity.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("a1", reply.Activity.GetProperty("replyToId").GetString());
        Assert.Equal("emulator", reply.Activity.GetProperty("channelId").GetString());
        Assert.Equal("it", reply.Activity.GetProperty("locale").GetString());
        Assert.True(reply.Activity.GetProperty("conversation").GetProperty("isGroup").GetBoolean());
    }

    [Fact]
    public async Task BM_6_Activity_that_comes_twice_is_answered_once()
    {
        await using var connector = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp();

        using var first = await PostAsync(app, Message(connector.Url, "quanto costa la spedizione?"));
        using var second = await PostAsync(app, Message(connector.Url, "quanto costa la spedizione?"));

        Assert.True(second.IsSuccessStatusCode);
        connector.Next();
        connector.Next();
        Assert.True(connector.IsQuietFor(Quiet));
    }

    [Fact]
    public async Task BM_6_Activity_that_comes_again_after_a_restart_is_not_answered_again()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        var folder = Directory.CreateTempSubdirectory("carebot-").FullName;
        await using (var first = new CareBotApp { KeptFolder = folder })
        {
            using var taken = await PostAsync(first, Message(microsoft.Url, "quanto costa la spedizione?"));
            microsoft.Next();
            microsoft.Next();
        }

        await using (var second = new CareBotApp { KeptFolder = folder })
        {
            using var again = await PostAsync(second, Message(microsoft.Url, "quanto costa la spedizione?"));

            Assert.True(again.IsSuccessStatusCode);
            Assert.True(microsoft.IsQuietFor(Quiet));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(503, 429)]
    [InlineData(412, 504)]
    [InlineData(FakeMicrosoft.CutOff, 502)]
    public async Task BM_8_Reply_that_fails_for_now_is_sent_again_once_and_in_order(params int[] failures)
    {
        await using var connector = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp();
        connector.FailWith(failures);

        using var response = await PostAsync(app, Message(connector.Url, "quanto costa la spedizione?"));

        Assert.Contains("assistente automatico", connector.Next().Text, StringComparison.Ordinal);
        Assert.Contains("5,90", connector.Next().Text, StringComparison.Ordinal);
        Assert.True(connector.IsQuietFor(Quiet));
    }

    [Fact]
    public async Task Every_call_to_the_connector_goes_where_the_protocol_says()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings());
        var connector = app.Get<ConnectorClient>();
        var (url, thread, words) = ($"{microsoft.Url}/", "19:a@thread.tacv2;messageid=1", new Activity { Type = "message", Text = "x" });

        await connector.ReplyAsync(url, thread, "a/1", words, CancellationToken.None);
        await connector.SendAsync(url, thread, words, CancellationToken.None);
        await connector.UpdateAsync(url, thread, "7", words, CancellationToken.None);
        await connector.DeleteAsync(url, thread, "7", CancellationToken.None);
        await connector.MemberAsync(url, thread, "29:anna", CancellationToken.None);
        var created = await connector.CreateAsync(url, new() { IsGroup = false, Activity = words }, CancellationToken.None);

        const string conversation = "/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1";
        Assert.Equal(
            [
                $"POST {conversation}/activities/a%2F1", $"POST {conversation}/activities", $"PUT {conversation}/activities/7",
                $"DELETE {conversation}/activities/7", $"GET {conversation}/members/29%3Aanna", "POST /v3/conversations",
            ],
            Enumerable.Range(0, 6).Select(_ => microsoft.Next()).Select(call => $"{call.Method} {call.Path}"));
        Assert.Equal(FakeMicrosoft.AgentChannel, created.Reply!.Id!.Split(';')[0]);
    }

    [Fact]
    public async Task Reply_that_can_never_work_is_given_up_and_does_not_hold_up_the_next()
    {
        await using var connector = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp();
        connector.FailWith(403);

        using var response = await PostAsync(app, Message(connector.Url, "quanto costa la spedizione?"));

        Assert.Contains("5,90", connector.Next().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AC_12_Newcomer_is_greeted_and_the_bots_own_arrival_is_not()
    {
        await using var connector = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp();

        using var own = await PostAsync(app, Joined(connector.Url, "u1", "28:bot"));
        using var anna = await PostAsync(app, Joined(connector.Url, "u2", "29:anna"));

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, anna.StatusCode);
        Assert.Contains("automated assistant", connector.Next().Text, StringComparison.Ordinal);
        Assert.True(connector.IsQuietFor(Quiet));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://evil.example/")]
    [InlineData("http://192.0.2.7/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://127.0.0.1/")]
    public async Task SEC_1_Reply_address_that_is_not_on_the_list_is_refused(string? serviceUrl)
    {
        await using var app = new CareBotApp();

        using var response = await PostAsync(app, Message(serviceUrl, "operatore"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://europe.webchat.botframework.com/")]
    public async Task SEC_1_Microsofts_own_addresses_are_taken(string serviceUrl)
    {
        await using var app = new CareBotApp();

        using var response = await PostAsync(app, Message(serviceUrl, "operatore"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Everything_is_refused_outside_development()
    {
        await using var app = new CareBotApp(("environment", "Production"));

        using var response = await PostAsync(app, Message("https://smba.trafficmanager.net/", "operatore"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Everything_from_another_machine_is_refused()
    {
        await using var app = new CareBotApp { Sender = IPAddress.Parse("192.0.2.7") };

        using var response = await PostAsync(app, Message("https://smba.trafficmanager.net/", "operatore"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","channelId":"directline","conversation":{"id":"c"},"from":{"id":"u"}}""", HttpStatusCode.BadRequest)]
    public async Task BM_5_Body_that_is_no_activity_of_a_channel_is_a_bad_request(string body, HttpStatusCode expected)
    {
        await using var app = new CareBotApp();

        using var response = await app.CreateClient().PostAsync("/api/messages", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task BM_5_Body_that_is_too_large_is_refused_as_such()
    {
        await using var app = new CareBotApp(("BotFramework:MaxActivityBytes", "2048"));

        using var response = await PostAsync(app, Message("https://smba.trafficmanager.net/", new string('x', 4000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("somethingNew")]
    public async Task BM_9_Type_that_means_nothing_to_us_is_taken_and_ignored(string type)
    {
        await using var app = new CareBotApp();

        using var response = await PostAsync(app, new
        {
            type,
            id = "a1",
            channelId = "emulator",
            serviceUrl = "https://smba.trafficmanager.net/",
            conversation = new { id = "c1" },
            from = new { id = "29:anna" },
        });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task BM_1_Other_verbs_are_not_allowed()
    {
        await using var app = new CareBotApp();

        using var response = await app.CreateClient().GetAsync("/api/messages");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(CareBotApp app, object activity) =>
        app.CreateClient().PostAsJsonAsync("/api/messages", activity);

    private static object Message(string? serviceUrl, string text, string conversation = "c1") => new
    {
        type = "message",
        id = "a1",
        channelId = "emulator",
        serviceUrl,
        text,
        locale = "it-IT",
        conversation = new { id = conversation, isGroup = true },
        from = new { id = "29:anna", name = "Anna" },
        recipient = new { id = "28:bot", name = "CareBot" },
        entities = Array.Empty<object>(),
    };

    private static object Joined(string serviceUrl, string id, string member) => new
    {
        type = "conversationUpdate",
        id,
        channelId = "emulator",
        serviceUrl,
        locale = "en-GB",
        conversation = new { id = "c1" },
        from = new { id = "29:anna", name = "Anna" },
        recipient = new { id = "28:bot", name = "CareBot" },
        membersAdded = new[] { new { id = member } },
    };
}
