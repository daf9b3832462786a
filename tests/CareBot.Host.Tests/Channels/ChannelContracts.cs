using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Host.Tests.Channels.Connector;
using CareBot.Host.Tests.Channels.DirectLine;
using CareBot.Host.Turns;
using CareBot.Turns;

namespace CareBot.Host.Tests.Channels;

/// <summary>The channel of the tests themselves: what holds for it is what the others are measured by.</summary>
public sealed class RecordingChannelContract : ChannelContract
{
    private protected override ConversationId Conversation { get; } = new("test:c1");

    private protected override Task<CareBotApp> StartAsync() => Task.FromResult(new CareBotApp());

    private protected override Task SaysAsync(string text, string id) => App.Get<TurnRunner>().TakeAsync(
        new()
        {
            Conversation = Conversation,
            Input = new Input.CustomerSaid(text),
            Arrival = new(RecordingChannel.Name, "it-IT"),
            ActivityId = id,
            Received = new(id, "{}"),
        },
        CancellationToken.None);

    private protected override async Task<IReadOnlyList<Arrived>> ArrivedAsync(int count) =>
    [
        .. (await App.Channel.SentAsync(Conversation, count))
            .Select(sent => Read((Effect.Reply)sent.Effect, sent.ReplyTo)),
    ];

    private static Arrived Read(Effect.Reply reply, string? replyTo) => new(reply.Text, reply.Agent?.Name, reply.Choices, replyTo);
}

public sealed class DirectLineContract : ChannelContract
{
    private Talk talk = null!;

    private protected override ConversationId Conversation => new(talk.Id);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();

        // Nobody is bound: they are greeted with their first message, as on the other channels.
        talk = await new DirectLineClient(App).StartAsync(user: null);
    }

    public override async Task DisposeAsync()
    {
        talk.Client.Dispose();
        await base.DisposeAsync();
    }

    private protected override Task<CareBotApp> StartAsync() => Task.FromResult(new CareBotApp(DirectLineClient.SecretSetting));

    private protected override Task SaysAsync(string text, string id) =>
        talk.PostAsync(new { type = "message", from = new { id = "anna" }, text, channelData = new { clientActivityID = id } });

    private protected override async Task<IReadOnlyList<Arrived>> ArrivedAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var arrived = await AllAsync();
            if (arrived.Count >= count)
            {
                return arrived;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    private async Task<IReadOnlyList<Arrived>> AllAsync()
    {
        var all = new List<JsonElement>();
        for (var watermark = ""; ;)
        {
            var page = (await talk.Client.GetAsync($"{talk.Path}/activities?watermark={watermark}", talk.Token)).Json;
            var activities = page.GetProperty("activities").EnumerateArray().ToList();
            if (activities.Count == 0)
            {
                break;
            }

            all.AddRange(activities);
            watermark = page.GetProperty("watermark").GetString()!;
        }

        return [.. all.Where(activity => activity.GetProperty("type").GetString() == "message" && activity.GetProperty("from").GetProperty("role").GetString() == "bot").Select(Read)];
    }

    private static Arrived Read(JsonElement activity) => new(
        activity.GetProperty("text").GetString()!,
        activity.GetProperty("from").GetProperty("name").GetString(),
        activity.TryGetProperty("suggestedActions", out var suggested)
            ? [.. suggested.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()!)]
            : [],
        activity.TryGetProperty("replyToId", out var answers) ? answers.GetString() : null);
}

public class ConnectorContract : ChannelContract
{
    private readonly List<SentCall> sent = [];

    private FakeMicrosoft microsoft = null!;

    private protected override ConversationId Conversation => new($"{Channel}:c1");

    /// <summary>The Bot Framework's name of the channel.</summary>
    private protected virtual string Channel => "emulator";

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await microsoft.DisposeAsync();
    }

    private protected override async Task<CareBotApp> StartAsync()
    {
        microsoft = await FakeMicrosoft.StartAsync();
        return new(microsoft.Settings());
    }

    private protected override async Task SaysAsync(string text, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(new
            {
                type = "message",
                id,
                channelId = Channel,
                serviceUrl = $"{microsoft.Url}/",
                text,
                locale = "it-IT",
                conversation = new { id = "c1", tenantId = FakeMicrosoft.Tenant },
                from = new { id = "29:anna", name = "Anna" },
                recipient = new { id = "28:bot", name = "CareBot" },
            }),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {microsoft.Sign()}");
        using var response = await App.CreateClient().SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private protected override Task<IReadOnlyList<Arrived>> ArrivedAsync(int count)
    {
        while (sent.Count < count)
        {
            // Programs at the other end are told of handoffs; the customer is not.
            if (microsoft.Next() is { Body: { } body } call && body["type"]?.GetValue<string>() == "message")
            {
                sent.Add(call);
            }
        }

        return Task.FromResult<IReadOnlyList<Arrived>>([.. sent.Select(call => Read(call.Body!))]);
    }

    private protected virtual Arrived Read(JsonObject activity) => new(
        activity["text"]!.GetValue<string>(),
        activity["from"]!["name"]?.GetValue<string>(),
        [.. activity["suggestedActions"]?["actions"]?.AsArray().Select(action => action!["title"]!.GetValue<string>()) ?? []],
        activity["replyToId"]?.GetValue<string>());
}

/// <summary>The same by way of cards.</summary>
public sealed class TeamsContract : ConnectorContract
{
    private protected override string Channel => "msteams";

    private protected override Arrived Read(JsonObject activity) =>
        activity["attachments"]?[0]?["content"] is JsonObject card
            ? base.Read(activity) with
            {
                Text = (activity["summary"] ?? activity["text"])!.GetValue<string>(),
                Choices =
                [
                    .. card["actions"]!.AsArray()
                        .Where(action => action!["type"]!.GetValue<string>() == "Action.Execute")
                        .Select(action => action!["title"]!.GetValue<string>()),
                ],
            }
            : base.Read(activity);
}
