using System.Net;
using CareBot.Host.Channels.Connector;

namespace CareBot.Host.Tests.Channels.Connector;

/// <summary>SEC-1: whatever a name on the list is made to point at, no reply reaches into a private network.</summary>
public class PublicOnlyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("10.0.0.5")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.5")]
    [InlineData("::ffff:127.0.0.1")]
    public void Address_of_this_machine_or_a_private_network_is_not_public(string address) =>
        Assert.False(PublicOnly.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("20.190.160.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2603:1030::1")]
    [InlineData("::ffff:20.190.160.1")]
    public void Address_of_the_internet_is_public(string address) => Assert.True(PublicOnly.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Name_that_points_at_this_machine_is_not_called()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        using var client = new HttpClient(PublicOnly.Handler(loopback: false));
        var url = microsoft.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"{url}/v3/conversations")));

        Assert.Contains("localhost has no public address", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(microsoft.Calls);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        using var client = new HttpClient(PublicOnly.Handler(loopback: true));
        await using var microsoft = await FakeMicrosoft.StartAsync();
        microsoft.FailWith(307);

        using var response = await client.PostAsync(new Uri($"{microsoft.Url}/v3/conversations"), null);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Single(microsoft.Calls);
    }
}
