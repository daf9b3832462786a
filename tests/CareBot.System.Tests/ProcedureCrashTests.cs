namespace CareBot.SystemTests;

/// <summary>The process is killed at every step of a withdrawal: the run goes on where it was, and nothing is done twice.</summary>
public class ProcedureCrashTests
{
    private const string EventSecret = "what the shop signs with";

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    public async Task Withdrawal_goes_on_after_a_kill_at_each_step_and_does_nothing_twice(int millisecondsUntilKill)
    {
        using var folder = new TemporaryFolder();
        using var shop = await ShopProcess.StartAsync();
        await using var carebot = await CareBotProcess.StartAsync(
            folder.Path, [.. shop.Settings, $"--Connectors:EventSecret={EventSecret}"]);
        using var customer = await Visitor.ArriveAsync(carebot.Address);

        await SayAsync("vorrei restituire l'ordine BL-100007", "perché lo restituisce");
        await SayAsync("Ho cambiato idea", "Nome e cognome");
        await SayAsync("Chiara Zanin", "indirizzo e-mail");
        await SayAsync("chiara.zanin@example.com", "Conferma recesso?");
        await SayAsync("sì", "Ricevuta di recesso");
        Assert.Equal(1, await ShopProcess.TellAsync(carebot.Address, EventSecret, "e1", "goods.received", "BL-100007"));
        await KillAsync();
        Assert.Equal(0, await ShopProcess.TellAsync(carebot.Address, EventSecret, "e1", "goods.received", "BL-100007"));
        await HearAsync("Abbiamo disposto il rimborso");

        var done = await DoneAsync(4);
        Assert.Equal(["mail.send", "mail.send", "payments.refund", "shipments.label"], done.Order(StringComparer.Ordinal));
        var said = (await customer.HistoryAsync()).Select(message => Visitor.Text(message, "text")).ToList();
        Assert.Single(said, text => text.Contains("Ricevuta di recesso", StringComparison.Ordinal));
        Assert.Single(said, text => text.Contains("Abbiamo disposto il rimborso", StringComparison.Ordinal));
        Assert.Single(said, text => text.Contains("Conferma recesso?", StringComparison.Ordinal));

        async Task SayAsync(string text, string expected)
        {
            await customer.SayAsync(text);
            await KillAsync();
            await HearAsync(expected);
        }

        async Task KillAsync()
        {
            await Task.Delay(millisecondsUntilKill);
            await carebot.KillAsync();
            await carebot.StartAgainAsync();
        }

        async Task HearAsync(string expected)
        {
            for (var tries = 0; tries < 600; tries++)
            {
                if ((await customer.HistoryAsync()).Any(message => Visitor.Text(message, "text").Contains(expected, StringComparison.Ordinal)))
                {
                    return;
                }

                await Task.Delay(50);
            }

            Assert.Fail($"\"{expected}\" was never said.\n{carebot.Output}");
        }

        async Task<IReadOnlyList<string>> DoneAsync(int count)
        {
            for (var tries = 0; ; tries++)
            {
                var all = await shop.DoneAsync();
                if (all.Count >= count || tries == 200)
                {
                    return all;
                }

                await Task.Delay(50);
            }
        }
    }
}
