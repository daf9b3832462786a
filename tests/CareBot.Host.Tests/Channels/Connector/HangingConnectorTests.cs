using System.Net.Http.Json;

namespace CareBot.Host.Tests.Channels.Connector;

/// <summary>A channel that takes calls and never answers them: its own customers wait, no others.</summary>
public class HangingConnectorTests
{
    /// <summary>More than there are workers.</summary>
    private const int Conversations = 40;

    [Fact]
    public async Task Channel_that_hangs_holds_up_no_customer_of_another()
    {
        await using var hanging = await FakeMicrosoft.StartAsync();
        await using var quick = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp();
        hanging.Hang();
        for (var number = 0; number < Conversations; number++)
        {
            await AskAsync(app, hanging.Url, $"hanging-{number}");
        }

        await AskAsync(app, quick.Url, "quick");

        // While the hanging channel keeps its calls: what follows would come after all of them have failed.
        Assert.Contains("assistente automatico", quick.Next().Text, StringComparison.Ordinal);
        Assert.Contains("5,90", quick.Next().Text, StringComparison.Ordinal);
        Assert.InRange(hanging.Calls.Count, 1, Conversations / 2);
    }

    [Fact]
    public async Task Channel_that_hung_gets_everything_in_order_when_it_goes_on()
    {
        await using var microsoft = await FakeMicrosoft.StartAsync();
        await using var app = new CareBotApp();
        microsoft.Hang();
        for (var number = 0; number < Conversations; number++)
        {
            await AskAsync(app, microsoft.Url, $"c{number}");
        }

        microsoft.GoOn();

        var sent = Enumerable.Range(0, 2 * Conversations).Select(_ => microsoft.Next()).ToList();
        Assert.All(
            sent.GroupBy(call => call.Path),
            calls => Assert.Equal([true, false], calls.Select(call => call.Text.Contains("assistente automatico", StringComparison.Ordinal))));
    }

    private static async Task AskAsync(CareBotApp app, string serviceUrl, string conversation)
    {
        using var response = await app.CreateClient().PostAsJsonAsync("/api/messages", new
        {
            type = "message",
            id = "a1",
            channelId = "emulator",
            serviceUrl,
            text = "quanto costa la spedizione?",
            locale = "it-IT",
            conversation = new { id = conversation },
            from = new { id = "29:anna", name = "Anna" },
            recipient = new { id = "28:bot", name = "CareBot" },
        });
        response.EnsureSuccessStatusCode();
    }
}
