using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Knowledge.Procedures;
using CareBot.Procedures;
using CareBot.Procedures.Engine;

namespace CareBot.Host.Actions;

/// <summary>Calls one action of another system over HTTP with JSON.</summary>
/// <remarks>What changes something carries <c>Idempotency-Key</c>, the same at every try. With a secret the call is signed:
/// <c>X-CareBot-Signature: t=UNIX,v1=HEX</c>, HMAC-SHA256 over <c>UNIX.METHOD.PATH.BODY</c>.</remarks>
internal sealed class ActionClient(IHttpClientFactory clients, IConfiguration configuration, TimeProvider clock)
{
    public const string SignatureHeader = "X-CareBot-Signature";

    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The bytes of an answer.</summary>
    private const int AnswerMax = 1024 * 1024;

    /// <summary>The setting under which secrets lie, each by its name.</summary>
    private const string Secrets = "Connectors:Secrets";

    /// <summary>The setting under which systems may have another address than in <c>connectors.yaml</c>.</summary>
    private const string Addresses = "Connectors:Addresses";

    /// <returns>The answer, or why there is none.</returns>
    public async Task<ActionResult> CallAsync(ConnectorAction action, ActionCall call, CancellationToken cancellation)
    {
        var secret = action.Secret is { } name ? configuration[$"{Secrets}:{name}"] : null;
        if (action.Secret is not null && string.IsNullOrEmpty(secret))
        {
            // No waiting mends a setting: the run goes on at once, to a person where no step handles it.
            return new ActionResult.Failed(ActionResult.Unavailable, $"The setting {Secrets}:{action.Secret} is missing.");
        }

        using var limit = new CancellationTokenSource(action.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var request = Request(action, call, secret);
            using var client = clients.CreateClient(nameof(ActionClient));
            client.MaxResponseContentBufferSize = AnswerMax;
            using var response = await client.SendAsync(request, either.Token);
            return await ReadAsync(action, response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ActionResult.Failed(ActionResult.Unavailable, $"No answer within {action.Timeout.TotalSeconds:0} s.") { MayPass = true };
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or IOException)
        {
            return new ActionResult.Failed(ActionResult.Unavailable, failure.Message) { MayPass = true };
        }
    }

    private HttpRequestMessage Request(ConnectorAction action, ActionCall call, string? secret)
    {
        var path = call.With.Named.Aggregate(action.Path, (path, each) =>
            path.Replace($"{{{each.Key}}}", Uri.EscapeDataString(each.Value.ToString()), StringComparison.Ordinal));
        var body = action.Method == "GET" ? "" : ValueJson.Write(call.With).ToJsonString();
        var request = new HttpRequestMessage(new HttpMethod(action.Method), new Uri(AddressOf(action), path));
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (action.Writes)
        {
            request.Headers.TryAddWithoutValidation(KeyHeader, call.Key);
        }

        if (secret is not null)
        {
            var at = clock.GetUtcNow().ToUnixTimeSeconds();
            request.Headers.TryAddWithoutValidation(
                SignatureHeader, $"t={at},v1={Sign(secret, at, action.Method, request.RequestUri!.PathAndQuery, body)}");
        }

        return request;
    }

    private Uri AddressOf(ConnectorAction action) => configuration[$"{Addresses}:{action.Name.Split('.')[0]}"] is { Length: > 0 } other
        ? new Uri(other.TrimEnd('/') + "/")
        : action.Address;

    /// <summary>What stands in the signature for a call.</summary>
    internal static string Sign(string secret, long at, string method, string path, string body) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}.{method}.{path}.{body}")));

    private static async Task<ActionResult> ReadAsync(ConnectorAction action, HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (action.Errors.TryGetValue(status, out var error))
        {
            return new ActionResult.Failed(error, $"{action.Name} answered {status}.");
        }

        if (!response.IsSuccessStatusCode)
        {
            // What the other side calls our mistake does not pass by waiting, except "too many" and "not now".
            return new ActionResult.Failed(ActionResult.Unavailable, $"{action.Name} answered {status}.")
            {
                MayPass = status is < 400 or >= 500 or 408 or 425 or 429,
            };
        }

        var text = await response.Content.ReadAsStringAsync(cancellation);
        var json = string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
        return new ActionResult.Succeeded(action.Answer.Count == 0
            ? ValueJson.Read(json)
            : Value.Fields.Of(action.Answer.Select(each => (each.Key, ValueJson.Read(ValueJson.At(json, each.Value))))));
    }
}
