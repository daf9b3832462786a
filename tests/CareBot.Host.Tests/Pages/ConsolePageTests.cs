using Bunit;
using CareBot.Host.Desk;
using CareBot.Host.Pages;
using CareBot.Host.Pages.Console;
using CareBot.Host.Storage;
using CareBot.Host.Storage.Single;
using CareBot.Host.Tests.Desk;
using CareBot.Host.Turns;
using CareBot.Turns;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static CareBot.Host.Tests.Desk.Customers;

namespace CareBot.Host.Tests.Pages;

public sealed class ConsolePageTests : IAsyncDisposable
{
    private readonly CareBotApp app = new();
    private readonly BunitContext browser = new();

    public ConsolePageTests()
    {
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddSingleton(app.Get<DeskView>());
        browser.Services.AddSingleton(app.Get<CareDesk>());
        browser.Services.AddSingleton(app.Get<DeskFeed>());
        browser.Services.AddSingleton(app.Get<DeskLibrary>());
        browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Empty_desk_says_that_nobody_waits()
    {
        var page = Open(null);

        Assert.Equal("Nessuno aspetta", page.Find(".talk.empty h2").TextContent);
        Assert.Equal(["Nessuno aspetta.", "Nessuna conversazione in corso."], Texts(page, ".queue-none"));
    }

    [Fact]
    public async Task Waiting_customer_is_listed_with_name_words_and_state()
    {
        await app.SayAsync("c1", "Luca Ferri", "operatore", "la gamba del tavolo è rotta");
        await app.SayAsync("web-7f3a", null, "operatore");
        await app.SayAsync("web-9b2c", "", "operatore");

        var page = Open(null);

        Assert.Equal(["Luca Ferri", "Cliente web 7F3A", "Cliente web 9B2C"], Texts(page, ".line-name"));
        Assert.Equal("la gamba del tavolo è rotta", page.Find(".line-words").TextContent);
        Assert.Equal("In attesa", page.Find(".line .badge").TextContent.Trim());
    }

    [Fact]
    public async Task Customers_words_are_shown_as_they_are_and_never_as_markup()
    {
        var conversation = await app.SayAsync("c1", "<b>Luca</b>", "operatore", "<script>alert(1)</script>");

        var page = Open(conversation);

        Assert.Equal("<script>alert(1)</script>", Texts(page, ".customer .words p")[^1]);
        Assert.Equal("<b>Luca</b>", page.Find(".talk-who h2").TextContent);
        Assert.Empty(page.FindAll("script"));
    }

    [Fact]
    public async Task New_customer_appears_by_itself_and_is_marked()
    {
        await app.SayAsync("c1", "Luca Ferri", "operatore");
        var page = Open(null);
        Assert.Empty(page.FindAll(".line.arrived"));

        await app.SayAsync("c2", "Anna Greco", "operatore");

        await page.WaitForAssertionAsync(() => Assert.Equal("Anna Greco", page.Find(".line.arrived .line-name").TextContent));
        Assert.Equal("2 conversazioni in attesa", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Agent_who_takes_a_conversation_can_reply_and_leave_a_note_and_close()
    {
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        var page = Open(conversation);
        Assert.Empty(page.FindAll("[data-kinds]"));

        await page.Find(".talk-head .button.primary").ClickAsync(new());
        await SendAsync(page, "Buongiorno Luca", note: false);
        await SendAsync(page, "cliente abituale", note: true);

        Assert.Equal("Buongiorno Luca", Assert.Single(Texts(page, ".bubble.agent .words")));
        Assert.Equal("cliente abituale", Assert.Single(Texts(page, ".bubble.note .words")));
        Assert.Equal("Davide", page.Find(".bubble.agent .by span").TextContent);
        var sent = await app.Channel.SentAsync(conversation, reply => reply.Agent is not null);
        Assert.DoesNotContain(sent, reply => reply.Text == "cliente abituale");

        await page.Find("#close .button.primary").ClickAsync(new());

        Assert.Contains("assistente automatico", page.Find(".composer-closed").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".line"));
    }

    [Fact]
    public async Task Agent_who_was_slower_reads_who_was_quicker()
    {
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        var page = Open(conversation);
        var claim = page.Find(".talk-head .button.primary");

        // While this runs on the page's own thread, the page cannot hear of the other's claim.
        await page.InvokeAsync(() =>
        {
            Task.Run(() => app.Get<CareDesk>().ClaimAsync(conversation, Sara, CancellationToken.None)).Wait();
            return claim.ClickAsync(new());
        });

        Assert.Equal(
            "Qualcuno è stato più veloce: la conversazione è in carico a Sara.", page.Find("[role=alert]").TextContent.Trim());
        Assert.Contains("Ha in carico la conversazione Sara", page.Find(".only-notes").TextContent, StringComparison.Ordinal);
        Assert.Equal("note", page.Find("[name=kind]").GetAttribute("value"));
    }

    [Fact]
    public async Task Words_that_were_refused_go_back_to_the_browser()
    {
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        await app.Get<CareDesk>().ClaimAsync(conversation, Davide, CancellationToken.None);
        var compose = browser.JSInterop.SetupModule("./desk/compose.js");
        compose.Mode = JSRuntimeMode.Loose;
        var page = Open(conversation);

        await SendAsync(page, new('a', CareDesk.TextMax + 1), note: false);

        Assert.Equal([conversation.Value, false], compose.VerifyInvoke("settle").Arguments);
        Assert.Contains("4.000 caratteri", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_own_conversations_stand_before_those_of_colleagues()
    {
        foreach (var (id, name, agent) in new[] { ("c1", "Paolo Riva", Sara), ("c2", "Anna Greco", Davide) })
        {
            await app.Get<CareDesk>().ClaimAsync(await app.SayAsync(id, name, "operatore"), agent, CancellationToken.None);
        }

        var page = Open(null);

        Assert.Equal(["Anna Greco", "Paolo Riva"], Texts(page, "[aria-labelledby=open] .line-name"));
        Assert.Equal(["Da rispondere", "Con Sara"], Texts(page, "[aria-labelledby=open] .badge"));
    }

    [Fact]
    public async Task Search_narrows_both_lists()
    {
        await app.SayAsync("c1", "Luca Ferri", "operatore");
        await app.SayAsync("c2", "Anna Greco", "operatore");
        var page = Open(null);

        await page.Find("[type=search]").InputAsync("anna");

        Assert.Equal("Anna Greco", Assert.Single(Texts(page, ".line-name")));
    }

    [Theory]
    [InlineData(Language.Italian, "Immagine inviata dal cliente: crepa.png", "1,5 MB", "non più disponibile")]
    [InlineData(Language.English, "Picture sent by the customer: crepa.png", "1.5 MB", "no longer available")]
    public async Task Agent_sees_pictures_saves_other_files_and_reads_which_are_gone(Language language, string picture, string size, string gone)
    {
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        SentFile[] files = [await KeepAsync("crepa.png", "image/png", 3), await KeepAsync("<b>.svg", "image/svg+xml", 1_572_864), new("1-gone", "vecchia.png", "image/png", 3)];
        await app.Get<TurnRunner>().TakeAsync(
            new Incoming { Conversation = conversation, Input = new Input.CustomerSaid("ecco", files) }, CancellationToken.None);

        var page = Open(conversation, language);

        Assert.Equal("ecco", Texts(page, ".customer .words p")[^2]);
        var image = page.Find(".files .picture img");
        Assert.Equal((picture, $"/uploads/{files[0].Id}"), (image.GetAttribute("alt"), image.GetAttribute("src")));
        var link = page.Find(".files a.file");
        Assert.Equal(("<b>.svg", size, "<b>.svg"), (link.QuerySelector("span")!.TextContent, link.QuerySelector("small")!.TextContent, link.GetAttribute("download")));
        Assert.Equal([$"vecchia.png {gone}"], Texts(page, ".files .gone"));

        async Task<SentFile> KeepAsync(string name, string type, int bytes)
        {
            var content = new MemoryStream(new byte[bytes]);
            var keeping = await app.Get<Uploads>().KeepAsync(
                conversation, name, type, content.ReadAsync, new(long.MaxValue, long.MaxValue), CancellationToken.None);
            var kept = Assert.IsType<Keeping.Kept>(keeping).Upload;
            return new(kept.Id, kept.Name, kept.ContentType, kept.Bytes);
        }
    }

    [Theory]
    [InlineData(Language.Italian, "Modificato dal cliente", "Messaggio eliminato dal cliente")]
    [InlineData(Language.English, "Edited by the customer", "Message deleted by the customer")]
    public async Task What_the_customer_edits_or_deletes_changes_before_the_agents_eyes(Language language, string edited, string deleted)
    {
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        await SaidAsync(new Input.CustomerSaid("ordine BL-111", Message: "m1"));
        await SaidAsync(new Input.CustomerSaid("la mia password è pippo", Message: "m2"));
        var page = Open(conversation, language);
        Assert.Contains("pippo", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(edited, page.Markup, StringComparison.Ordinal);

        await SaidAsync(new Input.CustomerCorrected(app.Get<Journal>().Said(conversation, "m1")!, "ordine BL-222"));
        await SaidAsync(new Input.CustomerWithdrew(app.Get<Journal>().Said(conversation, "m2")!));

        await page.WaitForAssertionAsync(() => Assert.DoesNotContain("pippo", page.Markup, StringComparison.Ordinal));
        Assert.Contains("ordine BL-222", Texts(page, ".customer .words p"));
        Assert.DoesNotContain("BL-111", page.Markup, StringComparison.Ordinal);
        Assert.Contains(edited, page.Markup, StringComparison.Ordinal);
        Assert.Contains(deleted, page.Markup, StringComparison.Ordinal);

        Task SaidAsync(Input input) => app.Get<TurnRunner>().TakeAsync(
            new Incoming { Conversation = conversation, Input = input }, CancellationToken.None);
    }

    [Fact]
    public void Agent_who_reads_English_reads_English()
    {
        var page = Open(new ConversationId("nowhere"), Language.English);

        Assert.Equal("There is no such conversation.", page.Find(".talk.empty h2").TextContent);
        Assert.Equal(["Waiting 0", "Open 0"], Texts(page, ".queue h2"));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await app.DisposeAsync();
    }

    private IRenderedComponent<ConsolePage> Open(ConversationId? conversation, Language language = Language.Italian) =>
        browser.Render<ConsolePage>(page => page
            .Add(console => console.Conversation, conversation?.Value)
            .AddCascadingValue(new Staff(Davide, language)));

    private static Task SendAsync(IRenderedComponent<ConsolePage> page, string text, bool note) =>
        page.Find("[data-composer]").TriggerEventAsync("onsend", new SendEventArgs { Text = text, Note = note });

    private static List<string> Texts(IRenderedComponent<ConsolePage> page, string selector) =>
        [.. page.FindAll(selector).Select(element => element.TextContent.Trim())];
}
