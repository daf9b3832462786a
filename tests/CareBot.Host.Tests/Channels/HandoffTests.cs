using System.Net.Http.Json;
using System.Text.Json;
using CareBot.Desk;
using CareBot.Host.Channels;
using CareBot.Host.Storage.Single;
using CareBot.Host.Tests.Channels.Connector;
using CareBot.Host.Tests.Channels.DirectLine;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace CareBot.Host.Tests.Channels;

/// <summary>A handoff as the Bot Framework's events, on every channel that takes them.</summary>
public sealed class HandoffTests(DirectLineService service) : IClassFixture<DirectLineService>
{
    private const string Question = "quanto costa la spedizione?";
    private const string Wish = "Vorrei parlare con una persona";

    private static readonly Agent Davide = new(new("davide"), "Davide");

    private readonly CareBotApp app = service.App;

    [Fact]
    public async Task Call_for_a_person_says_why_what_was_asked_and_shown_and_all_that_was_said()
    {
        var talk = await AskForPersonAsync();

        var initiate = (await talk.HistoryAsync(6))[5];

        Assert.Equal(("event", "handoff.initiate", "bot"), (initiate.Text("type"), initiate.Text("name"), initiate.Text("from.role")));
        Assert.Equal($"{talk.Id}|0000006", initiate.Text("id"));
        Assert.Equal(
            ($"{talk.Id}#1", "asked", "it", Question, "delivery-costs"),
            (initiate.Text("value.contact"), initiate.Text("value.reason"), initiate.Text("value.language"), initiate.Text("value.asked"),
                initiate.Text("value.article")));
        var attachment = Assert.Single(initiate.GetProperty("attachments").EnumerateArray());
        Assert.Equal(("Transcript", "application/json"), (attachment.Text("name"), attachment.Text("contentType")));
        var said = attachment.GetProperty("content").GetProperty("activities").EnumerateArray().ToList();
        Assert.Equal(["bot", "user", "bot", "user", "bot"], said.Select(message => message.Text("from.role")));
        Assert.Equal([Question, Wish], said.Where(message => message.Text("from.role") == "user").Select(message => message.Text("text")));
        Assert.All(said, message => Assert.EndsWith("Z", message.Text("timestamp"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_becomes_of_the_call_stands_among_the_messages_in_order()
    {
        var talk = await AskForPersonAsync();
        await TakeAsync(talk, new Input.AgentClaimed(Davide));
        await TakeAsync(talk, new Input.AgentNoted(Davide, "una nota"));
        await TakeAsync(talk, new Input.AgentReleased(Davide));
        await TakeAsync(talk, new Input.AgentClaimed(Davide));
        await TakeAsync(talk, new Input.AgentSaid(Davide, "Buongiorno"));
        await TakeAsync(talk, new Input.AgentClosed(Davide));

        var history = await talk.HistoryAsync(15);

        Assert.Equal(
            [
                "message", "handoff.initiate asked", "handoff.status accepted", "message", "message", "handoff.initiate returned",
                "handoff.status accepted", "message", "message", "handoff.status completed", "message",
            ],
            history.Skip(4).Select(Told));
        Assert.DoesNotContain(history, activity => activity.GetRawText().Contains("una nota", StringComparison.Ordinal));
        Assert.Contains("Davide", history.First(activity => Told(activity) == "handoff.status accepted").Text("value.message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promise_that_was_not_kept_is_a_failure_and_the_contact_may_be_accepted_yet()
    {
        await using var own = new DirectLineService();
        var talk = await own.Client.StartAsync();
        await talk.SayAsync(Wish);
        await talk.HistoryAsync(4);
        own.Clock.Advance(new CarePolicy().HandoffTarget + TimeSpan.FromSeconds(1));
        await talk.HistoryAsync(6);
        await own.App.Get<TurnRunner>().TakeAsync(new() { Conversation = new(talk.Id), Input = new Input.AgentClaimed(Davide) }, CancellationToken.None);

        var told = (await talk.HistoryAsync(8)).Skip(3).Select(Told);

        Assert.Equal(["handoff.initiate asked", "handoff.status failed", "message", "handoff.status accepted", "message"], told);
    }

    [Fact]
    public async Task Word_of_a_handoff_that_is_sent_again_after_a_crash_is_one_activity()
    {
        var talk = await service.Client.StartAsync();
        var stored = app.Get<ConversationStore>().Find(new(talk.Id))!;
        var channel = app.Services.GetServices<IChannel>().Single(one => one.Serves("directline"));
        var outgoing = new Outgoing
        {
            Id = 4712,
            Conversation = stored.Conversation,
            Address = stored.Address,
            ReplyTo = null,
            Effect = new Effect.Handoff.Changed(HandoffState.Accepted, Language.Italian, null),
        };

        await channel.SendAsync(outgoing, CancellationToken.None);
        await channel.SendAsync(outgoing, CancellationToken.None);

        Assert.Equal(2, (await talk.HistoryAsync()).Count);
    }

    [Fact]
    public async Task Transcript_ends_with_the_call_and_is_never_larger_than_channels_take()
    {
        var conversation = new Conversation { Id = new("long"), Channel = RecordingChannel.Name, StartedAt = service.Clock.GetUtcNow(), Language = Language.Italian };
        for (var number = 0; number < 2 * HandoffActivities.MessagesMax; number++)
        {
            await app.Get<TurnRunner>().TakeAsync(
                new()
                {
                    Conversation = conversation.Id,
                    Input = new Input.CustomerSaid(number == 0 ? "operatore" : $"{number} {new string('x', number > 80 ? 4_000 : 1)}"),
                    Arrival = new(RecordingChannel.Name, "it"),
                },
                CancellationToken.None);
        }

        var all = Said(conversation, app.Get<HandoffActivities>(), service.Clock.GetUtcNow());

        Assert.Equal("99", all[^1].Split(' ')[0]);
        Assert.InRange(all.Sum(text => text.Length), HandoffActivities.CharactersMax - 4_100, HandoffActivities.CharactersMax);
    }

    [Fact]
    public async Task Emulator_is_told_by_event_activities_and_in_the_response_where_it_wants_them_there()
    {
        await using var connector = await FakeMicrosoft.StartAsync();
        await using var emulator = new CareBotApp();

        using var posted = await PostAsync(emulator, connector.Url, "c1", "emulator");
        var sent = new[] { connector.Next(), connector.Next(), connector.Next() }.Select(call => call.Activity).ToList();
        using var response = await PostAsync(emulator, connector.Url, "c2", "emulator", "expectReplies");
        var answered = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities").EnumerateArray().ToList();

        string[] expected = ["message", "message", "handoff.initiate asked"];
        Assert.Equal(expected, sent.Select(Told));
        Assert.Equal(expected, answered.Select(Told));
        Assert.Equal(("28:bot", "29:anna", "c1"), (sent[2].Text("from.id"), sent[2].Text("recipient.id"), sent[2].Text("conversation.id")));
        Assert.True(connector.IsQuietFor(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Teams_which_takes_no_events_is_told_nothing()
    {
        await using var connector = await FakeMicrosoft.StartAsync();
        await using var teams = new CareBotApp();

        using var response = await PostAsync(teams, connector.Url, "c1", "msteams", "expectReplies");
        var answered = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities").EnumerateArray().ToList();
        using var posted = await PostAsync(teams, connector.Url, "c2", "msteams");

        Assert.Equal(["message", "message"], answered.Select(Told));
        Assert.Equal(["message", "message"], new[] { connector.Next(), connector.Next() }.Select(call => Told(call.Activity)));
        Assert.True(connector.IsQuietFor(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Word_of_a_handoff_that_a_channel_refuses_is_no_reply_that_somebody_has_to_send_again()
    {
        await using var connector = await FakeMicrosoft.StartAsync();
        await using var emulator = new CareBotApp();
        connector.FailWith(403, 403, 403);

        using var posted = await PostAsync(emulator, connector.Url, "c1", "emulator");
        await emulator.Get<TurnRunner>().TakeAsync(new() { Conversation = new("emulator:c1"), Input = new Input.AgentClaimed(Davide) }, CancellationToken.None);

        Assert.Equal("handoff.status accepted", Told(connector.Next().Activity));
        Assert.Equal([true, true], emulator.Get<OutboxStore>().Dead(10).Select(dead => dead.Effect.Effect is Effect.Reply));
    }

    private async Task<Talk> AskForPersonAsync()
    {
        var talk = await service.Client.StartAsync();
        await talk.SayAsync(Question);
        await talk.HistoryAsync(3);
        await talk.SayAsync(Wish);
        await talk.HistoryAsync(6);
        return talk;
    }

    private Task<TurnOutcome> TakeAsync(Talk talk, Input input) =>
        app.Get<TurnRunner>().TakeAsync(new() { Conversation = new(talk.Id), Input = input }, CancellationToken.None);

    /// <summary>The type of an activity; of an event the name, and what became or why.</summary>
    private static string Told(JsonElement activity) => activity.Text("type") != "event"
        ? activity.Text("type")!
        : $"{activity.Text("name")} {activity.Text("value.state") ?? activity.Text("value.reason")}";

    private static List<string> Said(Conversation conversation, HandoffActivities handoffs, DateTimeOffset at) =>
    [
        .. handoffs
            .Of(new Effect.Handoff.Initiated(new("long#1"), new("care"), HandoffReason.Asked, null, Language.Italian, at), conversation, new())
            .Attachments![0].Content!.Value.GetProperty("activities").EnumerateArray().Select(message => message.Text("text")!),
    ];

    private static Task<HttpResponseMessage> PostAsync(
        CareBotApp app, string serviceUrl, string conversation, string channelId, string? deliveryMode = null) =>
        app.CreateClient().PostAsJsonAsync("/api/messages", new
        {
            type = "message",
            id = "a1",
            channelId,
            serviceUrl,
            deliveryMode,
            text = "operatore",
            locale = "it-IT",
            conversation = new { id = conversation },
            from = new { id = "29:anna", name = "Anna" },
            recipient = new { id = "28:bot", name = "CareBot" },
        });
}
