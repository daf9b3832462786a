using CareBot.Host.Storage.Single;
using CareBot.Host.Tests.Desk;
using CareBot.Host.Turns;
using CareBot.Knowledge.Procedures;
using CareBot.Turns;

namespace CareBot.Host.Tests.Actions;

/// <summary>A procedure is edited while customers are in it.</summary>
public class VersionsTests
{
    private const string Second = """
        procedure: parcel
        title: { it: "Pacchi, in un altro modo", en: "Parcels, another way" }
        version: 2
        start: { it: [trova pacco], en: [find parcel] }
        steps:
          - id: hello
            say: { it: "Versione due.", en: "Version two." }
          - id: bye
            end: resolved
        """;

    [Theory]
    [InlineData("ask_code")]
    [InlineData("look")]
    [InlineData("arrival")]
    public async Task Run_goes_on_in_the_version_it_began_with_whatever_step_it_is_in(string step)
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = new CareBotApp(("Library:Path", library.Path), ("Connectors:Secrets:shop", "a secret"));
        var answered = new TaskCompletionSource();
        shop.Answers.Enqueue(async context =>
        {
            await answered.Task;
            await FakeShop.Json("""{"at":{"place":"Mestre"}}""")(context);
        });

        await app.SayAsync("c1", null, step == "ask_code" ? "trova il pacco" : "trova il pacco PK-0001");
        if (step == "arrival")
        {
            answered.SetResult();
            await HeardAsync(app, "c1", "È a Mestre.");
        }

        library.Write("procedures/parcel.yaml", Second);
        Assert.Empty(app.Get<LiveProcedures>().Refresh());
        await app.SayAsync("c2", null, "trova il pacco");
        await HeardAsync(app, "c2", "Versione due.");

        answered.TrySetResult();
        if (step == "ask_code")
        {
            await app.SayAsync("c1", null, "PK-0001");
        }

        await HeardAsync(app, "c1", "È a Mestre.");
        await app.Get<TurnRunner>().TakeAsync(
            new Incoming { Conversation = new("c1"), Input = new Input.Happened(new("c1~1"), "parcel.arrived", CareBot.Procedures.Value.Fields.Of()) },
            CancellationToken.None);
        await HeardAsync(app, "c1", "Rimborsato.");
    }

    [Fact]
    public async Task Run_goes_on_in_the_next_version_once_two_people_have_agreed_to_how()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = new CareBotApp(("Library:Path", library.Path), ("Connectors:Secrets:shop", "a secret"));
        shop.Answers.Enqueue(FakeShop.Json("""{"at":{"place":"Mestre"}}"""));
        await app.SayAsync("c1", null, "trova il pacco PK-0001");
        await HeardAsync(app, "c1", "È a Mestre.");
        var live = app.Get<LiveProcedures>();

        library.Write("procedures/parcel.yaml", library.Procedure
            .Replace("version: 1", "version: 2", StringComparison.Ordinal)
            .Replace("id: arrival", "id: delivery", StringComparison.Ordinal)
            .Replace("Rimborsato.", "Rimborsato, versione due.", StringComparison.Ordinal));
        library.Write("procedures/parcel/migrations/1-to-2.yaml", Plan("[Anna Bianchi]"));
        Assert.Equal("CB542", Assert.Single(live.Refresh()).Code);
        await app.SayAsync("c1", null, "grazie");
        Assert.Equal((1, "arrival"), Where(app));

        library.Write("procedures/parcel/migrations/1-to-2.yaml", Plan("[Anna Bianchi, Luca Verdi]"));
        Assert.Empty(live.Refresh());
        await Waits.UntilAsync(() => Where(app) == (2, "delivery"));
        await app.Get<TurnRunner>().TakeAsync(
            new Incoming { Conversation = new("c1"), Input = new Input.Happened(new("c1~1"), "parcel.arrived", CareBot.Procedures.Value.Fields.Of()) },
            CancellationToken.None);
        await HeardAsync(app, "c1", "Rimborsato, versione due.");
    }

    private static string Plan(string agreed) => $$"""
        from: 1
        to: 2
        why: { it: "Il passo ha un altro nome", en: "The step has another name" }
        steps: { arrival: delivery }
        approved_by: {{agreed}}
        """;

    private static (int Version, string Step) Where(CareBotApp app)
    {
        var here = Assert.Single(app.Get<ConversationStore>().Find(new("c1"))!.Conversation.Runs).Here;
        return (here.Version, here.At);
    }

    [Fact]
    public async Task Version_that_has_been_published_is_not_changed_and_a_broken_file_replaces_nothing()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = new CareBotApp(("Library:Path", library.Path), ("Connectors:Secrets:shop", "a secret"));
        var live = app.Get<LiveProcedures>();
        var first = library.Procedure;

        library.Write("procedures/parcel.yaml", first.Replace("Qual è il codice?", "Codice?", StringComparison.Ordinal));
        var edited = live.Refresh();
        await app.SayAsync("c1", null, "trova il pacco");
        await HeardAsync(app, "c1", "Qual è il codice?");

        library.Write("procedures/parcel.yaml", first.Replace("then: \"@draft\"", "then: nowhere", StringComparison.Ordinal).Replace("version: 1", "version: 2", StringComparison.Ordinal));
        var broken = live.Refresh();
        await app.SayAsync("c2", null, "trova il pacco");
        await HeardAsync(app, "c2", "Qual è il codice?");

        Assert.Equal("CB531", Assert.Single(edited).Code);
        Assert.Equal("CB511", Assert.Single(broken).Code);
    }

    private static Task<IReadOnlyList<Effect.Reply>> HeardAsync(CareBotApp app, string conversation, string words) =>
        app.Channel.SentAsync(new(conversation), reply => reply.Text.Contains(words, StringComparison.Ordinal));
}
