using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>A customer on Direct Line, by plain HTTP.</summary>
internal sealed class Visitor : IDisposable
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;

    private Visitor(HttpClient http, string conversation)
    {
        this.http = http;
        Conversation = conversation;
    }

    public string Conversation { get; }

    public static async Task<Visitor> ArriveAsync(Uri service, string locale = "it-IT")
    {
        var http = new HttpClient { BaseAddress = service };
        // The page's token endpoint is for the page alone.
        http.DefaultRequestHeaders.Add("Origin", service.GetLeftPart(UriPartial.Authority));
        using var given = await http.PostAsJsonAsync("chat/token", new { locale });
        given.EnsureSuccessStatusCode();
        var token = (await given.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var started = await http.PostAsJsonAsync("v3/directline/conversations", new { user = new { } });
        started.EnsureSuccessStatusCode();
        var conversation = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("conversationId").GetString()!;
        return new Visitor(http, conversation);
    }

    /// <summary>Posts a message and returns its id once the service has acknowledged it.</summary>
    public async Task<string> SayAsync(string text)
    {
        using var posted = await http.PostAsJsonAsync(
            $"v3/directline/conversations/{Conversation}/activities",
            new { type = "message", text, from = new { id = "x" }, channelData = new { clientActivityID = Guid.CreateVersion7().ToString() } });
        posted.EnsureSuccessStatusCode();
        return (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>All that was said, oldest first: page after page, as a client reads it.</summary>
    public async Task<IReadOnlyList<JsonElement>> HistoryAsync()
    {
        var history = new List<JsonElement>();
        for (var watermark = ""; ;)
        {
            var set = await http.GetFromJsonAsync<JsonElement>(
                $"v3/directline/conversations/{Conversation}/activities?watermark={watermark}");
            if (set.GetProperty("activities").GetArrayLength() == 0)
            {
                return history;
            }

            history.AddRange(set.GetProperty("activities").EnumerateArray());
            watermark = Text(set, "watermark");
        }
    }

    /// <summary>Waits for a message that answers an activity and returns its text.</summary>
    public async Task<string> AnswerToAsync(string activity)
    {
        for (var end = Environment.TickCount64 + (long)AnswerMax.TotalMilliseconds; Environment.TickCount64 < end; await Task.Delay(50))
        {
            // The introduction answers the first words too: the answer is the last one.
            var answers = (await HistoryAsync()).Where(said => Text(said, "replyToId") == activity).Select(said => Text(said, "text")).ToList();
            if (answers.Count > 0)
            {
                return answers[^1];
            }
        }

        throw new InvalidOperationException($"No answer to {activity}.");
    }

    public void Dispose() => http.Dispose();

    public static string Text(JsonElement activity, string name) =>
        activity.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
