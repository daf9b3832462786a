using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareBot.Host.Tests.Channels.Connector;

/// <summary>What this service knows of Microsoft: two sets of keys, an endpoint for tokens, and a connector.</summary>
internal sealed class FakeMicrosoft : IAsyncDisposable
{
    public const string AppId = "5f0e9ad2-5a0a-4b6a-9a3e-0d6e5c1f7b11";
    public const string Tenant = "3c1d0f5e-51f1-4ad8-8b7e-7b0a3f0c9e22";
    public const string Issuer = "https://api.botframework.com";
    public const string EmulatorTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";

    /// <summary>A channel of a team: a conversation begun at the connector is a thread in it.</summary>
    public const string AgentChannel = "19:agents@thread.tacv2";

    /// <summary>In the place of a status: the line is cut before there is any.</summary>
    public const int CutOff = 0;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<int> failures = [];
    private readonly ConcurrentDictionary<string, RSA> keys = [];
    private TaskCompletionSource goesOn = Going();
    private int taken;

    private FakeMicrosoft(WebApplication app)
    {
        this.app = app;
        Publish("channel", "msteams", "emulator", "webchat");
        Publish("webchat-only", "webchat");
        Publish("unendorsed");
        foreach (var name in new[] { "emulator", "stranger" })
        {
            keys[name] = RSA.Create(2048);
        }
    }

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The keys that channels sign with and the channels that each may speak for.</summary>
    public ConcurrentDictionary<string, string[]> ChannelKeys { get; } = [];

    /// <summary>The calls that were made, by path; the connector's are in <see cref="Sent"/>.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>The forms in which tokens were asked for.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Asked { get; } = [];

    public BlockingCollection<SentCall> Sent { get; } = [];

    /// <summary>The tokens that the connector refuses.</summary>
    public ConcurrentDictionary<string, bool> Revoked { get; } = [];

    public bool IsDown { get; set; }

