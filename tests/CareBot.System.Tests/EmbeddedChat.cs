using Microsoft.Playwright;

namespace CareBot.SystemTests;

/// <summary>What a customer does and sees where the chat is on a page of another site.</summary>
internal sealed class EmbeddedChat(IPage page)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private ILocator Launcher => page.Locator("carebot-chat button.launcher");

    private IFrameLocator Frame => page.FrameLocator("carebot-chat iframe");

    private ILocator Box => Frame.GetByRole(AriaRole.Textbox);

    public Task PressLauncherAsync() => Launcher.ClickAsync();

    public Task PressKeyAsync(string key) => page.Keyboard.PressAsync(key);

    public Task<string?> LauncherAsync(string attribute) => Launcher.GetAttributeAsync(attribute);

    /// <summary>Whether the focus is on the button.</summary>
    public Task<bool> IsLauncherFocusedAsync() => Launcher.EvaluateAsync<bool>("button => button.getRootNode().activeElement === button");

    /// <summary>Waits until the customer's next key goes into the field of the chat.</summary>
    public async Task BeWritingAsync() => await Frame.Locator("textarea:focus").WaitForAsync();

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    public Task SeeAsync(string words) => Bubbles(words).First.WaitForAsync();

    public Task<int> CountAsync(string words) => Bubbles(words).CountAsync();

    /// <summary>Waits until the button says how many messages are unread.</summary>
    public Task SeeBadgeAsync(string count) => page.Locator("carebot-chat .badge:visible").Filter(new() { HasText = count }).WaitForAsync();

    public Task<bool> HasBadgeAsync() => page.Locator("carebot-chat .badge").IsVisibleAsync();

    public Task<bool> IsOpenAsync() => page.Locator("carebot-chat .panel").IsVisibleAsync();

    public Task CloseByHeaderAsync() => Frame.Locator("#close").ClickAsync();

    /// <summary>Whether the page has the chat at all, once its scripts have run.</summary>
    public async Task<bool> IsThereAsync()
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return await page.Locator("carebot-chat").CountAsync() > 0;
    }

    /// <summary>Waits until an expression about the page is true. The page's policy forbids it to wait for that by itself.</summary>
    public async Task UntilAsync(string expression)
    {
        for (var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds; !await page.EvaluateAsync<bool>($"() => Boolean({expression})");)
        {
            Assert.True(Environment.TickCount64 < end, $"It never came true: {expression}");
            await Task.Delay(100);
        }
    }

    /// <summary>Waits until nothing of the chat is seen but its button.</summary>
    public Task BeClosedAsync() => page.Locator("carebot-chat .panel").WaitForAsync(new() { State = WaitForSelectorState.Hidden });

    public Task FollowLinkAsync() => page.GetByText("Altra pagina").ClickAsync();

    public Task ReloadAsync() => page.ReloadAsync();

    private ILocator Bubbles(string words) => Frame.Locator("[class*='webchat__bubble__content']").Filter(new() { HasText = words });
}
