namespace CareBot.SystemTests;

/// <summary>The form that a customer may fill in while they wait: a card in the chat, words at the desk.</summary>
public sealed class FormTests
{
    [BrowserFact]
    public async Task WC_5_What_a_customer_fills_in_while_they_wait_lies_before_the_colleague()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var customer = new ChatPage(await browser.OpenAsync(carebot.Address, "it-IT"));
        await customer.SayAsync("operatore");
        await customer.SeeAsync("Passo la conversazione a un collega");

        await customer.FillInAsync("Di che cosa ha bisogno?", "Il vaso è arrivato rotto");
        await customer.FillInAsync("Numero d'ordine, se ce l'ha", "BL-204518");
        await customer.PressAsync("Aggiungi i dettagli");
        await customer.SeeAsync("ho aggiunto questi dettagli");

        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Giulia");
        await desk.OpenAsync("Il vaso è arrivato rotto");
        await desk.SeeAsync("Numero d'ordine: BL-204518");
        Assert.Empty(browser.Complaints);
    }
}
