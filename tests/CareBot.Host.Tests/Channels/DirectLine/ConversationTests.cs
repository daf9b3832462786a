using System.Net;

namespace CareBot.Host.Tests.Channels.DirectLine;

public sealed class ConversationTests(ConversationTests.Service service) : IClassFixture<ConversationTests.Service>
{
    public sealed class Service() : DirectLineService(("PublicBaseUrl", "https://chat.example.com/care/"));

    private readonly CareBotApp app = service.App;
    private readonly DirectLineClient client = service.Client;

    [Fact]
    public async Task DL_6_Start_with_a_token_starts_its_conversation_and_DL_7_the_second_start_finds_it()
    {
        var token = await client.GenerateAsync();

        var first = await client.PostAsync("/conversations", """{"user":{}}""", token);
        var second = await client.PostAsync("/conversations", credential: token);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal(first["conversationId"], second["conversationId"]);
        Assert.NotEqual(first["streamUrl"], second["streamUrl"]);
    }

    [Fact]
    public async Task DL_6_Start_with_the_secret_makes_a_conversation_each_time()
    {
        var (first, second) = (await client.PostAsync("/conversations"), await client.PostAsync("/conversations"));

        Assert.NotEqual(first["conversationId"], second["conversationId"]);
    }

    [Fact]
    public async Task DL_6_User_whom_a_client_names_is_greeted_and_not_bound()
    {
        var token = await client.GenerateAsync(user: null);
        var started = await client.PostAsync("/conversations", """{"user":{"id":"r_1"}}""", token);
        var talk = new Talk(client, started["conversationId"], started["token"], started["streamUrl"]);

        await talk.PostAsync(new { type = "message", from = new { id = "r_2" }, text = "ciao" });

        Assert.Equal("r_2", (await talk.HistoryAsync(2))[1].Text("from.id"));
    }

    [Theory]
    [InlineData("carebot")]
    [InlineData("Agent")]
    public async Task SEC_3_Nobody_starts_as_the_bot_or_an_agent(string user)
    {
        var answer = await client.PostAsync("/conversations", new { user = new { id = user } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task DL_8_Absent_watermark_shows_what_comes_an_empty_one_everything_and_a_given_one_the_rest()
    {
        var talk = await client.StartAsync();
        await talk.PostAsync(new { type = "event" });

        Assert.Contains("watermark=2&", (await client.GetAsync(talk.Path, talk.Token))["streamUrl"], StringComparison.Ordinal);
        Assert.Contains("watermark=0&", (await client.GetAsync($"{talk.Path}?watermark=", talk.Token))["streamUrl"], StringComparison.Ordinal);
        Assert.Contains("watermark=1&", (await client.GetAsync($"{talk.Path}?watermark=1", talk.Token))["streamUrl"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{talk.Path}?watermark=x", talk.Token)).Status);
    }

    [Fact]
    public async Task DL_13_Unknown_conversation_is_404_for_the_secret_and_403_for_a_token()
    {
        var talk = await client.StartAsync();
        foreach (var path in new[] { "/conversations/nobodys", "/conversations/nobodys/activities" })
        {
            var (backEnd, stranger) = (await client.GetAsync(path), await client.GetAsync(path, talk.Token));

            Assert.Equal((HttpStatusCode.NotFound, "ConversationNotFound"), (backEnd.Status, backEnd.ErrorCode));
            Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        }
    }

    [Fact]
    public async Task DL_14_Token_reaches_no_conversation_but_its_own()
    {
        var (mine, other) = (await client.StartAsync(), await client.StartAsync("dl_ivan"));

        Answer[] answers =
        [
            await client.GetAsync(other.Path, mine.Token),
            await client.GetAsync($"{other.Path}/activities", mine.Token),
            await other.PostAsync(new { type = "message", text = "mine?" }, mine.Token),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
    }

    [Fact]
    public async Task DL_31_Token_renewed_by_the_secret_is_bound_to_the_user_of_the_start()
    {
        var talk = await client.StartAsync("dl_anna");

        var renewed = await client.GetAsync($"{talk.Path}?watermark=");

        var again = talk with { Token = renewed["token"] };
        var id = (await again.PostAsync(new { type = "message", from = new { id = "dl_ivan" }, text = "ciao" }))["id"];
        Assert.Equal("dl_anna", (await again.HistoryAsync()).Single(activity => activity.Text("id") == id).Text("from.id"));
    }

    [Fact]
    public async Task Conversation_of_another_channel_is_no_conversation_here()
    {
        await app.Get<CareBot.Host.Turns.TurnRunner>().TakeAsync(
            new()
            {
                Conversation = new("emulator:1"),
                Input = new CareBot.Turns.Input.CustomerJoined(),
                Arrival = new(RecordingChannel.Name, "it"),
            },
            CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/conversations/emulator:1")).Status);
    }

    [Fact]
    public async Task WS_1_Stream_is_at_the_public_address_over_TLS()
    {
        var talk = await client.StartAsync();

        Assert.StartsWith("wss://chat.example.com/care/v3/directline/conversations/", talk.StreamUrl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it-IT", "assistente automatico")]
    [InlineData("en-US", "automated assistant")]
    public async Task AC_12_Known_customer_is_greeted_once_at_the_start_in_their_language(string locale, string words)
    {
        var talk = await client.StartAsync(locale: locale);

        await client.PostAsync("/conversations", new { locale }, talk.Token);
        await client.GetAsync($"{talk.Path}?watermark=", talk.Token);

        var greeting = Assert.Single(await talk.HistoryAsync());
        Assert.Contains(words, greeting.Text("text"), StringComparison.Ordinal);
        Assert.Contains(words, greeting.Text("from.name"), StringComparison.Ordinal);
        Assert.Null(greeting.Text("replyToId"));
    }

    [Fact]
    public async Task AC_12_Unknown_customer_is_greeted_at_the_first_message()
    {
        var started = await client.PostAsync("/conversations");
        var talk = new Talk(client, started["conversationId"], started["token"], started["streamUrl"]);
        Assert.Empty(await talk.HistoryAsync());

        await talk.SayAsync("buongiorno");

        Assert.Contains("assistente automatico", (await talk.HistoryAsync(2))[1].Text("text"), StringComparison.Ordinal);
    }
}
