using System.Net;
using CareBot.Host.Pages;
using CareBot.Host.Tests.Desk;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CareBot.Host.Tests.Pages;

public sealed partial class StaffPagesTests : IAsyncDisposable
{
    private static readonly WebApplicationFactoryClientOptions AsBrowser = new() { AllowAutoRedirect = false, HandleCookies = false };

    private readonly CareBotApp app = new();

    [Fact]
    public async Task Desk_sends_its_policy_and_nothing_that_the_policy_forbids()
    {
        await app.SayAsync("c1", "Luca Ferri", "operatore");

        using var response = await GetAsync("/desk/c1");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([StaffPolicy.ContentSecurity], response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.All(Scripts().Matches(page), script => Assert.Contains("src=", script.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/desk/staff.css", "text/css")]
    [InlineData("/desk/desk.js", "text/javascript")]
    [InlineData("/_framework/blazor.web.js", "text/javascript")]
    public async Task Assets_of_the_desk_are_served(string path, string type)
    {
        using var response = await GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(null, null, "lang=\"it\"")]
    [InlineData(null, "fr, en-US;q=0.8, it;q=0.5", "lang=\"en\"")]
    [InlineData("carebot-language=it", "en", "lang=\"it\"")]
    [InlineData("carebot-language=en; carebot-theme=dark", "it", "lang=\"en\" data-theme=\"dark\"")]
    [InlineData("carebot-theme=\"><script>", "it", "lang=\"it\"")]
    public async Task Page_speaks_and_looks_as_its_reader_has_chosen(string? cookies, string? accepted, string expected)
    {
        using var response = await GetAsync("/desk", cookies, accepted);

        Assert.Contains($"<html {expected}>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_is_kept_only_from_the_form_that_was_served()
    {
        using var response = await app.CreateClient(AsBrowser).PostAsync(
            "/desk/name", new FormUrlEncodedContent([new("_handler", "name"), new("Name", "Mallory")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(response.Headers, header => header.Key == "Set-Cookie");
    }

    [Theory]
    [InlineData("/desk/c1", "/desk/c1")]
    [InlineData("https://evil.example/desk/", "/desk")]
    [InlineData("//evil.example", "/desk")]
    [InlineData("/desk/../../evil", "/desk")]
    public async Task Agent_who_gives_a_name_goes_on_to_the_desk_and_nowhere_else(string back, string expected)
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        var address = $"/desk/name?back={Uri.EscapeDataString(back)}";
        var token = Token().Match(await client.GetStringAsync(address)).Groups[1].Value;

        using var response = await client.PostAsync(address, new FormUrlEncodedContent(
            [new("_handler", "name"), new("Name", "Davide"), new("__RequestVerificationToken", token)]));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, new Uri(client.BaseAddress!, response.Headers.Location!).AbsolutePath);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("carebot-agent=davide-", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_of_a_conversation_that_never_was_is_told_so()
    {
        using var response = await GetAsync("/desk/nowhere");

        Assert.Contains("Questa conversazione non c", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("19:abc/def@thread.v2;messageid=1")]
    [InlineData("a|b c?d#e&f+g")]
    public async Task Conversation_is_found_whatever_signs_its_channel_puts_into_the_id(string id)
    {
        await app.SayAsync(id, "Luca Ferri", "operatore");

        using var response = await GetAsync($"/{CareBot.Host.Desk.DeskLink.To(new(id))}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Luca Ferri", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<HttpResponseMessage> GetAsync(string path, string? cookies = null, string? accepted = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Cookie", $"carebot-agent=davide-1%7CDavide; {cookies}");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        return await app.CreateClient(AsBrowser).SendAsync(request);
    }

    [System.Text.RegularExpressions.GeneratedRegex("<script[^>]*>")]
    private static partial System.Text.RegularExpressions.Regex Scripts();

    [System.Text.RegularExpressions.GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial System.Text.RegularExpressions.Regex Token();
}
