using Microsoft.Playwright;

namespace CareBot.SystemTests;

/// <summary>What a colleague does and sees on the page <c>/desk</c>.</summary>
internal sealed class DeskPage(IPage page)
{
    public async Task EnterAsync(string name)
    {
        await page.GetByLabel("Nome").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Entra" }).ClickAsync();
        await page.WaitForURLAsync("**/desk");
    }

    /// <summary>Opens the conversation whose last words are these, once it is in the list.</summary>
    public async Task OpenAsync(string lastWords)
    {
        var line = page.Locator("a[data-line]").Filter(new() { HasText = lastWords }).First;
        await line.WaitForAsync();

        // The list is drawn anew while the page comes to life, and again when it hears news: a click may fall between.
        await page.GotoAsync(new Uri(new Uri(page.Url), await line.GetAttributeAsync("href")).ToString());
    }

    /// <summary>Takes the conversation and waits until the page lets the colleague reply: before that they can only leave notes.</summary>
    public async Task ClaimAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Prendi in carico" }).ClickAsync();
        await page.Locator("[data-kinds]").WaitForAsync();
    }

    public async Task ReplyAsync(string text)
    {
        var box = page.Locator("textarea[name='text']");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>Opens the list of replies and articles, and puts the one on top, of this title, into the field.</summary>
    public async Task TakeFirstAsync(string title)
    {
        await page.Locator("textarea[name='text']").PressAsync("/");
        await page.Locator("#replies[open] [aria-selected='true']").Filter(new() { HasText = title }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#replies:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Presses a key in the field, as it is.</summary>
    public Task PressAsync(string key) => page.Locator("textarea[name='text']").PressAsync(key);

    public Task<int> CountAsync(string words) => page.GetByText(words).CountAsync();

    /// <summary>Waits until the procedure knows something.</summary>
    public Task SeeKnownAsync(string label, string text) => Known(label).Filter(new() { HasText = text }).WaitForAsync();

    /// <summary>Fills in for the customer what a procedure must know.</summary>
    public async Task FillAsync(string label, string text)
    {
        await Known(label).GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator(".run-fill :is(input, select, textarea):visible").FillAsync(text);
        await PressButtonAsync("Salva");
        await SeeKnownAsync(label, text);
    }

    /// <summary>Gives the conversation back to the bot, which goes on with the procedure.</summary>
    public Task GiveBackAsync() => PressButtonAsync("Ridai all'assistente");

    public Task PressButtonAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Writes into a field of a task.</summary>
    public async Task WriteAsync(string label, string text)
    {
        await Field(":is(input, textarea)", label).FillAsync(text);
        await Field(":is(input, textarea)", label).BlurAsync();
    }

    /// <summary>Chooses in a field of a task.</summary>
    public Task ChooseAsync(string label, string option) => Field("select", label).SelectOptionAsync(option);

    // What stands beside a conversation is there twice, once for narrow screens.
    private ILocator Known(string label) => page.Locator($"dt:text-is(\"{label}\"):visible + dd");

    private ILocator Field(string kind, string label) => page.Locator($".run-task label:has-text(\"{label}\") {kind}:visible").First;

    public async Task CloseAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Chiudi", Exact = true }).First.ClickAsync();
        await page.Locator("dialog[open] .primary").ClickAsync();
    }

    /// <summary>Waits until a picture with these words for those who cannot see it is shown, and whole.</summary>
    public Task SeePictureAsync(string words) => page.WaitForFunctionAsync(
        "words => [...document.images].some(image => image.alt === words && image.naturalWidth > 0)", words);

    public Task SeeAsync(string words) => page.GetByText(words).First.WaitForAsync();
}
