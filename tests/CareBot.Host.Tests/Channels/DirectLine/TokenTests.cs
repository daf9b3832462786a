using System.Net;
using System.Text;
using System.Text.Json;
using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Storage;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Channels.DirectLine;

public sealed class TokenTests(DirectLineService service) : IClassFixture<DirectLineService>
{
    private readonly CareBotApp app = service.App;
    private readonly DirectLineClient client = service.Client;
    private readonly FakeTimeProvider clock = service.Clock;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task DL_1_Request_without_a_credential_is_401(string? credential)
    {
        var answer = await client.GetAsync("/conversations/any/activities", credential);

        Assert.Equal((HttpStatusCode.Unauthorized, "Unauthorized"), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("not a secret of ours")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJjb252IjoieCJ9.")]
    public async Task DL_2_Credential_that_is_not_ours_is_403(string credential)
    {
        var answer = await client.PostAsync("/conversations", credential: credential);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task DL_2_Token_with_a_changed_user_is_403()
    {
        var parts = (await client.GenerateAsync("dl_anna")).Split('.');
        var forged = Encoding.UTF8.GetString(Base64Url(parts[1])).Replace("dl_anna", "dl_ivan", StringComparison.Ordinal);
        parts[1] = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(forged));

        var answer = await client.PostAsync("/conversations", credential: string.Join('.', parts));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task DL_3_Body_of_generate_may_be_left_out()
    {
        var answer = await client.PostAsync("/tokens/generate");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(1800, answer.Json.GetProperty("expires_in").GetInt32());
        Assert.False(answer.Json.TryGetProperty("streamUrl", out _));
    }

    [Fact]
    public async Task DL_3_User_may_be_written_in_capitals_as_in_the_samples()
    {
        var answer = await client.PostAsync("/tokens/generate", """{"User":{"Id":"dl_anna","Name":"Anna"}}""");

        Assert.Equal("dl_anna", Claims(answer["token"]).Text("user"));
    }

    [Fact]
    public async Task DL_3_Token_mints_no_tokens()
    {
        var answer = await client.PostAsync("/tokens/generate", credential: await client.GenerateAsync());

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("""{"user":{"id":"anna"}}""", "BadArgument")]
    [InlineData("""{"trustedOrigins":["https://a.example/path"]}""", "BadArgument")]
    [InlineData("""{"user":"dl_anna"}""", "BadSyntax")]
    [InlineData("not json", "BadSyntax")]
    public async Task DL_4_User_without_the_prefix_and_bodies_of_another_shape_are_400(string body, string code)
    {
        var answer = await client.PostAsync("/tokens/generate", body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task DL_5_Refreshed_token_keeps_conversation_user_and_origins_and_leaves_the_old_one_good()
    {
        var old = await client.GenerateAsync("dl_anna", origins: ["https://shop.example"]);
        clock.Advance(TimeSpan.FromSeconds(900));

        var fresh = (await client.PostAsync("/tokens/refresh", credential: old))["token"];

        var (before, after) = (Claims(old), Claims(fresh));
        Assert.Equal((before.Text("conv"), "dl_anna"), (after.Text("conv"), after.Text("user")));
        Assert.Equal("https://shop.example", after.GetProperty("origins")[0].GetString());
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/conversations", credential: old)).Status);
    }

    [Fact]
    public async Task DL_5_Secret_has_nothing_to_refresh() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/tokens/refresh")).Status);

    [Fact]
    public async Task DL_21_Expired_token_is_403_TokenExpired_on_every_route()
    {
        var talk = await client.StartAsync();
        clock.Advance(TimeSpan.FromSeconds(1801));

        Answer[] answers =
        [
            await client.PostAsync("/tokens/refresh", credential: talk.Token),
            await client.PostAsync("/conversations", credential: talk.Token),
            await client.GetAsync(talk.Path, talk.Token),
            await client.GetAsync($"{talk.Path}/activities", talk.Token),
            await talk.PostAsync(new { type = "message", text = "late" }),
        ];

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (answer.Status, answer.ErrorCode)));
    }

    [Fact]
    public async Task DL_21_Token_lives_to_the_last_second_that_it_was_promised()
    {
        var talk = await client.StartAsync();
        clock.Advance(TimeSpan.FromSeconds(1799));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(talk.Path, talk.Token)).Status);
    }

    [Fact]
    public async Task DL_27_Token_is_a_JWT_that_clients_read_the_user_from()
    {
        var claims = Claims(await client.GenerateAsync("dl_anna", "Anna"));

        Assert.Equal(("dl_anna", "Anna", "directline"), (claims.Text("user"), claims.Text("name"), claims.Text("aud")));
        Assert.All(["iss", "bot", "conv", "iat", "nbf", "exp", "jti"], claim => Assert.True(claims.TryGetProperty(claim, out _), claim));
    }

    [Fact]
    public async Task DL_28_Ticket_is_no_bearer_and_a_bearer_opens_no_stream()
    {
        var talk = await client.StartAsync();
        var ticket = talk.StreamUrl.Split("t=")[1];

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{talk.Path}/activities", ticket)).Status);
        Assert.Equal(403, (await client.OpenAsync(talk.StreamUrl.Replace(ticket, talk.Token, StringComparison.Ordinal))).Refused);
    }

    [Fact]
    public async Task DL_30_Tokens_are_never_cached_and_the_secret_is_in_no_answer()
    {
        var generated = await client.PostAsync("/tokens/generate");
        Answer[] answers =
        [
            generated,
            await client.PostAsync("/tokens/refresh", credential: generated["token"]),
            await client.PostAsync("/conversations", credential: generated["token"]),
            await client.GetAsync($"/conversations/{generated["conversationId"]}"),
        ];

        Assert.All(answers, answer => Assert.Equal("no-store", answer.Header("Cache-Control")));
        Assert.All(answers, answer => Assert.DoesNotContain(DirectLineClient.Secret, answer.Body, StringComparison.Ordinal));
    }

    [Fact]
    public void Key_is_kept_for_the_next_start_and_readable_by_its_owner_alone()
    {
        var signing = app.Get<TokenKeys>().Signing.KeyId;

        var again = new TokenKeys(app.Get<DataFolder>(), clock);

        Assert.Contains(signing, again.All.Select(key => key.KeyId));
        var file = Path.Combine(app.Get<DataFolder>().Keys, $"directline-{signing}.key");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Old_key_is_followed_by_a_new_one_and_what_it_signed_stays_good()
    {
        var options = app.Get<IOptions<DirectLineOptions>>();
        var before = app.Get<TokenKeys>();
        // A clock beside the service's: that one would run through every second of three months.
        var later = new FakeTimeProvider(clock.GetUtcNow() + TimeSpan.FromDays(91));
        var signedBefore = new DirectLineTokens(before, options, later).Issue(new(new("a conversation"), Binding.None));

        var keys = new TokenKeys(app.Get<DataFolder>(), later);

        Assert.Equal(before.All.Count + 1, keys.All.Count);
        Assert.IsType<TokenReading.Good>(await new DirectLineTokens(keys, options, later).ReadAsync(signedBefore));
    }

    private static JsonElement Claims(string token) => JsonElement.Parse(Base64Url(token.Split('.')[1]));

    private static byte[] Base64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
