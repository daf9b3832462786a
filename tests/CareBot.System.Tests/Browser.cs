using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CareBot.SystemTests;

/// <summary>Headless Chromium with what a page must not do: errors in its console, and requests that leave this machine.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser chromium;

    private Browser(IPlaywright playwright, IBrowser chromium)
    {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /// <summary>Console errors, policy violations, script errors and requests to other hosts, of all pages.</summary>
    public ConcurrentBag<string> Complaints { get; } = [];

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserFactAttribute.Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return new Browser(playwright, chromium);
    }

    /// <summary>A page of a visitor of their own: no cookies or storage are shared with others.</summary>
    public async Task<IPage> OpenAsync(Uri address, string locale) => await OpenTabAsync(await VisitorAsync(locale), address);

    /// <summary>A visitor who has no page open yet.</summary>
    public Task<IBrowserContext> VisitorAsync(string locale, int? width = null, ColorScheme look = ColorScheme.Light) => chromium.NewContextAsync(new()
    {
        Locale = locale,
        ColorScheme = look,
        TimezoneId = "Europe/Rome",
        ViewportSize = width is { } wide ? new() { Width = wide, Height = 800 } : null,
    });

    /// <summary>One more page of a visitor.</summary>
    /// <param name="visitor">Whose.</param>
    /// <param name="address">Which page.</param>
    /// <param name="others">What it may ask besides its own host.</param>
    public async Task<IPage> OpenTabAsync(IBrowserContext visitor, Uri address, params IReadOnlyList<Uri> others)
    {
        var page = await visitor.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        page.Console += (_, message) =>
        {
            // A service that is down is part of some tests; the page says so to people and the browser to its console.
            if (message.Type == "error" && !IsOutage(message.Text))
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            if (asked.Scheme is "http" or "https" or "ws" or "wss" && asked.Host != address.Host && others.All(other => asked.Host != other.Host))
            {
                Complaints.Add($"left the machine: {request.Url}");
            }
        };
        await page.GotoAsync(address.ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    private static bool IsOutage(string text) =>
        text.Contains("ERR_CONNECTION", StringComparison.Ordinal)
        || text.Contains("WebSocket", StringComparison.Ordinal)
        || text.Contains("Failed to fetch", StringComparison.Ordinal)
        || text.Contains("ERR_EMPTY_RESPONSE", StringComparison.Ordinal);
}
