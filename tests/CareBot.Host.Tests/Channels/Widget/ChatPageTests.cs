using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CareBot.Host.Channels.DirectLine;
using CareBot.Host.Tests.Channels.DirectLine;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CareBot.Host.Tests.Channels.Widget;

public sealed class ChatPageTests(ChatPageTests.Service service) : IClassFixture<ChatPageTests.Service>
{
    private const string Own = "http://localhost";

    public sealed class Service() : DirectLineService(("Care:Company", "Rossi & <Figli>"));

    private readonly CareBotApp app = service.App;
    private readonly HttpClient http = service.App.CreateClient();

    [Fact]
    public async Task Page_answers_a_monitor_that_asks_for_its_head()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/", "it-IT,it;q=0.9,en;q=0.8", "it", "Assistente automatico")]
    [InlineData("/", "en-GB,en;q=0.9", "en", "Automated assistant")]
    [InlineData("/", "de-DE,en;q=0.5,it;q=0.7", "it", "Assistente automatico")]
    [InlineData("/", "de-DE", "it", "Assistente automatico")]
    [InlineData("/?lang=en", "it-IT", "en", "Automated assistant")]
    public async Task Page_speaks_the_language_asked_for_and_always_says_that_it_is_automated(
        string path, string accepted, string lang, string label)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(accepted);

        using var response = await http.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{lang}\">", page, StringComparison.Ordinal);
        Assert.Contains(label, page, StringComparison.Ordinal);
        Assert.Contains("<noscript>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it")]
    [InlineData("en")]
    public async Task Page_brings_its_words_in_every_language_so_that_it_can_follow_the_conversation(string lang)
    {
        var page = await http.GetStringAsync(new Uri($"/?lang={lang}", UriKind.Relative));

        var texts = JsonElement.Parse(WebUtility.HtmlDecode(page.Split("data-texts=\"")[1].Split('"')[0]));

        Assert.Equal("Assistente automatico", texts.Text("it.assistant"));
        Assert.Equal("Automated assistant", texts.Text("en.assistant"));
        Assert.Equal("Customer care · Rossi & <Figli>", texts.Text("en.pageTitle"));
        Assert.All(
            page.Split("data-text=\"").Skip(1).Select(rest => rest.Split('"')[0]), name => Assert.NotNull(texts.Text($"{lang}.{name}")));
    }

    [Fact]
    public async Task WC_9_Page_runs_its_own_scripts_alone_and_holds_no_secret()
    {
        using var response = await http.GetAsync(new Uri("/", UriKind.Relative));
        var (page, policy) = (await response.Content.ReadAsStringAsync(), Header(response, "Content-Security-Policy"));

        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' data: blob: ws://localhost:3978", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.DoesNotContain(DirectLineClient.Secret, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WC_9_Nonce_is_another_each_time_and_the_one_of_the_policy()
    {
        var nonces = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            using var response = await http.GetAsync(new Uri("/", UriKind.Relative));
            var nonce = (await response.Content.ReadAsStringAsync()).Split("data-style-nonce=\"")[1].Split('"')[0];
            Assert.Contains($"'nonce-{nonce}'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
            nonces.Add(nonce);
        }

        Assert.NotEqual(nonces[0], nonces[1]);
    }

    [Fact]
    public async Task WC_8_Name_of_the_company_is_text_and_not_markup()
    {
        var page = await http.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("Rossi &amp; &lt;Figli&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<Figli>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SEC_12_Page_gets_a_token_for_a_conversation_and_a_user_of_its_own()
    {
        using var response = await AskAsync(new { locale = "en-US" });
        var grant = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.False(grant.GetProperty("started").GetBoolean());
        var read = await GrantAsync(grant);
        Assert.Equal(grant.Text("conversationId"), read.Conversation.Value);
        Assert.StartsWith("dl_", read.Binding.User, StringComparison.Ordinal);
        Assert.Equal("en-US", read.Binding.Locale);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("https://evil.example", null)]
    [InlineData(Own, "cross-site")]
    [InlineData("null", null)]
    public async Task SEC_12_Only_the_page_itself_gets_a_token(string? origin, string? site)
    {
        using var response = await AskAsync(new { }, origin, site);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task SEC_12_Tokens_are_rationed_by_address()
    {
        await using var strict = new CareBotApp(("Chat:TokensPerMinute", "2"));
        using var page = strict.CreateClient();
        for (var time = 0; time < 2; time++)
        {
            using var given = await AskAsync(new { }, from: page);
            Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        }

        using var refused = await AskAsync(new { }, from: page);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1801)]
    [InlineData(23 * 3600)]
    public async Task WC_6_Page_comes_back_to_its_conversation_with_a_token_that_is_good_or_was_today(int secondsAgo)
    {
        var before = await StartedAsync();

        using var response = await AskAsync(new { token = Issued(before, secondsAgo) });
        var after = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((before.Conversation.Value, true), (after.Text("conversationId"), after.GetProperty("started").GetBoolean()));
        Assert.Equal(before.Binding.User, (await GrantAsync(after)).Binding.User);
    }

    [Fact]
    public async Task WC_6_Token_of_the_day_before_yesterday_begins_anew()
    {
        var before = await StartedAsync();

        using var response = await AskAsync(new { token = Issued(before, secondsAgo: 25 * 3600) });
        var after = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.NotEqual(before.Conversation.Value, after.Text("conversationId"));
        Assert.False(after.GetProperty("started").GetBoolean());
    }

    [Fact]
    public async Task WC_6_Ticket_or_any_other_text_is_no_way_back()
    {
        using var response = await AskAsync(new { token = app.Get<DirectLineTokens>().IssueTicket(new("somebody's")) });
        var after = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.NotEqual("somebody's", after.Text("conversationId"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    public async Task Body_that_is_none_is_400(string body)
    {
        using var response = await AskAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<Grant> StartedAsync()
    {
        using var response = await AskAsync(new { locale = "it-IT" });
        var given = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            HttpStatusCode.Created, (await service.Client.PostAsync("/conversations", credential: given.Text("token"), origin: Own)).Status);
        return await GrantAsync(given);
    }

    private async Task<Grant> GrantAsync(JsonElement given) =>
        Assert.IsType<TokenReading.Good>(await app.Get<DirectLineTokens>().ReadAsync(given.Text("token")!)).Grant;

    /// <summary>The token as this service would have given it then.</summary>
    private string Issued(Grant grant, int secondsAgo) => new DirectLineTokens(
            app.Get<TokenKeys>(),
            app.Get<IOptions<DirectLineOptions>>(),
            new FakeTimeProvider(service.Clock.GetUtcNow() - TimeSpan.FromSeconds(secondsAgo)))
        .Issue(grant);

    private async Task<HttpResponseMessage> AskAsync(object body, string? origin = Own, string? site = "same-origin", HttpClient? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/token")
        {
            Content = new StringContent(body as string ?? JsonSerializer.Serialize(body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await (from ?? http).SendAsync(request);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(',', response.Headers.GetValues(name));
}
