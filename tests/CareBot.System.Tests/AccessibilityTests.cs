using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CareBot.SystemTests;

/// <summary>The chat for everybody: by axe's rules in each language and look, and with the keyboard alone.</summary>
public sealed class AccessibilityTests
{
    private static readonly Words Italian = new(
        "it-IT", "Quanto costa la spedizione?", "5,90", "Vorrei parlare con una persona", "Passo la conversazione a un collega");

    private static readonly Words English = new(
        "en-US", "How do I get a refund?", "30 days", "I want to talk to a person", "passing this conversation to a colleague");

    [BrowserFact]
    public async Task WC_7_Axe_finds_nothing_serious_on_the_page_in_either_language_light_and_dark_wide_and_narrow()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        foreach (var (words, look, width) in new[]
        {
            (Italian, ColorScheme.Light, 1200), (English, ColorScheme.Light, 360), (Italian, ColorScheme.Dark, 360), (English, ColorScheme.Dark, 1200),
        })
        {
            var page = await browser.OpenTabAsync(await browser.VisitorAsync(words.Locale, width, look), carebot.Address);
            var customer = new ChatPage(page);
            await customer.SayAsync(words.Question);
            await customer.SeeAsync(words.Answer);
            Assert.Empty(await FoundAsync(page));

            await customer.SayAsync(words.Wish);
            await customer.SeeAsync(words.Promise);
            await page.Locator(".ac-adaptiveCard").WaitForAsync();
            Assert.Empty(await FoundAsync(page));

            await customer.AttachAsync(("scontrino.pdf", "application/pdf", "%PDF"u8.ToArray()));
            Assert.Empty(await FoundAsync(page));
            await customer.SendAsync();
            await page.Locator("a[href*='/uploads/'][download]").WaitForAsync();
            Assert.Empty(await FoundAsync(page));

            await page.Locator("#new").ClickAsync();
            Assert.Empty(await FoundAsync(page));
        }
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_serious_on_the_page_of_a_shop_with_the_chat_in_it()
    {
        using var folder = new TemporaryFolder();
        var port = ShopSite.FreePort();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path, $"--DirectLine:TrustedOrigins:0=http://localhost:{port}");
        using var shop = new ShopSite(carebot.Address, "", port);
        await using var browser = await Browser.StartAsync();
        foreach (var (words, look) in new[] { (Italian, ColorScheme.Light), (English, ColorScheme.Dark) })
        {
            var page = await browser.OpenTabAsync(await browser.VisitorAsync(words.Locale, 400, look), shop.Address, carebot.Address);
            var customer = new EmbeddedChat(page);
            await customer.UntilAsync("window.carebot");
            Assert.Empty(await FoundAsync(page));

            await customer.PressLauncherAsync();
            await customer.SayAsync(words.Question);
            await customer.SeeAsync(words.Answer);
            Assert.Empty(await FoundAsync(page));
        }
    }

    [BrowserFact]
    public async Task Keyboard_alone_asks_chooses_fills_in_the_form_and_begins_anew()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(carebot.Address, Italian.Locale);
        var customer = new ChatPage(page);
        await customer.SeeAsync("assistente automatico");

        await TabToAsync(page, "textarea[data-id='webchat-sendbox-input']");
        await page.Keyboard.TypeAsync("reso");
        await page.Keyboard.PressAsync("Enter");
        await customer.SeeButtonAsync("Nessuna di queste");
        await TabToAsync(page, ".webchat__suggested-action, .webchat__suggested-actions *");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".webchat__bubble--from-user").Nth(1).WaitForAsync();

        await TabToAsync(page, "textarea[data-id='webchat-sendbox-input']");
        await page.Keyboard.TypeAsync("operatore");
        await page.Keyboard.PressAsync("Enter");
        await customer.SeeAsync(Italian.Promise);

        // Web Chat's way into a message is Enter on the transcript, and out of it Escape.
        await TabToAsync(page, ".webchat__basic-transcript");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, ".ac-adaptiveCard textarea");
        await page.Keyboard.TypeAsync("Il vaso è arrivato rotto");
        await TabToAsync(page, ".ac-pushButton");
        await page.Keyboard.PressAsync("Enter");
        await customer.SeeAsync("ho aggiunto questi dettagli");

        await page.Keyboard.PressAsync("Escape");
        await TabToAsync(page, "#new");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("dialog[open]").WaitForAsync();
        await TabToAsync(page, "dialog[open] .first");
        await page.Keyboard.PressAsync("Enter");
        await customer.LoseAsync("operatore");
        await customer.SeeAsync("assistente automatico");
    }

    /// <summary>Goes from field to field until the focus is where it should be: never by a mouse, and never for ever.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        const int stepsMax = 60;
        for (var step = 0; step < stepsMax; step++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard never comes to {selector}.");
    }

    private static async Task<IEnumerable<string>> FoundAsync(IPage page) =>
        from rule in (await page.RunAxe()).Violations
        where rule.Impact is "serious" or "critical"
        select $"{rule.Id}: {string.Join(" · ", rule.Nodes.Select(node => node.Html))}";

    private sealed record Words(string Locale, string Question, string Answer, string Wish, string Promise);
}
