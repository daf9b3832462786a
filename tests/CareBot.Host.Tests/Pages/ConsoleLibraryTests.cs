using Bunit;
using CareBot.Answers;
using CareBot.Host.Desk;
using CareBot.Host.Pages;
using CareBot.Host.Pages.Console;
using CareBot.Host.Storage.Single;
using CareBot.Host.Tests.Desk;
using CareBot.Turns;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static CareBot.Host.Tests.Desk.Customers;

namespace CareBot.Host.Tests.Pages;

/// <summary>What the desk shows of the library: canned replies, scripts, titles, and the bot's words as they were written.</summary>
public sealed class ConsoleLibraryTests : IAsyncDisposable
{
    private readonly CareBotApp app = new();
    private readonly BunitContext browser = new();
    private readonly BunitJSModuleInterop compose;

    public ConsoleLibraryTests()
    {
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        compose = browser.JSInterop.SetupModule("./desk/compose.js");
        compose.Mode = JSRuntimeMode.Loose;
        browser.Services.AddSingleton(app.Get<DeskView>());
        browser.Services.AddSingleton(app.Get<CareDesk>());
        browser.Services.AddSingleton(app.Get<DeskFeed>());
        browser.Services.AddSingleton(app.Get<DeskLibrary>());
        browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task Ready_made_texts_are_there_for_the_agent_who_can_reply_and_for_nobody_else()
    {
        var conversation = await app.SayAsync("c1", "Luca Ferri", "operatore");
        var page = Open(conversation);
        Assert.Empty(page.FindAll("#replies, [data-opens=replies]"));

        await page.Find(".talk-head .button.primary").ClickAsync(new());

        // Canned replies and articles: the button says what its window offers.
        Assert.Equal("Testi pronti", page.Find("[data-opens=replies]").TextContent.Trim());
        Assert.Equal("Testi pronti", page.Find("#replies-title").TextContent);
        Assert.False(page.Find("#replies").HasAttribute("open"));
        Assert.NotEmpty(page.FindAll("#replies [role=option]"));
    }

    [Fact]
    public async Task Replies_narrow_as_the_agent_types_and_widen_again()
    {
        var page = await ClaimedAsync("Luca Ferri");
        var all = page.FindAll("[role=option]").Count;

        await Search(page).InputAsync("saluto i");
        Assert.Equal("Saluto iniziale", page.Find("[role=option][aria-selected=true] strong").TextContent);
        Assert.True(page.FindAll("[role=option]").Count < all);

        await Search(page).InputAsync("qwxz");
        Assert.Equal("Nessuna risposta pronta e nessun articolo corrisponde alla ricerca.", page.Find(".picker-none").TextContent);

        // The browser empties the field when Escape or anything else closes the list.
        await Search(page).InputAsync("");
        Assert.Equal(all, page.FindAll("[role=option]").Count);
    }

    [Fact]
    public async Task Arrows_go_through_the_replies_and_round()
    {
        var page = await ClaimedAsync("Luca Ferri");
        var ids = page.FindAll("[role=option]").Select(option => option.Id).ToList();

        Assert.Equal(ids[0], Search(page).GetAttribute("aria-activedescendant"));
        await Search(page).KeyDownAsync("ArrowDown");
        Assert.Equal(ids[1], Search(page).GetAttribute("aria-activedescendant"));
        await Search(page).KeyDownAsync("ArrowUp");
        await Search(page).KeyDownAsync("ArrowUp");
        Assert.Equal(ids[^1], Search(page).GetAttribute("aria-activedescendant"));
        Assert.Equal(ids[^1], Assert.Single(page.FindAll("[aria-selected=true]")).Id);
    }

    [Theory]
    [InlineData("Luca Ferri", "Buongiorno Luca Ferri, sono Davide, del servizio clienti di Bottega Laguna.")]
    [InlineData(null, "Buongiorno, sono Davide, del servizio clienti di Bottega Laguna.")]
    public async Task Chosen_reply_goes_into_the_field_filled_and_not_to_the_customer(string? customer, string expected)
    {
        var page = await ClaimedAsync(customer);

        await Search(page).InputAsync("saluto i");
        await Search(page).KeyDownAsync("Enter");

        var insert = compose.VerifyInvoke("insert");
        Assert.Equal("c1", insert.Arguments[0]);
        Assert.StartsWith(expected, Assert.IsType<string>(insert.Arguments[1]), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".bubble.agent"));
    }

    [Fact]
    public async Task Reply_can_be_chosen_by_pointing()
    {
        var page = await ClaimedAsync("Luca Ferri");

        await page.FindAll("[role=option]")[1].ClickAsync(new());

        Assert.Equal(page.FindAll("[role=option] .picker-text")[1].TextContent, compose.VerifyInvoke("insert").Arguments[1]);
    }

