using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace CareBot.Host.Tests.Channels.Connector;

/// <summary>Who may bring activities to <c>/api/messages</c>: one row for each way to be right or wrong.</summary>
public sealed class CallerTests(CallerTests.Service service) : IClassFixture<CallerTests.Service>
{
    private static int conversations;

    private delegate string? Make(FakeMicrosoft microsoft);

    private sealed record Case(Make Token, string Channel = "emulator", string? ServiceUrl = "/", string Tenant = FakeMicrosoft.Tenant);

    private static readonly Dictionary<string, Case> Accepted = new()
    {
        ["JWT-1 a good token of a channel"] = new(m => m.Sign()),
        ["JWT-1 a good token for Teams"] = new(m => m.Sign(), Channel: "msteams"),
        ["JWT-6 expired within the skew of clocks"] = new(m => m.Sign(claims: At("exp", -240))),
        ["JWT-6 beginning within the skew of clocks"] = new(m => m.Sign(claims: At("nbf", 240))),
        ["JWT-6 without a beginning"] = new(m => m.Sign(claims: With("nbf", null))),
        ["JWT-8 RS384"] = new(m => m.Sign(algorithm: SecurityAlgorithms.RsaSha384)),
        ["JWT-8 RS512"] = new(m => m.Sign(algorithm: SecurityAlgorithms.RsaSha512)),
        ["JWT-9 the host of the address in another case"] = new(m => m.Sign(claims: With("serviceurl", m.Url.ToUpperInvariant().Replace("HTTP", "http", StringComparison.Ordinal) + "/"))),
        ["JWT-10 a key that may speak for web chat alone, in web chat"] = new(m => m.Sign("webchat-only"), Channel: "webchat"),
        ["JWT-12 an Emulator's token of the second version"] = new(m => Emulator(m, "2.0", "azp")),
        ["JWT-12 an Emulator's token of the first version"] = new(m => Emulator(m, "1.0", "appid", FirstVersion)),
        ["JWT-12 an Emulator's token without a version"] = new(m => Emulator(m, null, "appid", FirstVersion)),
        ["JWT-4 an Emulator's token of the app's own tenant"] = new(m => Emulator(m, "2.0", "azp", $"https://login.microsoftonline.com/{FakeMicrosoft.Tenant}/v2.0")),
        ["JWT-4 an Emulator's token of Microsoft's other tenant"] = new(m => Emulator(m, "2.0", "azp", "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0")),
        ["TM-9 the tenant in another case"] = new(m => m.Sign(), Channel: "msteams", Tenant: FakeMicrosoft.Tenant.ToUpperInvariant()),
    };

    private static readonly Dictionary<string, Case> Refused = new()
    {
        ["JWT-2 no header"] = new(_ => null),
        ["JWT-2 no token"] = new(_ => ""),
        ["JWT-2 three words"] = new(m => $"{m.Sign()} x"),
        ["JWT-3 not a token"] = new(_ => "abc.def.ghi"),
        ["JWT-3 two parts"] = new(m => m.Sign()[..m.Sign().LastIndexOf('.')]),
        ["JWT-3 five parts"] = new(m => $"{m.Sign()}.x.y"),
        ["JWT-3 no name of a key"] = new(m => m.Sign(keyId: "")),
        ["JWT-4 a foreign issuer"] = new(m => m.Sign(claims: With("iss", "https://evil.example"))),
        ["JWT-4 no issuer"] = new(m => m.Sign(claims: With("iss", null))),
        ["JWT-4 the issuer of another cloud"] = new(m => m.Sign(claims: With("iss", "https://api.botframework.us"))),
        ["JWT-4 the issuer with a slash"] = new(m => m.Sign(claims: With("iss", "https://api.botframework.com/"))),
        ["JWT-4 an Emulator's token of any tenant"] = new(m => Emulator(m, "2.0", "azp", "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0")),
        ["JWT-5 another app's"] = new(m => m.Sign(claims: With("aud", "22222222-2222-2222-2222-222222222222"))),
        ["JWT-5 nobody's"] = new(m => m.Sign(claims: With("aud", null))),
        ["JWT-6 expired for longer than the skew"] = new(m => m.Sign(claims: At("exp", -360))),
        ["JWT-6 without an end"] = new(m => m.Sign(claims: With("exp", null))),
        ["JWT-6 beginning later than the skew"] = new(m => m.Sign(claims: At("nbf", 360))),
        ["JWT-7 a stranger's key under its own name"] = new(m => m.Sign("stranger")),
        ["JWT-7 a stranger's key under the channel's name"] = new(m => m.Sign("stranger", keyId: "channel")),
        ["JWT-7 changed after it was signed"] = new(m => Changed(m.Sign())),
        ["JWT-8 not signed at all"] = new(m => Unsigned(m.Sign())),
        ["JWT-8 signed with the public key as if it were a secret"] = new(m => SignedWithPublicKey(m)),
        ["JWT-8 RSA-PSS"] = new(m => m.Sign(algorithm: SecurityAlgorithms.RsaSsaPssSha256)),
        ["JWT-9 no address"] = new(m => m.Sign(claims: With("serviceurl", null))),
        ["JWT-9 another address"] = new(m => m.Sign(claims: With("serviceurl", "https://smba.trafficmanager.net/"))),
        ["JWT-9 another path of the address"] = new(m => m.Sign(claims: With("serviceurl", $"{m.Url}/other/"))),
        ["JWT-9 the path in another case"] = new(m => m.Sign(claims: With("serviceurl", $"{m.Url}/AMER/")), ServiceUrl: "/amer/"),
        ["JWT-10 a key for web chat alone, in Teams"] = new(m => m.Sign("webchat-only"), Channel: "msteams"),
        ["JWT-10 a key that may speak for no channel"] = new(m => m.Sign("unendorsed")),
        ["JWT-11 a channel's token with an Emulator's key"] = new(m => m.Sign("emulator")),
        ["JWT-11 an Emulator's token with a channel's key"] = new(m => m.Sign("channel", claims: EmulatorClaims("2.0", "azp", SecondVersion))),
        ["JWT-12 an Emulator's token of another app"] = new(m => Emulator(m, "2.0", "azp", app: "someone-else")),
        ["JWT-12 a second version that names its app as the first does"] = new(m => Emulator(m, "2.0", "appid")),
        ["JWT-12 a first version that names its app as the second does"] = new(m => Emulator(m, "1.0", "azp", FirstVersion)),
        ["JWT-12 neither a version nor an app"] = new(m => Emulator(m, null, "nothing", FirstVersion)),
        ["JWT-13 another bot's token"] = new(m => Emulator(m, "2.0", "azp", app: "33333333-3333-3333-3333-333333333333")),
        ["SEC-1 an address that is not on the list"] = new(m => m.Sign(claims: With("serviceurl", "https://evil.example/")), ServiceUrl: "https://evil.example/"),
        ["SEC-2 no address at all"] = new(m => m.Sign(), ServiceUrl: null),
        ["TM-9 another company's Teams"] = new(m => m.Sign(), Channel: "msteams", Tenant: "44444444-4444-4444-4444-444444444444"),
        ["TM-9 Teams without a company"] = new(m => m.Sign(), Channel: "msteams", Tenant: ""),
    };

