using CareBot.Host.Storage.Single;
using CareBot.Host.Tests.Desk;
using CareBot.Procedures;
using CareBot.Turns;

namespace CareBot.Host.Tests.Actions;

/// <summary>A customer goes on in one conversation with what they began in another.</summary>
public class RequestFetcherTests
{
    private const string Resume = """
        procedure: resume
        title: { it: Riprendere una richiesta, en: Pick up a request }
        button: { it: Riprendere la richiesta, en: Pick up the request }
        version: 1
        start: { it: [riprendere richiesta], en: [pick up request] }
        key: code
        slots:
          code:
            type: order_ref
            pattern: "PK-\\d{4}"
            label: { it: "il codice", en: "the code" }
            ask: { it: "Qual è il codice?", en: "What is the code?" }
        steps:
          - id: ask_code
            ask: code
            timeout: { after: "24h!", then: "@draft" }
          - id: bring
            call_api: carebot.bring_here
            with: { about: code, proved: "2" }
            into: brought
            key: "resume/{code}/{now}"
          - id: tell
            say: { it: "Sono {brought.count}: {brought.titles}.", en: "There are {brought.count}: {brought.titles}." }
          - id: over
            end: resolved
        """;

    /// <summary>A procedure that has had something done before it waits.</summary>
    private const string Hold = """
          - id: hold
            call_api: shop.refund
            with: { code: code, amount: 0 }
            key: "hold/{code}"
          - id: arrival
        """;

    [Fact]
    public async Task Request_begun_in_one_conversation_goes_on_in_another_and_hears_what_happens_there()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = Library(shop);
        await using var app = App(library);
        await AtArrivalAsync(app, "c1");

        await app.SayAsync("c2", null, "riprendere la richiesta PK-0001");

        await HeardAsync(app, "c2", "Sono 1: Dov'è il pacco.");
        await HeardAsync(app, "c1", "prosegue nell'altra conversazione");
        Assert.Empty(Runs(app, "c1"));
        Assert.Equal("arrival", Assert.Single(Runs(app, "c2")).Here.At);
        Assert.Equal([new ConversationId("c2")], app.Get<RunWaits>().ForEventOf("parcel.arrived", "PK-0001").Select(each => each.Conversation));
        await app.Get<Host.Turns.TurnRunner>().TakeAsync(
            new() { Conversation = new("c2"), Input = new Input.Happened(new("c1~1"), "parcel.arrived", Value.Fields.Of()) }, CancellationToken.None);
        await HeardAsync(app, "c2", "Rimborsato.");
    }

    [Fact]
    public async Task Nothing_goes_to_somebody_who_has_not_proved_who_they_are()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = Library(shop);
        library.Write("procedures/resume.yaml", Resume.Replace("proved: \"2\"", "proved: \"1\"", StringComparison.Ordinal));
        await using var app = App(library);
        await AtArrivalAsync(app, "c1");

        await app.SayAsync("c2", null, "riprendere la richiesta PK-0001");

        await HeardAsync(app, "c2", "Passo la conversazione a un collega");
        Assert.Single(Runs(app, "c1"));
    }

    [Fact]
    public async Task Request_in_the_middle_of_a_call_is_waited_for_also_across_the_end_of_the_service()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = Library(shop);
        var folder = Directory.CreateTempSubdirectory("fetch-").FullName;
        try
        {
            shop.Answers.Enqueue(context => Task.Delay(-1, context.RequestAborted));
            await using (var first = App(library, folder))
            {
                await first.SayAsync("c1", null, "trova il pacco PK-0001");
                await first.SayAsync("c2", null, "riprendere la richiesta PK-0001");
                await Waits.UntilAsync(() => first.Get<ActionStore>().Due(DateTimeOffset.MaxValue, 10).Any(action => action.Conversation.Value == "c2" && action.Attempts > 0));
                Assert.Single(Runs(first, "c1"));
            }

            await using var second = App(library, folder);
            _ = second.Services;
            await HeardAsync(second, "c2", "Sono 1: Dov'è il pacco.");
            Assert.Empty(Runs(second, "c1"));
            Assert.Equal("arrival", Assert.Single(Runs(second, "c2")).Here.At);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Requests_of_several_conversations_come_together()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = Library(shop);
        await using var app = App(library);
        await AtArrivalAsync(app, "c1");
        await AtArrivalAsync(app, "c2");

        await app.SayAsync("c3", null, "riprendere la richiesta PK-0001");

        await HeardAsync(app, "c3", "Sono 2: Dov'è il pacco.");
        Assert.Empty(Runs(app, "c1"));
        Assert.Empty(Runs(app, "c2"));
        Assert.Equal(2, Runs(app, "c3").Count);
    }

    [Fact]
    public async Task Customer_who_begins_again_elsewhere_what_has_been_sent_off_is_offered_to_go_on_with_it()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = Library(shop);
        library.Write("procedures/parcel.yaml", library.Procedure.Replace("  - id: arrival", Hold, StringComparison.Ordinal));
        await using var app = App(library);
        await AtArrivalAsync(app, "c1");
        await Waits.UntilAsync(() => Runs(app, "c1") is [{ Here.At: "arrival" }]);

        await app.SayAsync("c2", null, "trova il pacco PK-0001");
        var offer = (await HeardAsync(app, "c2", "c'è già una richiesta in corso"))[^1];
        await app.SayAsync("c2", null, offer.Choices[0]);

        await HeardAsync(app, "c2", "Sono 1: Dov'è il pacco.");
        Assert.Equal("hold/PK-0001", Assert.Single(shop.Asked, asked => asked.Method == "POST").Key);
    }

    private static ParcelLibrary Library(FakeShop shop)
    {
        var library = new ParcelLibrary(shop.Address);
        library.Write("procedures/resume.yaml", Resume);
        return library;
    }

    private static CareBotApp App(ParcelLibrary library, string? folder = null) =>
        new(("Library:Path", library.Path), ("Connectors:Secrets:shop", "a secret")) { KeptFolder = folder };

    private static async Task AtArrivalAsync(CareBotApp app, string conversation)
    {
        await app.SayAsync(conversation, null, "trova il pacco PK-0001");
        await HeardAsync(app, conversation, "È a");
    }

    private static IReadOnlyList<Run> Runs(CareBotApp app, string conversation) => app.Get<ConversationStore>().Find(new(conversation))!.Conversation.Runs;

    private static Task<IReadOnlyList<Effect.Reply>> HeardAsync(CareBotApp app, string conversation, string words) =>
        app.Channel.SentAsync(new(conversation), reply => reply.Text.Contains(words, StringComparison.Ordinal));
}
