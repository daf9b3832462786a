using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CareBot.Host.Tests.Channels.DirectLine;

/// <summary>A client of Direct Line 3.0 as bare as can be: requests as they are written, answers as they come.</summary>
internal sealed class DirectLineClient(CareBotApp app) : IDisposable
{
    public const string Secret = "a secret of this test";

    public static readonly (string, string?) SecretSetting = ("DirectLine:Secrets:0", Secret);

    private readonly HttpClient http = app.CreateClient();

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? credential = Secret, object? body = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline{path}");
        if (credential is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (body is not null)
        {
            request.Content = new StringContent(
                body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers);
    }

    public async Task<Answer> UploadAsync(string path, HttpContent content, string credential)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        using var response = await http.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers);
    }

    public Task<Answer> GetAsync(string path, string? credential = Secret, string? origin = null) =>
        SendAsync(HttpMethod.Get, path, credential, origin: origin);

    public Task<Answer> PostAsync(string path, object? body = null, string? credential = Secret, string? origin = null) =>
        SendAsync(HttpMethod.Post, path, credential, body, origin);

    public async Task<string> GenerateAsync(string? user = "dl_anna", string? name = null, string[]? origins = null)
    {
        var answer = await PostAsync("/tokens/generate", new { user = user is null ? null : new { id = user, name }, trustedOrigins = origins });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer["token"];
    }

    /// <summary>A started conversation with a bound user, who has been greeted.</summary>
    public async Task<Talk> StartAsync(string? user = "dl_anna", string? locale = "it-IT", string[]? origins = null)
    {
        var token = await GenerateAsync(user, origins: origins);
        var answer = await PostAsync("/conversations", new { user = new { }, locale }, token);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var talk = new Talk(this, answer["conversationId"], answer["token"], answer["streamUrl"]);
        await talk.HistoryAsync(user is null ? 0 : 1);
        return talk;
    }

    /// <summary>Opens a stream; the status that refused it when there is none.</summary>
    public async Task<(FrameReader? Frames, int? Refused)> OpenAsync(string streamUrl, string? origin = null)
    {
        var sockets = app.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Origin = origin;
        try
        {
            return (new(await sockets.ConnectAsync(new Uri(streamUrl), CancellationToken.None)), null);
        }
        catch (InvalidOperationException refused)
        {
            return (null, int.Parse(refused.Message[^3..], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public async Task<FrameReader> ListenAsync(string streamUrl) => (await OpenAsync(streamUrl)).Frames!;

    public void Dispose() => http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public string this[string property] => Json.GetProperty(property).GetString()!;

    public string ErrorCode => Json.GetProperty("error").GetProperty("code").GetString()!;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}

/// <summary>A conversation that is under way.</summary>
internal sealed record Talk(DirectLineClient Client, string Id, string Token, string StreamUrl)
{
    public string Path => $"/conversations/{Id}";

    public Task<Answer> PostAsync(object activity, string? credential = null) =>
        Client.PostAsync($"{Path}/activities", activity, credential ?? Token);

    public Task<Answer> UploadAsync(HttpContent content, string query = "") =>
        Client.UploadAsync($"{Path}/upload{query}", content, Token);

    public async Task<string> SayAsync(string text) =>
        (await PostAsync(new { type = "message", from = new { id = "anybody" }, text }))["id"];

    public async Task<IReadOnlyList<JsonElement>> HistoryAsync(string query = "") =>
        [.. (await Client.GetAsync($"{Path}/activities{query}", Token)).Json.GetProperty("activities").EnumerateArray()];

    /// <summary>The history, once it is at least so long.</summary>
    public async Task<IReadOnlyList<JsonElement>> HistoryAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            if (await HistoryAsync() is { } history && history.Count >= count)
            {
                return history;
            }

            await Task.Delay(10, patience.Token);
        }
    }
}

/// <summary>Reads a stream frame by frame.</summary>
internal sealed class FrameReader(WebSocket socket) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public WebSocket Socket => socket;

    /// <summary>The next frame's text; null when the server said farewell.</summary>
    public async Task<string?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            length += part.Count;
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }

    /// <summary>The activities that come until there are so many; empty frames are passed over.</summary>
    public async Task<IReadOnlyList<JsonElement>> ActivitiesAsync(int count)
    {
        var activities = new List<JsonElement>();
        while (activities.Count < count)
        {
            if (await NextAsync() is { Length: > 0 } frame)
            {
                activities.AddRange(JsonElement.Parse(frame).GetProperty("activities").EnumerateArray());
            }
        }

        return activities;
    }

    public void Dispose() => socket.Dispose();
}

internal static class ActivityProperties
{
    /// <summary>A text at a path such as <c>from.id</c>; null when it is not there.</summary>
    public static string? Text(this JsonElement activity, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (!activity.TryGetProperty(name, out activity))
            {
                return null;
            }
        }

        return activity.GetString();
    }
}