    private const string FirstVersion = $"https://sts.windows.net/{FakeMicrosoft.EmulatorTenant}/";
    private const string SecondVersion = $"https://login.microsoftonline.com/{FakeMicrosoft.EmulatorTenant}/v2.0";

    public static TheoryData<string> AcceptedNames => [.. Accepted.Keys];

    public static TheoryData<string> RefusedNames => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(AcceptedNames))]
    public async Task Caller_is_let_in_and_answered(string name)
    {
        using var response = await PostAsync(service.App, service.Microsoft, Accepted[name]);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);

        Assert.Equal("Bearer app-token-1", service.Microsoft.Next().Authorization);
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task Caller_is_refused_and_nothing_is_sent_anywhere(string name)
    {
        var asked = service.Microsoft.Asked.Count;

        using var response = await PostAsync(service.App, service.Microsoft, Refused[name]);

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        Assert.Empty(service.Microsoft.Sent);
        Assert.Equal(asked, service.Microsoft.Asked.Count);
    }

    [Fact]
    public async Task JWT_4_Emulators_are_refused_unless_they_are_allowed()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings(("BotFramework:AllowEmulatorTokens", "false")));

        using var response = await PostAsync(app, microsoft, Accepted["JWT-12 an Emulator's token of the second version"]);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_let_in_by_a_token_while_no_app_is_registered()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp(microsoft.Settings(("BotFramework:AppId", "")));

        using var response = await PostAsync(app, microsoft, Accepted["JWT-1 a good token of a channel"]);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(CareBotApp app, FakeMicrosoft microsoft, Case of)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(new
            {
                type = "message",
                id = "a1",
                channelId = of.Channel,
                serviceUrl = of.ServiceUrl is { } url && url.StartsWith('/') ? microsoft.Url + url : of.ServiceUrl,
                text = "ciao",
                locale = "it-IT",
                conversation = new { id = $"c{Interlocked.Increment(ref conversations)}", tenantId = of.Tenant.Length > 0 ? of.Tenant : null },
                from = new { id = "29:anna", name = "Anna" },
                recipient = new { id = "28:bot", name = "CareBot" },
            }),
        };
        if (of.Token(microsoft) is { } token)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        return await app.CreateClient().SendAsync(request);
    }

    private static Dictionary<string, object?> With(string claim, object? value) => new() { [claim] = value };

    private static Dictionary<string, object?> At(string claim, int seconds) =>
        With(claim, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds);

    private static string Emulator(
        FakeMicrosoft microsoft, string? version, string appClaim, string issuer = SecondVersion, string app = FakeMicrosoft.AppId) =>
        microsoft.Sign("emulator", claims: EmulatorClaims(version, appClaim, issuer, app));

    private static Dictionary<string, object?> EmulatorClaims(
        string? version, string appClaim, string issuer, string app = FakeMicrosoft.AppId) =>
        new() { ["iss"] = issuer, ["serviceurl"] = null, ["ver"] = version, [appClaim] = app };

    /// <summary>The same token for another app, with the signature of before.</summary>
    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("\"nbf\"", "\"xyz\"", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}";
    }

    private static string Unsigned(string token) =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"channel"}""")}.{token.Split('.')[1]}.";

    private static string SignedWithPublicKey(FakeMicrosoft microsoft)
    {
        var signed = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"JWT","kid":"channel"}""")}.{microsoft.Sign().Split('.')[1]}";
        var signature = System.Security.Cryptography.HMACSHA256.HashData(microsoft.Modulus("channel"), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
    }

    /// <summary>One service for all rows: each has a conversation of its own.</summary>
    public sealed class Service : IAsyncLifetime
    {
        internal FakeMicrosoft Microsoft { get; private set; } = null!;

        internal CareBotApp App { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Microsoft = await FakeMicrosoft.StartAsync();
            App = new(Microsoft.Settings());
        }

        public async Task DisposeAsync()
        {
            await App.DisposeAsync();
            await Microsoft.DisposeAsync();
        }
    }
}