    [Fact]
    public async Task Articles_that_fit_the_customers_words_stand_before_the_canned_replies_and_apart_from_them()
    {
        var page = await ClaimedAsync("Luca Ferri", "quando arriva il rimborso?", "no", "sì");

        Assert.Equal(["Articoli", "Risposte pronte"], page.FindAll("#replies [role=group]").Select(group => group.GetAttribute("aria-label")));
        Assert.Equal("Già visto dal cliente", Assert.Single(page.FindAll("#replies .badge")).TextContent);
        Assert.Equal(page.Find("#replies [role=group] [role=option]").Id, Search(page).GetAttribute("aria-activedescendant"));

        // Whoever types knows what they want: first what is called so.
        await Search(page).InputAsync("saluto");
        Assert.Equal("Risposte pronte", page.Find("#replies [role=group]").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Chosen_article_goes_into_the_field_as_plain_text_with_its_id()
    {
        var page = await ClaimedAsync("Luca Ferri", "operatore");

        await Search(page).InputAsync("rimborso");
        await page.Find("#article-refund-times").ClickAsync(new());

        var insert = compose.VerifyInvoke("insert");
        Assert.Equal("refund-times", insert.Arguments[2]);
        Assert.DoesNotContain("**", Assert.IsType<string>(insert.Arguments[1]), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".bubble.agent"));
    }

    [Theory]
    [InlineData("refund-times", true)]
    [InlineData("reply-greeting", false)]
    [InlineData("no-such-article", false)]
    [InlineData(null, false)]
    public async Task Sent_words_are_recorded_with_the_article_that_they_were_made_from_where_there_is_one(string? article, bool expected)
    {
        var page = await ClaimedAsync("Luca Ferri", "operatore");

        await page.Find("form.composer").TriggerEventAsync("onsend", new SendEventArgs { Text = "Il rimborso arriva.", Article = article });

        var said = app.Get<Journal>().Read(new("c1"), 50).Select(entry => entry.Event).OfType<CareEvent.AgentSaid>().Single();
        Assert.Equal(expected ? new ArticleId("refund-times") : null, said.From?.Article);
        Assert.False(said.From?.IsConfirmed ?? false);
    }

    [Fact]
    public async Task Answers_that_the_customer_has_seen_are_called_by_their_titles()
    {
        var page = Open(await app.SayAsync("c1", "Luca Ferri", "quando arriva il rimborso?", "no"));

        var title = app.Get<DeskLibrary>().Title(new("refund-times"), Language.Italian);
        Assert.Equal(title, page.Find(".side .answers li > span:not(.badge)").TextContent);
        Assert.Contains(page.FindAll(".happened span"), line => line.TextContent == $"Risposta mostrata: {title}");
    }

    [Fact]
    public async Task Script_takes_the_place_of_the_facts_until_it_is_put_back()
    {
        var page = Open(await app.SayAsync("c1", "Luca Ferri", "operatore", "il pacco è in ritardo"));
        var title = page.Find(".side .script-line").TextContent.Trim();

        await page.Find(".side .script-line").ClickAsync(new());
        Assert.Equal(title, page.Find(".side .script h3").TextContent);
        Assert.NotEmpty(page.FindAll(".side .script .prose :is(h2, ul, blockquote)"));
        Assert.Empty(page.FindAll(".side .facts"));

        await page.Find(".side .script").KeyDownAsync("Escape");
        Assert.NotEmpty(page.FindAll(".side .facts"));
    }

    [Theory]
    [InlineData("**Reso**\n\n- uno\n- *due*", "<p><strong>Reso</strong></p>\n<ul>\n<li>uno</li>\n<li><em>due</em></li>\n</ul>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("[x](javascript:alert(1))", "<p><a>x</a></p>")]
    public void Words_of_the_bot_look_as_they_were_written_and_do_nothing(string markdown, string expected) =>
        Assert.Equal(expected, browser.Render<BotWords>(words => words.Add(bot => bot.Text, markdown)).Find(".prose").InnerHtml.Trim());

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await app.DisposeAsync();
    }

    private Task<IRenderedComponent<ConsolePage>> ClaimedAsync(string? customer) => ClaimedAsync(customer, "operatore");

    private async Task<IRenderedComponent<ConsolePage>> ClaimedAsync(string? customer, params string[] said)
    {
        var conversation = await app.SayAsync("c1", customer, said);
        await app.Get<CareDesk>().ClaimAsync(conversation, Davide, CancellationToken.None);
        return Open(conversation);
    }

    private IRenderedComponent<ConsolePage> Open(ConversationId conversation) => browser.Render<ConsolePage>(page => page
        .Add(console => console.Conversation, conversation.Value)
        .AddCascadingValue(new Staff(Davide, Language.Italian)));

    private static AngleSharp.Dom.IElement Search(IRenderedComponent<ConsolePage> page) => page.Find("#replies input");
}
