using Bunit;
using CareBot.Host.Desk;
using CareBot.Host.Pages;
using CareBot.Host.Pages.Console;
using CareBot.Host.Tests.Actions;
using CareBot.Host.Tests.Desk;
using CareBot.Knowledge.Procedures;
using CareBot.Turns;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static CareBot.Host.Tests.Desk.Customers;

namespace CareBot.Host.Tests.Pages;

/// <summary>A procedure that a customer has left for a person, as the agent sees it.</summary>
public class RunPanelTests
{
    [Fact]
    public async Task Agent_reads_in_words_why_a_procedure_called_for_a_person()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = new CareBotApp(("Library:Path", library.Path), ("Connectors:Secrets:shop", "a secret"));
        await using var browser = Browser(app);
        shop.Answers.Enqueue(FakeShop.Status(422));
        var conversation = await app.SayAsync("c1", "Luca Ferri", "trova il pacco PK-0001");
        await app.Channel.SentAsync(conversation, reply => reply.Form == Form.Handoff);

        var page = browser.Render<ConsolePage>(parameters => parameters
            .Add(desk => desk.Conversation, conversation.Value)
            .AddCascadingValue(new Staff(Davide, Language.Italian)));

        const string why = "«Dov'è il pacco» richiede una persona. Nessuna risposta utile dal sistema «shop.parcel».";
        Assert.Contains(why, page.Find("aside.side .run-about").TextContent, StringComparison.Ordinal);
        Assert.Contains(why, page.Find("aside.side .facts").TextContent, StringComparison.Ordinal);
        Assert.Contains(why, page.Find(".happened.danger").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_whose_procedure_is_out_of_use_is_not_given_back()
    {
        using var library = new ParcelLibrary("http://127.0.0.1:9");
        await using var app = new CareBotApp(("Library:Path", library.Path));
        await using var browser = Browser(app);
        var conversation = await app.SayAsync("c1", "Luca Ferri", "trova il pacco");
        library.Write("procedures/parcel.yaml", library.Procedure.Replace("version: 1", "version: 1\nstatus: retired\nstops_on: 2026-01-01", StringComparison.Ordinal));
        app.Get<LiveProcedures>().Refresh();
        await app.Channel.SentAsync(conversation, reply => reply.Form == Form.Handoff);

        var page = browser.Render<ConsolePage>(parameters => parameters
            .Add(desk => desk.Conversation, conversation.Value)
            .AddCascadingValue(new Staff(Davide, Language.Italian)));
        await page.Find(".talk-head .button.primary").ClickAsync(new());

        var panel = page.Find("aside.side .run").TextContent;
        Assert.Contains("La procedura non è più in uso", panel, StringComparison.Ordinal);
        Assert.Contains("«Dov'è il pacco» non è più in uso da giovedì 1 gennaio 2026", panel, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("aside.side .run > .wide"));
    }

    [Fact]
    public async Task Agent_sees_what_is_known_fills_what_is_missing_and_gives_it_back()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        await using var app = new CareBotApp(("Library:Path", library.Path), ("Connectors:Secrets:shop", "a secret"));
        await using var browser = Browser(app);
        shop.Answers.Enqueue(FakeShop.Json("""{"at":{"place":"Mestre"}}"""));
        var conversation = await app.SayAsync("c1", "Luca Ferri", "trova il pacco", "operatore");

        var page = browser.Render<ConsolePage>(parameters => parameters
            .Add(desk => desk.Conversation, conversation.Value)
            .AddCascadingValue(new Staff(Davide, Language.Italian)));
        await page.Find(".talk-head .button.primary").ClickAsync(new());

        Assert.Contains("Dov'è il pacco", page.Find("aside.side .run h3").TextContent, StringComparison.Ordinal);
        await page.Find("aside.side .run .link").ClickAsync(new());
        await page.Find("aside.side .run-fill input").ChangeAsync(new() { Value = "boh" });
        await page.Find("aside.side .run-fill form").SubmitAsync();
        Assert.Contains("non va bene per il codice", page.Find(".notice").TextContent, StringComparison.Ordinal);
        await page.Find("aside.side .run-fill input").ChangeAsync(new() { Value = "PK-0001" });
        await page.Find("aside.side .run-fill form").SubmitAsync();
        Assert.Contains("PK-0001", page.Find("aside.side .run-slots").TextContent, StringComparison.Ordinal);
        await page.Find("aside.side .run > .wide").ClickAsync(new());

        var said = await app.Channel.SentAsync(conversation, reply => reply.Text.Contains("È a Mestre.", StringComparison.Ordinal));
        Assert.Contains(said, reply => reply.Text.Contains("Davide le ha passato di nuovo l'assistente", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_of_what_is_to_do_says_what()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        library.Write("procedures/parcel.yaml", library.Procedure.Replace(
            "  - id: arrival\n",
            "  - id: search\n    task: { it: \"Cercare il pacco {code}.\", en: \"Look for parcel {code}.\" }\n    queue: care\n    due: 8h!\n  - id: arrival\n",
            StringComparison.Ordinal));
        await using var app = new CareBotApp(("Library:Path", library.Path), ("Connectors:Secrets:shop", "a secret"));
        await using var browser = Browser(app);
        var conversation = await app.SayAsync("c1", "Luca Ferri", "trova il pacco PK-0001");
        await app.Channel.SentAsync(conversation, reply => reply.Text.StartsWith("È a", StringComparison.Ordinal));

        var page = browser.Render<ConsolePage>(parameters => parameters.AddCascadingValue(new Staff(Davide, Language.English)));

        Assert.Equal("Look for parcel PK-0001.", page.Find("[aria-labelledby=tasks] .line-words").TextContent);
    }

    [Fact]
    public async Task Colleague_finds_tasks_by_what_they_can_do_and_the_conversation_by_the_code_of_its_case()
    {
        await using var shop = await FakeShop.StartAsync();
        using var library = new ParcelLibrary(shop.Address);
        library.Write("care-model.yaml", """
            queues: { care: { it: Assistenza, en: Care } }
            skills: { search: { it: Ricerca pacchi, en: Parcel search } }
            tags: { fragile: { it: Merce fragile, en: Fragile goods } }
            """);
        library.Write("procedures/parcel.yaml", library.Procedure.Replace(
            "  - id: arrival\n",
            """
              - { id: open, case: search, priority: high, tags: [fragile] }
              - { id: search, task: { it: Cercare il pacco., en: Look for the parcel. }, queue: care, skill: search }
              - id: arrival

            """,
            StringComparison.Ordinal));
        await using var app = new CareBotApp(("Library:Path", library.Path), ("Connectors:Secrets:shop", "a secret"));
        await using var browser = Browser(app);
        var conversation = await app.SayAsync("c1", "Luca Ferri", "trova il pacco PK-0001");
        await app.Channel.SentAsync(conversation, reply => reply.Text.StartsWith("È a", StringComparison.Ordinal));

        var page = browser.Render<ConsolePage>(parameters => parameters
            .Add(desk => desk.Conversation, conversation.Value)
            .AddCascadingValue(new Staff(Davide, Language.Italian)));

        Assert.Contains("Ricerca pacchi (1)", page.FindAll(".queue-owner option").Select(option => option.TextContent));
        Assert.Equal("Assistenza · competenza: Ricerca pacchi", page.Find("aside.side .run-task .quiet").TextContent);
        var opened = page.Find("aside.side .run-promise").TextContent.Trim();
        Assert.Matches("^Pratica [2-9A-Z-]+ · priorità alta · Merce fragile$", opened);
        await page.Find(".queue-search input").InputAsync(new() { Value = opened.Split(' ')[1] });
        Assert.Single(page.FindAll("[aria-labelledby=tasks] [data-line]"));
        await page.Find(".queue-search input").InputAsync(new() { Value = "ZZZ-9999" });
        Assert.Empty(page.FindAll("[aria-labelledby=tasks] [data-line]"));
    }

    private static BunitContext Browser(CareBotApp app)
    {
        var browser = new BunitContext();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddSingleton(app.Get<DeskView>());
        browser.Services.AddSingleton(app.Get<CareDesk>());
        browser.Services.AddSingleton(app.Get<DeskFeed>());
        browser.Services.AddSingleton(app.Get<DeskLibrary>());
        browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return browser;
    }
}
