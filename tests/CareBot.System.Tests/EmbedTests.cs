using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>The chat on the pages of a shop that is another site, in a real browser.</summary>
public sealed class EmbedTests
{
    private const string Secret = "a secret of the shop's server";

    [BrowserFact]
    public async Task Customer_of_a_shop_asks_closes_sees_the_badge_and_finds_the_conversation_on_every_page()
    {
        using var folder = new TemporaryFolder();
        var port = ShopSite.FreePort();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path, $"--DirectLine:TrustedOrigins:0=http://localhost:{port}");
        using var shop = new ShopSite(carebot.Address, "window.carebotSettings = { locale: 'it' };", port);
        await using var browser = await Browser.StartAsync();
        var visitor = await browser.VisitorAsync("it-IT");
        var customer = new EmbeddedChat(await browser.OpenTabAsync(visitor, shop.Address, carebot.Address));
        await customer.UntilAsync("window.carebot");
        await customer.UntilAsync("carebot.on('message', said => (window.told ??= []).push(said)) !== null");
        Assert.Equal(("Apri la chat con l’assistenza", "false"), (await customer.LauncherAsync("aria-label"), await customer.LauncherAsync("aria-expanded")));

        await customer.PressLauncherAsync();
        await customer.SeeAsync("assistente automatico");
        await customer.BeWritingAsync();
        await customer.SayAsync("quanto costa la spedizione, per favore?");
        await customer.SeeAsync("5,90");
        await customer.UntilAsync("window.told?.some(said => said.text.includes('5,90') && said.from === 'bot')");
        await customer.SayAsync("vorrei parlare con un operatore");
        await customer.SeeAsync("Passo la conversazione a un collega");
        await customer.PressKeyAsync("Escape");
        await customer.BeClosedAsync();
        Assert.True(await customer.IsLauncherFocusedAsync());
        Assert.False(await customer.HasBadgeAsync());

        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Giulia");
        await desk.OpenAsync("vorrei parlare con un operatore");
        await desk.ClaimAsync();
        await desk.ReplyAsync("Buongiorno, mi dica tutto.");
        await customer.SeeBadgeAsync("2");
        Assert.Equal("Apri la chat con l’assistenza: 2 messaggi non letti", await customer.LauncherAsync("aria-label"));

        // Another page of the shop: what is unread is still so, and the conversation is the same.
        await customer.FollowLinkAsync();
        await customer.SeeBadgeAsync("2");
        await customer.PressLauncherAsync();
        await customer.SeeAsync("mi dica tutto");
        Assert.Equal((1, 1), (await customer.CountAsync("la spedizione, per favore?"), await customer.CountAsync("non sono una persona")));
        Assert.False(await customer.HasBadgeAsync());

        // Open stays open.
        await customer.ReloadAsync();
        await customer.SeeAsync("mi dica tutto");
        Assert.True(await customer.IsOpenAsync());
        await customer.CloseByHeaderAsync();
        await customer.BeClosedAsync();
        Assert.Equal("false", await customer.LauncherAsync("aria-expanded"));
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Site_that_is_not_listed_gets_neither_the_button_nor_the_frame()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path, "--DirectLine:TrustedOrigins:0=http://localhost:1");
        using var stranger = new ShopSite(carebot.Address, "", ShopSite.FreePort());
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenTabAsync(await browser.VisitorAsync("it-IT"), stranger.Address, carebot.Address);

        Assert.False(await new EmbeddedChat(page).IsThereAsync());
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("is not in DirectLine:TrustedOrigins", StringComparison.Ordinal));

        // Nor does a frame of the stranger's own making show the page.
        await page.EvaluateAsync(
            "address => { const frame = document.createElement('iframe'); frame.src = address; document.body.append(frame); }",
            $"{carebot.Address}?embed={stranger.Address.GetLeftPart(UriPartial.Authority)}");
        await new EmbeddedChat(page).UntilAsync("document.querySelector('iframe').contentDocument === null");
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("frame-ancestors", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Customer_who_is_signed_in_at_the_shop_has_their_own_conversation_and_the_next_one_does_not_see_it()
    {
        using var folder = new TemporaryFolder();
        var port = ShopSite.FreePort();
        await using var carebot = await CareBotProcess.StartAsync(
            folder.Path, $"--DirectLine:TrustedOrigins:0=http://localhost:{port}", $"--DirectLine:Secrets:0={Secret}");
        var anna = await TokenAsync(carebot.Address, "dl_anna-7f3a", "Anna Greco");
        var annaAgain = await TokenAsync(carebot.Address, "dl_anna-7f3a", "Anna Greco");
        var luca = await TokenAsync(carebot.Address, "dl_luca-1c9e", "Luca Ferri");
        using var shop = new ShopSite(carebot.Address, $$"""
            const tokens = { anna: '{{anna}}', again: '{{annaAgain}}', luca: '{{luca}}' };
            window.carebotSettings = { token: async () => tokens[localStorage.getItem('customer')] };
            """, port);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenTabAsync(await browser.VisitorAsync("it-IT"), shop.Address, carebot.Address);
        var customer = new EmbeddedChat(page);

        await SignInAsync("anna");
        await customer.PressLauncherAsync();
        await customer.SeeAsync("assistente automatico");
        await customer.SayAsync("vorrei parlare con un operatore");
        await customer.SeeAsync("Passo la conversazione a un collega");

        // A new token for the same customer leads to the same conversation.
        await SignInAsync("again");
        await customer.SeeAsync("Passo la conversazione a un collega");

        await SignInAsync("luca");
        await customer.SeeAsync("assistente automatico");
        Assert.Equal(0, await customer.CountAsync("vorrei parlare con un operatore"));

        await SignInAsync("nobody");
        await customer.SeeAsync("assistente automatico");
        Assert.Equal(0, await customer.CountAsync("vorrei parlare con un operatore"));

        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Giulia");
        await desk.SeeAsync("Anna Greco");
        Assert.Empty(browser.Complaints);

        async Task SignInAsync(string who)
        {
            await page.EvaluateAsync("who => localStorage.setItem('customer', who)", who);
            await page.ReloadAsync();
            await customer.UntilAsync("window.carebot");
        }
    }

    /// <summary>As the shop's server asks for it.</summary>
    private static async Task<string> TokenAsync(Uri service, string id, string name)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var answer = await http.PostAsJsonAsync(new Uri(service, "v3/directline/tokens/generate"), new { user = new { id, name } });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }
}
