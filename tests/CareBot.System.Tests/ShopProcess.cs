using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>The demonstration shop in a process of its own: it outlives the service, and knows what was really done.</summary>
internal sealed class ShopProcess : IDisposable
{
    private const string Secret = "a secret that only the two of them know";

    private static readonly string[] Systems =
        ["orders", "customers", "codes", "shipments", "payments", "products", "repairs", "privacy", "mail"];

    private readonly Process process;
    private readonly HttpClient http;

    private ShopProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>The settings by which a service finds this shop.</summary>
    public string[] Settings =>
        [$"--Connectors:Secrets:shop={Secret}", .. Systems.Select(system => $"--Connectors:Addresses:{system}={Address}{system}")];

    public static async Task<ShopProcess> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{CareBotProcess.FreePort()}/");
        var program = Path.Combine(Path.GetDirectoryName(CareBotProcess.Program)!, "demo", "CareBot.DemoShop.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var word in new[] { program, $"--urls={address}", "--WithParent=true" })
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["Secret"] = Secret;
        var shop = new ShopProcess(Process.Start(start)!, address);
        shop.process.OutputDataReceived += (_, _) => { };
        shop.process.BeginOutputReadLine();
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                using var _ = await shop.http.GetAsync(address);
                return shop;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("The shop did not start.");
    }

    /// <summary>What was done in the shop, each once, as <c>system.verb</c>.</summary>
    public async Task<IReadOnlyList<string>> DoneAsync()
    {
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Get, "journal");
        request.Headers.TryAddWithoutValidation("X-CareBot-Signature", $"t={at},v1={Sign(Secret, $"{at}.GET./journal.")}");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Select(entry => Visitor.Text(entry, "what"))];
    }

    /// <summary>Tells the service that something has happened, as a shop does.</summary>
    public static async Task<int> TellAsync(Uri service, string secret, string id, string name, string about)
    {
        var body = JsonSerializer.Serialize(new { id, name, about });
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        using var client = new HttpClient { BaseAddress = service };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/events") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("X-CareBot-Signature", $"t={at},v1={Sign(secret, $"{at}.POST./api/events.{body}")}");
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("runs").GetInt32();
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
        http.Dispose();
    }

    private static string Sign(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
