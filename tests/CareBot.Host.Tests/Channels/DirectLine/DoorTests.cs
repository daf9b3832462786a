using System.Net;
using CareBot.Host.Channels;
using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace CareBot.Host.Tests.Channels.DirectLine;

/// <summary>Who may call from where, how often, and what a refusal looks like.</summary>
public sealed class DoorTests(DoorTests.Service service) : IClassFixture<DoorTests.Service>
{
    private const string Shop = "https://shop.example";

    public sealed class Service() : DirectLineService(
        ("DirectLine:TrustedOrigins:0", Shop), ("DirectLine:PostLimit", "3"), ("DirectLine:PostWindowSeconds", "30"));

    private readonly DirectLineClient client = service.Client;

    [Fact]
    public async Task DL_18_Preflight_of_a_trusted_page_is_granted_exactly_what_the_official_client_sends()
    {
        var answer = await client.SendAsync(HttpMethod.Options, "/conversations", null, origin: Shop);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(Shop, answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("authorization, content-type, x-ms-bot-agent, x-requested-with", answer.Header("Access-Control-Allow-Headers"));
        Assert.Equal("GET, POST, OPTIONS", answer.Header("Access-Control-Allow-Methods"));
        Assert.Equal(("600", "Origin"), (answer.Header("Access-Control-Max-Age"), answer.Header("Vary")));
    }

    [Theory]
    [InlineData("/conversations/x/activities", HttpStatusCode.Unauthorized)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/tokens/generate", HttpStatusCode.MethodNotAllowed)]
    public async Task DL_18_Refusals_carry_the_grant_as_well(string path, HttpStatusCode status)
    {
        var answer = await client.GetAsync(path, null, Shop);

        Assert.Equal((status, Shop), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
        Assert.Equal("Retry-After", answer.Header("Access-Control-Expose-Headers"));
    }

    [Fact]
    public async Task DL_29_Session_is_the_tokens_own_and_is_given_to_a_trusted_page_with_its_credentials()
    {
        var token = await client.GenerateAsync();

        var answer = await client.GetAsync("/session/getsessionid", token, Shop);
        var again = await client.GetAsync("/session/getsessionid", token);
        var backEnd = await client.GetAsync("/session/getsessionid");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer["sessionId"]);
        Assert.Equal(answer["sessionId"], again["sessionId"]);
        Assert.Equal((Shop, "true"), (answer.Header("Access-Control-Allow-Origin"), answer.Header("Access-Control-Allow-Credentials")));
        Assert.Equal(HttpStatusCode.Forbidden, backEnd.Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.PostAsync("/session/getsessionid", credential: token)).Status);
    }

    [Fact]
    public async Task DL_19_Foreign_page_gets_no_grant_and_may_do_nothing()
    {
        var preflight = await client.SendAsync(HttpMethod.Options, "/conversations", null, origin: "https://evil.example");
        var start = await client.PostAsync("/conversations", credential: await client.GenerateAsync(), origin: "https://evil.example");

        Assert.All([preflight, start], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Status));
        Assert.All([preflight, start], answer => Assert.Null(answer.Header("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task DL_19_List_of_the_token_holds_instead_of_the_configurations()
    {
        var token = await client.GenerateAsync(origins: ["https://other.example"]);

        var trusted = await client.PostAsync("/conversations", credential: token, origin: "https://other.example");
        var foreign = await client.PostAsync("/conversations", credential: token, origin: Shop);

        Assert.Equal((HttpStatusCode.Created, "https://other.example"), (trusted.Status, trusted.Header("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        Assert.Null(foreign.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task DL_19_Page_of_this_service_always_may_and_a_server_sends_no_origin()
    {
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/conversations", origin: "http://localhost")).Status);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/conversations")).Status);
    }

    [Fact]
    public async Task DL_20_Too_many_posts_are_429_with_a_wait_in_seconds_and_reading_and_others_go_on()
    {
        var (talk, other) = (await client.StartAsync(), await client.StartAsync("dl_ivan"));
        for (var number = 0; number < 3; number++)
        {
            await talk.SayAsync("ciao");
        }

        var answer = await talk.PostAsync(new { type = "message", text = "one too many" });

        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests"), (answer.Status, answer.ErrorCode));
        Assert.InRange(int.Parse(answer.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 30);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{talk.Path}/activities", talk.Token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(talk.Path, talk.Token)).Status);
        Assert.NotEmpty(await other.SayAsync("ciao"));
    }

    [Fact]
    public async Task DL_20_Too_many_tokens_asked_for_by_one_secret_are_429()
    {
        const int more = 1201;
        await using var own = new DirectLineService();

        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < more; number++)
        {
            statuses.Add((await own.Client.PostAsync("/tokens/generate", null, DirectLineClient.Secret)).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses.Distinct());
    }

    [Theory]
    [InlineData("GET", "/tokens/generate", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("DELETE", "/conversations", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("PUT", "/conversations/x/activities", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound, "NotFound")]
    public async Task DL_22_Refusals_of_routing_have_a_body_too_and_DL_26_tell_a_wrong_verb_from_an_unknown_path(
        string method, string path, HttpStatusCode status, string code)
    {
        var answer = await client.SendAsync(new HttpMethod(method), path);

        Assert.Equal((status, code), (answer.Status, answer.ErrorCode));
        Assert.NotEmpty(answer.Json.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Theory]
    [InlineData("Secrets:0", "short", "Secrets")]
    [InlineData("TrustedOrigins:0", "https://a.example/path", "TrustedOrigins")]
    [InlineData("TokenLifetimeSeconds", "0", "TokenLifetimeSeconds")]
    public void Setting_that_makes_no_sense_is_refused_with_its_name(string key, string value, string named)
    {
        var options = Settings(key, value).Get<DirectLineOptions>()!;

        string?[] failures =
        [
            new DirectLineOptionsValidator().Validate(null, options).FailureMessage,
            new SecretsAndOriginsAreSound().Validate(null, options).FailureMessage,
        ];

        Assert.Contains(failures, failure => failure?.Contains(named, StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("http://chat.example.com")]
    [InlineData("chat.example.com")]
    public void WS_1_Public_address_without_TLS_is_refused_at_the_start(string address)
    {
        var failure = Assert.Throws<StartRefusedException>(() => PublicAddress.Configured(Settings("PublicBaseUrl", address)));

        Assert.Contains("PublicBaseUrl", failure.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
}