    public static async Task<FakeMicrosoft> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var microsoft = new FakeMicrosoft(builder.Build());
        microsoft.app.Run(microsoft.TakeAsync);
        await microsoft.app.StartAsync();
        return microsoft;
    }

    /// <summary>The settings of a service that takes this for Microsoft, and takes nobody without a token.</summary>
    public (string Key, string? Value)[] Settings(params (string Key, string? Value)[] others) =>
    [
        ("BotFramework:AppId", AppId),
        ("BotFramework:AppPassword", "app-secret"),
        ("BotFramework:TenantId", Tenant),
        ("BotFramework:OpenIdMetadata", $"{Url}/channel/openid"),
        ("BotFramework:EmulatorOpenIdMetadata", $"{Url}/emulator/openid"),
        ("BotFramework:TokenEndpoint", $"{Url}/token"),
        ("BotFramework:AllowedServiceUrls:0", $"{Url}/"),
        ("BotFramework:AllowInsecureLoopback", "true"),
        ("BotFramework:AllowEmulatorTokens", "true"),
        ("BotFramework:AllowAnonymous", "false"),
        .. others,
    ];

    /// <summary>Adds a key to the channels'.</summary>
    public void Publish(string name, params string[] endorsements)
    {
        keys[name] = RSA.Create(2048);
        ChannelKeys[name] = endorsements;
    }

    /// <summary>The connector's next calls get these statuses instead of being taken.</summary>
    public void FailWith(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            failures.Enqueue(status);
        }
    }

    /// <summary>The connector takes calls from now on and answers none.</summary>
    public void Hang() => goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOn() => goesOn.TrySetResult();

    public bool IsQuietFor(TimeSpan time) => !Sent.TryTake(out _, time);

    /// <summary>The next call that the connector took.</summary>
    public SentCall Next() =>
        Sent.TryTake(out var call, TimeSpan.FromSeconds(20)) ? call : throw new InvalidOperationException("Nothing was sent.");

    /// <summary>A token as a channel would send it, but for what is said otherwise.</summary>
    public string Sign(
        string key = "channel", string algorithm = SecurityAlgorithms.RsaSha256, string? keyId = null,
        IReadOnlyDictionary<string, object?>? claims = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var all = new Dictionary<string, object?>
        {
            ["iss"] = Issuer,
            ["aud"] = AppId,
            ["nbf"] = now - 60,
            ["exp"] = now + 3600,
            ["serviceurl"] = $"{Url}/",
        };
        foreach (var (name, value) in claims ?? new Dictionary<string, object?>())
        {
            all[name] = value;
        }

        var payload = new JsonObject(all.Where(claim => claim.Value is not null)
            .Select(claim => KeyValuePair.Create(claim.Key, (JsonNode?)JsonValue.Create(claim.Value)))).ToJsonString();
        var signing = new SigningCredentials(new RsaSecurityKey(keys[key]) { KeyId = keyId ?? key }, algorithm);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(payload, signing);
    }

    /// <summary>The public numbers of a key, as an attacker knows them.</summary>
    public byte[] Modulus(string key) => keys[key].ExportParameters(false).Modulus!;

    public async ValueTask DisposeAsync()
    {
        GoOn();
        await app.DisposeAsync();
        Sent.Dispose();
        foreach (var key in keys.Values)
        {
            key.Dispose();
        }
    }

    private async Task TakeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        Calls.Enqueue(path);
        if (IsDown)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        switch (path)
        {
            case "/channel/openid":
                await http.Response.WriteAsJsonAsync(new { issuer = Issuer, jwks_uri = $"{Url}/channel/keys" });
                break;
            case "/emulator/openid":
                await http.Response.WriteAsJsonAsync(
                    new { issuer = "https://login.microsoftonline.com/{tenantid}/v2.0", jwks_uri = $"{Url}/emulator/keys" });
                break;
            case "/channel/keys":
                await http.Response.WriteAsJsonAsync(new { keys = ChannelKeys.Select(key => Published(key.Key, key.Value)) });
                break;
            case "/emulator/keys":
                await http.Response.WriteAsJsonAsync(new { keys = new[] { Published("emulator", []) } });
                break;
            case "/token":
                var form = await http.Request.ReadFormAsync();
                Asked.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
                await http.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3600, access_token = $"app-token-{Asked.Count}" });
                break;
            default:
                await ConnectAsync(http);
                break;
        }
    }

    private static TaskCompletionSource Going()
    {
        var going = new TaskCompletionSource();
        going.SetResult();
        return going;
    }

    private async Task ConnectAsync(HttpContext http)
    {
        await goesOn.Task.WaitAsync(http.RequestAborted);
        var authorization = http.Request.Headers.Authorization.ToString();
        if (Revoked.ContainsKey(authorization))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (failures.TryDequeue(out var status))
        {
            if (status == CutOff)
            {
                http.Abort();
                return;
            }

            http.Response.StatusCode = status;
            if (status == StatusCodes.Status429TooManyRequests)
            {
                http.Response.Headers.RetryAfter = "1";
            }

            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var target = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var number = Interlocked.Increment(ref taken);
        Sent.Add(new(number, http.Request.Method, target, authorization, body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject()));
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsJsonAsync(target == "/v3/conversations"
            ? new { id = $"{AgentChannel};messageid={number}", activityId = $"{number}" }
            : new { id = $"{number}", activityId = "" });
    }

    private Dictionary<string, object> Published(string name, string[] endorsements)
    {
        var numbers = keys[name].ExportParameters(false);
        var key = new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = name,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (endorsements.Length > 0)
        {
            key["endorsements"] = endorsements;
        }

        return key;
    }
}

/// <summary>A call to the connector: its number, verb, path as it was on the wire, the header that proves the caller, and the body.</summary>
internal sealed record SentCall(int Number, string Method, string Path, string Authorization, JsonObject? Body)
{
    public string Text => Body!["text"]!.GetValue<string>();

    public JsonElement Activity => JsonSerializer.SerializeToElement(Body);
}
