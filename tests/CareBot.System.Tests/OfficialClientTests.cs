using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>Microsoft's Direct Line client on a line that breaks.</summary>
public class OfficialClientTests
{
    private const string Secret = "secret-of-these-tests-alone";

    /// <summary>What a stream brings of each message: its echo and its answer.</summary>
    private const int ActivitiesOfMessage = 2;

    private static readonly IReadOnlyList<(Break Kind, int After)> EveryBreak =
    [
        (Break.Request, 0), (Break.Response, 0),
        .. new[] { Break.BeforeFrame, Break.WithinFrame, Break.AfterFrame }
            .SelectMany(kind => Enumerable.Range(0, ActivitiesOfMessage).Select(activity => (kind, activity))),
    ];

    [Fact]
    public async Task Official_client_on_a_line_that_breaks_at_every_activity_loses_nothing_doubles_nothing_and_keeps_the_order()
    {
        using var folder = new TemporaryFolder();
        await using var line = new BreakingLine();
        await using var carebot = await CareBotProcess.StartAsync(
            folder.Path, $"--PublicBaseUrl={line.Address}", $"--DirectLine:Secrets:0={Secret}");
        line.Service = carebot.Address;
        using var backEnd = new HttpClient { BaseAddress = carebot.Address };
        backEnd.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        var grant = await GrantAsync(backEnd);
        await using var client = new OfficialClient(line.Address, Visitor.Text(grant, "token"));

        var said = new List<string> { await client.SayAsync("quanto costa la spedizione?") };
        foreach (var (kind, after) in EveryBreak)
        {
            line.BreakAt(kind, after);
            said.Add(await client.SayAsync($"quanto costa la spedizione? {kind} {after}"));
        }

        said.Add(await client.SayAsync("grazie"));

        var history = await HistoryAsync(backEnd, Visitor.Text(grant, "conversationId"));
        Assert.Equal(EveryBreak.Count, line.Breaks);
        Assert.Equal(history, client.Messages.Select(message => Visitor.Text(message, "id")));
        Assert.Equal(said, history.Where(said.Contains));
        Assert.All(said, id => Assert.Single(client.Messages, message => Visitor.Text(message, "replyToId") == id));
        Assert.Equal(said.Count, client.Messages.Select(message => Visitor.Text(message, "text")).Count(text => text.StartsWith("quanto costa", StringComparison.Ordinal) || text == "grazie"));

        // What opens a conversation is in no log.
        Assert.DoesNotContain(Visitor.Text(grant, "token"), carebot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, carebot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("t=", carebot.Output, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> GrantAsync(HttpClient backEnd)
    {
        using var given = await backEnd.PostAsJsonAsync("v3/directline/tokens/generate", new { user = new { id = "dl_customer" } });
        given.EnsureSuccessStatusCode();
        return await given.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The ids of all messages, as the service has them.</summary>
    private static async Task<IReadOnlyList<string>> HistoryAsync(HttpClient backEnd, string conversation)
    {
        var set = await backEnd.GetFromJsonAsync<JsonElement>($"v3/directline/conversations/{conversation}/activities");
        return [.. set.GetProperty("activities").EnumerateArray().Select(activity => Visitor.Text(activity, "id"))];
    }
}
