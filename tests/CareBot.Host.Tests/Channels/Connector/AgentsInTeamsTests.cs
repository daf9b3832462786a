using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareBot.Desk;
using CareBot.Host.Desk;

namespace CareBot.Host.Tests.Channels.Connector;

/// <summary>Agents who take cases in a channel of a team, and customers on the other side.</summary>
public sealed class AgentsInTeamsTests : IAsyncLifetime
{
    private const string Customer = "emulator:c1";

    private FakeMicrosoft microsoft = null!;
    private CareBotApp app = null!;
    private int activities;

    public async Task InitializeAsync()
    {
        microsoft = await FakeMicrosoft.StartAsync();
        app = Start();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await microsoft.DisposeAsync();
    }

    [Fact]
    public async Task Case_is_posted_with_its_reason_and_its_words_and_updates_itself_as_it_is_claimed_and_closed()
    {
        await SaysAsync("il vaso è arrivato rotto, voglio un operatore");
        var opened = await ThreadAsync();
        Assert.Contains("Anna · In attesa dalle", opened.Card, StringComparison.Ordinal);
        Assert.Contains("Ha chiesto di parlare con una persona.", opened.Card, StringComparison.Ordinal);
        Assert.Contains("il vaso è arrivato rotto", opened.Card, StringComparison.Ordinal);

        Assert.Contains("Anna · Con Ada", (await PressAsync(opened, "Prendi in carico", "Ada")).ToJsonString(Readable), StringComparison.Ordinal);
        Assert.Contains("Ada", ToCustomer(), StringComparison.Ordinal);
        var claimed = Updated(opened);
        Assert.Contains("Anna · Con Ada", claimed.Card, StringComparison.Ordinal);

        await PressAsync(claimed, "Chiudi", "Ada");
        Assert.Contains("da 1 (scarsa) a 5", ToCustomer(), StringComparison.OrdinalIgnoreCase);
        var closed = Updated(opened);
        Assert.Contains("Anna · Chiusa", closed.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", closed.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_of_a_client_without_universal_actions_does_the_same()
    {
        await SaysAsync("operatore");
        var thread = await ThreadAsync();

        await SubmitAsync(thread, "Prendi in carico", "Ada");
        Assert.Contains("Anna · Con Ada", Updated(thread).Card, StringComparison.Ordinal);
        await SubmitAsync(thread, "Prendi in carico", "Bruno");

        Assert.Equal("Se ne sta già occupando Ada.", ToThread(thread));
    }

    [Fact]
    public async Task Words_go_both_ways_between_the_thread_and_the_customer()
    {
        await SaysAsync("operatore");
        var thread = await ThreadAsync();
        await PressAsync(thread, "Prendi in carico", "Ada");
        ToCustomer();

        await WritesAsync(thread, "<at>CareBot</at> Buongiorno, mi dice il numero d'ordine?", "Ada");
        Assert.Equal("Buongiorno, mi dice il numero d'ordine?", ToCustomer());

        await SaysAsync("BL-204518");
        Assert.Equal("Anna: BL-204518", ToThread(thread));
    }

    [Fact]
    public async Task Of_two_who_claim_one_wins_and_the_other_is_told_who()
    {
        await SaysAsync("operatore");
        var thread = await ThreadAsync();

        await PressAsync(thread, "Prendi in carico", "Ada");
        var second = await PressAsync(thread, "Prendi in carico", "Bruno");

        Assert.Equal("application/vnd.microsoft.activity.message", second["type"]!.GetValue<string>());
        Assert.Equal("Se ne sta già occupando Ada.", second["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Agent_at_the_desk_and_agent_in_teams_take_through_one_door()
    {
        await SaysAsync("operatore");
        var thread = await ThreadAsync();
        var carla = new Agent(new("carla-1"), "Carla");

        Assert.IsType<DeskOutcome.Done>(await app.Get<CareDesk>().ClaimAsync(new(Customer), carla, CancellationToken.None));
        ToCustomer();
        Assert.Contains("Anna · Con Carla", Updated(thread).Card, StringComparison.Ordinal);
        await WritesAsync(thread, "<at>CareBot</at> ci penso io", "Ada");
        Assert.Equal("Se ne sta già occupando Carla.", ToThread(thread));

        await app.Get<CareDesk>().ReplyAsync(new(Customer), carla, "Buongiorno Anna", CancellationToken.None);
        Assert.Equal("Carla (dalla scrivania): Buongiorno Anna", ToThread(thread));
        Assert.Equal("Buongiorno Anna", ToCustomer());
    }

    [Fact]
    public async Task Answer_to_a_customer_who_waits_takes_them()
    {
        await SaysAsync("operatore");
        var thread = await ThreadAsync();

        await WritesAsync(thread, "<at>CareBot</at> Eccomi", "Ada");

        Assert.Contains("Ada", ToCustomer(), StringComparison.Ordinal);
        Assert.Equal("Eccomi", ToCustomer());
    }

    [Fact]
    public async Task Message_that_teams_brings_twice_reaches_the_customer_once()
    {
        await SaysAsync("operatore");
        var thread = await ThreadAsync();
        await PressAsync(thread, "Prendi in carico", "Ada");
        ToCustomer();

        await WritesAsync(thread, "<at>CareBot</at> Buongiorno", "Ada", id: "same");
        await WritesAsync(thread, "<at>CareBot</at> Buongiorno", "Ada", id: "same");
        await WritesAsync(thread, "<at>CareBot</at> Mi dica", "Ada");

        Assert.Equal(["Buongiorno", "Mi dica"], [ToCustomer(), ToCustomer()]);
    }

    [Fact]
    public async Task What_colleagues_say_to_each_other_never_reaches_the_customer()
    {
        await SaysAsync("operatore");
        var thread = await ThreadAsync();
        await MentionsNobodyAsync(thread, "lo prendo io?", "Bruno");
        await PressAsync(thread, "Prendi in carico", "Ada");
        ToCustomer();

        await MentionsNobodyAsync(thread, "attenta, è molto arrabbiato", "Bruno");
        await MentionsNobodyAsync(thread, "grazie, lo vedo", "Ada");
        await WritesAsync(thread, "<at>Bruno</at> lo conosci?", "Ada", mentions: ("29:Bruno", "Bruno"));
        await WritesAsync(thread, "<at>CareBot</at> Buongiorno", "Ada");

        Assert.Equal("Buongiorno", ToCustomer());
        Assert.Contains("menzionando il bot", thread.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TM_8_What_the_customer_edits_stands_in_the_thread_as_edited_and_what_they_delete_is_taken_out_of_it()
    {
        await SaysAsync("operatore");
        var thread = await ThreadAsync();
        var (order, secret) = (Said("ordine BL-111", "c1"), Said("la mia password è pippo", "c1"));
        await PostAsync(app, order);
        await PostAsync(app, secret);
        var shown = LineIn(thread, "POST");
        Assert.Equal("Anna: ordine BL-111", shown.Text);
        var read = LineIn(thread, "POST");
        Assert.Equal("Anna: la mia password è pippo", read.Text);

        await PostAsync(app, Changed(order, "messageUpdate", "ordine BL-222"));
        var edited = Next(sent => sent.Method == "PUT" && sent.Path.EndsWith($"/activities/{shown.Number}", StringComparison.Ordinal));
        Assert.Equal("Anna: ordine BL-222 (modificato)", edited.Text);

        await PostAsync(app, Changed(secret, "messageDelete", null));
        Next(sent => sent.Method == "DELETE" && sent.Path.EndsWith($"/activities/{read.Number}", StringComparison.Ordinal));
        Assert.Equal("Messaggio eliminato dal cliente.", ToThread(thread));
    }

    [Fact]
    public async Task Note_stays_among_colleagues()
    {
        await SaysAsync("operatore");
        var thread = await ThreadAsync();
        await PressAsync(thread, "Prendi in carico", "Ada");
        ToCustomer();

        await WritesAsync(thread, "<at>CareBot</at> Nota: cliente da richiamare domani", "Ada", id: "note");
        await WritesAsync(thread, "<at>CareBot</at> Nota: cliente da richiamare domani", "Ada", id: "note");
        Assert.Equal("Nota salvata: la leggono solo i colleghi.", ToThread(thread));

        await WritesAsync(thread, "<at>CareBot</at> A domani", "Ada");
        Assert.Equal("A domani", ToCustomer());
        var note = Assert.Single(app.Get<DeskView>().Transcript(new(Customer))!.Entries.OfType<DeskEntry.Note>());
        Assert.Equal("cliente da richiamare domani", note.Text);
    }

    [Fact]
    public async Task Case_that_could_not_be_posted_is_posted_when_teams_is_there_again()
    {
        microsoft.IsDown = true;
        var keys = microsoft.Calls.Count;
        await app.Get<CareBot.Host.Turns.TurnRunner>().TakeAsync(
            new()
            {
                Conversation = new("emulator:c9"),
                Input = new CareBot.Turns.Input.CustomerSaid("operatore"),
                Arrival = new("test", "it", "Anna"),
            },
            CancellationToken.None);
        await UntilAsync(() => microsoft.Calls.Count > keys);

        microsoft.IsDown = false;

        Assert.Contains("Anna · In attesa", Opened().Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_when_agents_get_a_channel_is_posted_there()
    {
        var folder = Directory.CreateTempSubdirectory("carebot-").FullName;
        await using (var before = new CareBotApp(microsoft.Settings()) { KeptFolder = folder })
        {
            await PostAsync(before, Said("operatore", "c7"));
        }

        await using var after = Start(folder);
        after.CreateClient();

        Assert.Contains("Anna · In attesa", Opened().Card, StringComparison.Ordinal);
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<SentCall> seen = [];

    private CareBotApp Start(string? folder = null) =>
        new(microsoft.Settings(("Teams:AgentChannel", FakeMicrosoft.AgentChannel), ("Teams:AgentServiceUrl", $"{microsoft.Url}/"))) { KeptFolder = folder };

    private Task<JsonObject?> SaysAsync(string text) => PostAsync(app, Said(text, "c1"));

    private JsonObject Said(string text, string conversation) => Activity("message", "emulator", conversation, "29:anna", "Anna", ("text", text));

    private Task<JsonObject?> MentionsNobodyAsync(Case thread, string text, string agent) =>
        PostAsync(app, Activity("message", "msteams", thread.Id, $"29:{agent}", agent, ("text", text)));

    private Task<JsonObject?> WritesAsync(Case thread, string text, string agent, string? id = null, (string Id, string Name)? mentions = null)
    {
        var (mentioned, name) = mentions ?? ("28:bot", "CareBot");
        var message = Activity("message", "msteams", thread.Id, $"29:{agent}", agent, ("text", text), ("entities", new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = mentioned },
            ["text"] = $"<at>{name}</at>",
        })));
        message["id"] = id ?? message["id"]!.GetValue<string>();
        return PostAsync(app, message);
    }

    private Task<JsonObject?> SubmitAsync(Case thread, string title, string agent) =>
        PostAsync(app, Activity("message", "msteams", thread.Id, $"29:{agent}", agent, ("value", ActionOf(thread, title)["fallback"]!["data"]!.DeepClone())));

    private static JsonNode ActionOf(Case thread, string title) =>
        JsonNode.Parse(thread.Card)!["actions"]!.AsArray().Single(each => each!["title"]!.GetValue<string>() == title)!;

    private async Task<JsonObject> PressAsync(Case thread, string title, string agent)
    {
        var action = ActionOf(thread, title);
        return (await PostAsync(app, Activity("invoke", "msteams", thread.Id, $"29:{agent}", agent, ("name", "adaptiveCard/action"), ("value", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]!.DeepClone(), ["data"] = action["data"]!.DeepClone() },
        }))))!;
    }

    private async Task<JsonObject?> PostAsync(CareBotApp to, JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {microsoft.Sign()}");
        using var response = await to.CreateClient().SendAsync(request);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsStringAsync();
        return body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject();
    }

    private JsonObject Activity(
        string type, string channel, string conversation, string person, string name, params (string Name, JsonNode? Value)[] content)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"a{++activities}",
            ["channelId"] = channel,
            ["serviceUrl"] = $"{microsoft.Url}/",
            ["locale"] = "it-IT",
            ["conversation"] = new JsonObject { ["id"] = conversation, ["tenantId"] = FakeMicrosoft.Tenant },
            ["from"] = new JsonObject { ["id"] = person, ["name"] = name, ["aadObjectId"] = $"aad-{name}" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "CareBot" },
        };
        foreach (var (key, value) in content)
        {
            activity[key] = value;
        }

        return activity;
    }

    /// <summary>The thread that was opened, once the service knows that it was.</summary>
    private async Task<Case> ThreadAsync()
    {
        var thread = Opened();
        await UntilAsync(() => app.Get<CareBot.Host.Storage.Single.AgentThreads>().FindById(thread.Id) is not null);
        return thread;
    }

    private Case Opened()
    {
        var call = Next(sent => sent.Path == "/v3/conversations");
        Assert.Equal(FakeMicrosoft.AgentChannel, call.Body!["channelData"]!["channel"]!["id"]!.GetValue<string>());
        return new($"{FakeMicrosoft.AgentChannel};messageid={call.Number}", $"{call.Number}", CardOf(call.Body["activity"]!));
    }

    /// <summary>The case as its card shows it next.</summary>
    private Case Updated(Case thread) => thread with
    {
        Card = CardOf(Next(sent => sent.Method == "PUT" && sent.Path.EndsWith($"/activities/{thread.CardId}", StringComparison.Ordinal)).Body!),
    };

    /// <summary>What the customer reads next, but for the bot's own words about itself and the queue.</summary>
    private string ToCustomer() => Next(sent =>
        sent.Path.Contains("/c1/", StringComparison.Ordinal)
        && sent.Body!["type"]!.GetValue<string>() == "message"
        && !sent.Text.Contains("sono l'assistente automatico", StringComparison.Ordinal)
        && !sent.Text.Contains("Passo la conversazione", StringComparison.Ordinal)).Text;

    private string ToThread(Case thread) => LineIn(thread, "POST").Text;

    private SentCall LineIn(Case thread, string method) =>
        Next(sent => sent.Method == method && sent.Path.Contains(Uri.EscapeDataString(thread.Id), StringComparison.Ordinal));

    /// <summary>What is done to a message carries the message's own id.</summary>
    private static JsonObject Changed(JsonObject message, string type, string? text)
    {
        var changed = message.DeepClone().AsObject();
        (changed["type"], changed["text"]) = (type, text);
        return changed;
    }

    /// <summary>The first call that is not yet looked at and fits: threads and customers are told side by side.</summary>
    private SentCall Next(Func<SentCall, bool> fits)
    {
        while (seen.FirstOrDefault(fits) is null)
        {
            seen.Add(microsoft.Next());
        }

        var found = seen.First(fits);
        seen.Remove(found);
        return found;
    }

    private static string CardOf(JsonNode activity) => activity["attachments"]![0]!["content"]!.ToJsonString(Readable);

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            await Task.Delay(50, limit.Token);
        }
    }

    /// <param name="Id">The thread.</param>
    /// <param name="CardId">The activity with the card.</param>
    /// <param name="Card">The card as it was sent.</param>
    private sealed record Case(string Id, string CardId, string Card);
}
