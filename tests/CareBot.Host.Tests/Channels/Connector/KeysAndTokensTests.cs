using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Channels.Connector;

/// <summary>Keys that channels change, and the token that replies carry.</summary>
public class KeysAndTokensTests
{
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.Zero };

    [Fact]
    public async Task JWT_7_Keys_are_fetched_once_and_a_new_one_is_known_with_the_call_that_brings_it()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings()) { Clock = clock };
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(app, microsoft, "channel"));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(app, microsoft, "channel"));
        Assert.Equal(1, microsoft.Calls.Count(path => path == "/channel/keys"));

        microsoft.Publish("next", "emulator");
        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(app, microsoft, "next"));
    }

    [Fact]
    public async Task JWT_7_Stranger_makes_keys_be_fetched_at_most_every_five_minutes()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings()) { Clock = clock };
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(app, microsoft, "stranger"));
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1, microsoft.Calls.Count(path => path == "/channel/keys"));
    }

    [Fact]
    public async Task JWT_7_Known_keys_are_good_while_new_ones_cannot_be_had()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings()) { Clock = clock };
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(app, microsoft, "channel"));

        microsoft.IsDown = true;
        clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(app, microsoft, "channel", hoursAhead: 25));
    }

    [Fact]
    public async Task JWT_7_Key_server_that_was_down_is_asked_again_soon()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings()) { Clock = clock };
        microsoft.IsDown = true;
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(app, microsoft, "channel"));

        microsoft.IsDown = false;
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(app, microsoft, "channel"));
    }

    [Fact]
    public async Task BM_3_Token_for_replies_is_asked_for_with_the_apps_secret_and_kept()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings());
        await PostAsync(app, microsoft, "channel");
        microsoft.Next();
        await PostAsync(app, microsoft, "channel");
        microsoft.Next();

        var form = Assert.Single(microsoft.Asked);
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal(FakeMicrosoft.AppId, form["client_id"]);
        Assert.Equal("app-secret", form["client_secret"]);
        Assert.Equal("https://api.botframework.com/.default", form["scope"]);
    }

    [Fact]
    public async Task BM_3_Token_is_renewed_five_minutes_before_it_expires()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings()) { Clock = clock };
        await PostAsync(app, microsoft, "channel");
        Assert.Equal("Bearer app-token-1", microsoft.Next().Authorization);

        clock.Advance(TimeSpan.FromMinutes(55));
        await PostAsync(app, microsoft, "channel");

        Assert.Equal("Bearer app-token-2", microsoft.Next().Authorization);
    }

    [Fact]
    public async Task BM_3_Token_that_the_connector_refuses_is_replaced_once_and_the_reply_goes_out()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings());
        microsoft.Revoked["Bearer app-token-1"] = true;

        await PostAsync(app, microsoft, "channel");

        Assert.Equal("Bearer app-token-2", microsoft.Next().Authorization);
    }

    private static int activities;

    private static async Task<HttpStatusCode> PostAsync(CareBotApp app, FakeMicrosoft microsoft, string key, int hoursAhead = 0)
    {
        var now = TimeProvider.System.GetUtcNow().AddHours(hoursAhead).ToUnixTimeSeconds();
        var token = microsoft.Sign(key, claims: new Dictionary<string, object?> { ["nbf"] = now - 60, ["exp"] = now + 7200 });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(new
            {
                type = "message",
                id = $"a{Interlocked.Increment(ref activities)}",
                channelId = "emulator",
                serviceUrl = $"{microsoft.Url}/",
                text = "ciao",
                locale = "it-IT",
                conversation = new { id = "c1" },
                from = new { id = "29:anna", name = "Anna" },
                recipient = new { id = "28:bot", name = "CareBot" },
            }),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await app.CreateClient().SendAsync(request);
        return response.StatusCode;
    }
}
