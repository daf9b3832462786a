using Microsoft.Playwright;

namespace CareBot.SystemTests;

/// <summary>What a customer does and sees on the page <c>/</c>.</summary>
internal sealed class ChatPage(IPage page)
{
    public async Task SayAsync(string text)
    {
        var box = page.GetByRole(AriaRole.Textbox);
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    /// <summary>Waits until a message with these words is there.</summary>
    public Task SeeAsync(string words) => Bubbles(words).First.WaitForAsync();

    public Task<int> CountAsync(string words) => Bubbles(words).CountAsync();

    public Task ReloadAsync() => page.ReloadAsync();

    private ILocator Bubbles(string words) => page.Locator("[class*='webchat__bubble__content']").Filter(new() { HasText = words });
}
