using System.Net;
using System.Net.Http.Json;
using CareBot.Host.Channels.Connector;

namespace CareBot.Host.Tests.Channels.Connector;

/// <summary>Microsoft's public cloud and the US Government's: whom to believe, and where to ask for tokens.</summary>
public class CloudTests
{
    private const string Government = "https://botframework.azure.us";

    [Theory]
    [InlineData("", "SingleTenant", "https://login.microsoftonline.com/own-tenant/oauth2/v2.0/token")]
    [InlineData("", "MultiTenant", "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token")]
    [InlineData(Government, "SingleTenant", "https://login.microsoftonline.us/own-tenant/oauth2/v2.0/token")]
    [InlineData(Government, "MultiTenant", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token")]
    public void BM_3_App_asks_for_its_token_where_its_cloud_has_it_for_its_kind(string service, string type, string endpoint)
    {
        var options = new BotFrameworkOptions { ChannelService = service, AppType = type, TenantId = "own-tenant" };

        Assert.Equal(endpoint, Cloud.Of(options).TokenEndpoint(options));
    }

    [Theory]
    [InlineData("", "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration", "d6d49420-f39b-4df7-a1dc-d59a935871db")]
    [InlineData(Government, "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "cab8a31a-1906-4287-a0d8-4eef66b95f6e")]
    public void JWT_4_Each_cloud_has_its_own_issuer_keys_scope_and_tenant_of_the_Emulator(string service, string issuer, string keys, string emulator)
    {
        var cloud = Cloud.Of(new() { ChannelService = service });

        Assert.Equal((issuer, keys, $"{issuer}/.default"), (cloud.ChannelIssuer, cloud.OpenIdMetadata, cloud.OAuthScope));
        Assert.Contains($"https://sts.windows.net/{emulator}/", cloud.EmulatorIssuers);
    }

    [Fact]
    public async Task JWT_4_Service_in_the_Governments_cloud_believes_that_clouds_channels_and_not_the_publics()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings(("BotFramework:ChannelService", Government)));

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(FakeMicrosoft.Issuer));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("https://api.botframework.us"));

        Assert.StartsWith("Bearer app-token", microsoft.Next().Authorization, StringComparison.Ordinal);
        Assert.Equal("https://api.botframework.us/.default", Assert.Single(microsoft.Asked)["scope"]);

        async Task<HttpStatusCode> PostAsync(string issuer)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
            {
                Content = JsonContent.Create(new
                {
                    type = "message",
                    id = "a1",
                    channelId = "emulator",
                    serviceUrl = $"{microsoft.Url}/",
                    text = "operatore",
                    conversation = new { id = "c1", tenantId = FakeMicrosoft.Tenant },
                    from = new { id = "29:anna" },
                    recipient = new { id = "28:bot" },
                }),
            };
            var token = microsoft.Sign(claims: new Dictionary<string, object?> { ["iss"] = issuer });
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            using var response = await app.CreateClient().SendAsync(request);
            return response.StatusCode;
        }
    }
}
