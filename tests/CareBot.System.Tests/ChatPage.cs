using Microsoft.Playwright;

namespace CareBot.SystemTests;

/// <summary>What a customer does and sees on the page <c>/</c>.</summary>
internal sealed class ChatPage(IPage page)
{
    /// <summary>What the customer has written and not sent.</summary>
    public Task<string> DraftAsync() => Box.InputValueAsync();

    public Task<string?> PlaceholderAsync() => Box.GetAttributeAsync("placeholder");

    public Task<string?> LanguageAsync() => page.Locator("html").GetAttributeAsync("lang");

    public Task<string> TitleAsync() => page.TitleAsync();

    /// <summary>Whether typing goes on where it was.</summary>
    public Task<bool> IsWritingAsync() => Box.EvaluateAsync<bool>("box => box === document.activeElement");

    public async Task SayAsync(string text)
    {
        await WriteAsync(text);
        await Box.PressAsync("Enter");
    }

    public Task WriteAsync(string text) => Box.FillAsync(text);

    /// <summary>Writes into a form.</summary>
    public Task FillInAsync(string label, string text) => page.GetByLabel(label).FillAsync(text);

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    /// <summary>Waits until a message with these words is there.</summary>
    public Task SeeAsync(string words) => Bubbles(words).First.WaitForAsync();

    /// <summary>Waits until the service has said so many things after its greeting.</summary>
    public Task UntilAnsweredAsync(int times) => page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)").Nth(times).WaitForAsync();

    public Task SeeButtonAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.WaitForAsync();

    /// <summary>Waits until no message with these words is there.</summary>
    public Task LoseAsync(string words) => Bubbles(words).First.WaitForAsync(new() { State = WaitForSelectorState.Detached });

    /// <summary>Makes sure that a message with these words does not come back.</summary>
    public async Task StayWithoutAsync(string words)
    {
        // Long enough for two tries to get back.
        for (var look = 0; look < 30; look++)
        {
            Assert.Equal(0, await CountAsync(words));
            await Task.Delay(100);
        }
    }

    /// <summary>Chooses files by the button for it, and waits until the page names what will be sent.</summary>
    public async Task AttachAsync(params IEnumerable<(string Name, string Type, byte[] Bytes)> files)
    {
        await page.Locator("input[type='file']").SetInputFilesAsync(
            files.Select(file => new FilePayload { Name = file.Name, MimeType = file.Type, Buffer = file.Bytes }));
        await page.Locator("#attached:not([hidden])").WaitForAsync();
    }

    /// <summary>Sends what is in the field or attached to it.</summary>
    public Task SendAsync() => page.Locator(".webchat__send-button").ClickAsync();

    /// <summary>Waits until a picture of that name is shown, and whole.</summary>
    public Task SeePictureAsync(string name) => page.WaitForFunctionAsync(
        "name => [...document.images].some(image => image.alt === name && image.naturalWidth > 0)", name);

    /// <summary>Waits for words anywhere on the page.</summary>
    public Task SeeWordsAsync(string words) => page.GetByText(words).First.WaitForAsync();

    public Task<int> CountAsync(string words) => Bubbles(words).CountAsync();

    /// <summary>Waits until the header names them.</summary>
    public Task SeeAttendantAsync(string name) => page.Locator("#attendant").Filter(new() { HasTextString = name }).WaitForAsync();

    /// <summary>All that the page holds for eyes and for screen readers.</summary>
    public async Task<string> WordsAsync() => await page.Locator("body").TextContentAsync() ?? "";

    /// <summary>The buttons that stand out of the page or hide a part of what is on them.</summary>
    public async Task<IReadOnlyList<string>> CutButtonsAsync() => await page.Locator(".webchat__suggested-action").EvaluateAllAsync<string[]>("""
        buttons => buttons.filter(button => [button, ...button.querySelectorAll('*')].some(part =>
          part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline'
          || part.getBoundingClientRect().right > innerWidth)).map(button => button.textContent)
        """);

    public async Task BeginAnewAsync()
    {
        await page.Locator("#new").ClickAsync();
        await page.Locator("dialog[open] .first").ClickAsync();
    }

    public Task CloseAsync() => page.CloseAsync();

    public Task ReloadAsync() => page.ReloadAsync();

    // A form above it has boxes too.
    private ILocator Box => page.GetByRole(AriaRole.Textbox).Last;

    private ILocator Bubbles(string words) => page.Locator("[class*='webchat__bubble__content']").Filter(new() { HasText = words });
}
