using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CareBot.Host.Tests.Desk;

public class DeskAccessTests
{
    private static readonly WebApplicationFactoryClientOptions AsBrowser = new() { AllowAutoRedirect = false };

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/name")]
    [InlineData("/desk/c1")]
    [InlineData("/desk/staff.css")]
    [InlineData("/_blazor/initializers")]
    public async Task Desk_is_not_there_outside_development(string path)
    {
        await using var app = new CareBotApp(("environment", "Production"));

        using var response = await app.CreateClient(AsBrowser).GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotEqual("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData("::ffff:192.0.2.7")]
    [InlineData(null)]
    public async Task Desk_is_not_there_for_another_machine(string? sender)
    {
        await using var app = new CareBotApp { Sender = sender is null ? null : IPAddress.Parse(sender) };

        using var page = await app.CreateClient(AsBrowser).GetAsync("/desk");
        using var connection = await app.CreateClient(AsBrowser).PostAsync("/_blazor/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, connection.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("X-Forwarded-Host", "shop.example")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Host", "shop.example")]
    public async Task Desk_is_not_there_through_a_tunnel_that_ends_on_this_machine(string header, string value)
    {
        await using var app = new CareBotApp();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await app.CreateClient(AsBrowser).SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Desk_asks_for_a_name_first_on_the_developers_own_machine(string sender)
    {
        await using var app = new CareBotApp { Sender = IPAddress.Parse(sender) };

        using var response = await app.CreateClient(AsBrowser).GetAsync("/desk/c1");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.EndsWith("/desk/name?back=%2Fdesk%2Fc1", response.Headers.Location?.ToString(), StringComparison.Ordinal);
    }
}
