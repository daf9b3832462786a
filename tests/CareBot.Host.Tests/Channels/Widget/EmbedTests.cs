using System.Net;
using CareBot.Host.Tests.Channels.DirectLine;

namespace CareBot.Host.Tests.Channels.Widget;

/// <summary>The chat on pages of other sites: the script they load, and the page in its frame.</summary>
public sealed class EmbedTests(EmbedTests.Service service) : IClassFixture<EmbedTests.Service>
{
    private const string Shop = "https://shop.example";

    public sealed class Service() : DirectLineService(
        ("DirectLine:TrustedOrigins:0", Shop), ("DirectLine:TrustedOrigins:1", "https://www.Shop.example"), ("PublicBaseUrl", "https://care.example"));

    private readonly HttpClient http = service.App.CreateClient();

    [Fact]
    public async Task Script_names_the_origins_that_may_show_the_chat_and_is_asked_for_again_soon()
    {
        using var response = await http.GetAsync(new Uri("/embed.js", UriKind.Relative));
        var script = await response.Content.ReadAsStringAsync();

        Assert.Contains("const origins = [\"https://shop.example\", \"https://www.shop.example\"];", script, StringComparison.Ordinal);
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=300", response.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Script_that_has_not_changed_is_not_sent_again()
    {
        using var first = await http.GetAsync(new Uri("/embed.js", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/embed.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData(Shop, true)]
    [InlineData("https://care.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("https://shop.example.evil.example", false)]
    [InlineData("https://care.example/path", false)]
    [InlineData("null", false)]
    public async Task Page_in_a_frame_talks_to_a_listed_origin_and_no_other(string origin, bool talks)
    {
        using var response = await http.GetAsync(new Uri($"/?embed={Uri.EscapeDataString(origin)}", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains($"data-embed=\"{(talks ? origin : "")}\"", page, StringComparison.Ordinal);
        Assert.Equal(talks, page.Contains("class=\"framed\"", StringComparison.Ordinal));
        Assert.Contains(
            $"frame-ancestors 'self' {Shop} https://www.Shop.example", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
