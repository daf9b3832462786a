namespace CareBot.SystemTests;

/// <summary>A picture on its way from the customer's page to the colleague's, in a real browser and past real policies.</summary>
public sealed class UploadTests
{
    /// <summary>A red square of 8 by 8.</summary>
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4YuiNFTEMLQkAYNlQAZZNwZkAAAAASUVORK5CYII=");

    [BrowserFact]
    public async Task WC_9_Picture_and_document_reach_the_colleague_and_the_customer_sees_what_was_sent()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var customer = new ChatPage(await browser.OpenAsync(carebot.Address, "it-IT"));
        await customer.SeeAsync("assistente automatico");

        await customer.AttachAsync(("crepa.png", "image/png", Png), ("scontrino.pdf", "application/pdf", "%PDF"u8.ToArray()));
        await customer.SendAsync();
        await customer.SeeAsync("non so leggere immagini");
        await customer.SeePictureAsync("crepa.png");
        await customer.PressAsync("Parlare con una persona");
        await customer.SeeAsync("Passo la conversazione a un collega");

        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Giulia");
        await desk.OpenAsync("Parlare con una persona");
        await desk.SeePictureAsync("Immagine inviata dal cliente: crepa.png");
        await desk.SeeAsync("scontrino.pdf");

        await customer.ReloadAsync();
        await customer.SeePictureAsync("crepa.png");
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task File_that_the_service_would_not_take_is_refused_before_it_travels()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path, "--DirectLine:MaxUploadBytes=1048576");
        await using var browser = await Browser.StartAsync();
        var customer = new ChatPage(await browser.OpenAsync(carebot.Address, "it-IT"));
        await customer.SeeAsync("assistente automatico");

        await customer.AttachAsync(("piccola.png", "image/png", Png), ("enorme.bin", "application/octet-stream", new byte[1_048_576]));
        await customer.SeeWordsAsync("se ne possono inviare 10 alla volta, per 1 MB in tutto");
        await customer.SendAsync();
        await customer.SeeAsync("non so leggere immagini");

        Assert.DoesNotContain("enorme.bin", await customer.WordsAsync(), StringComparison.Ordinal);
        Assert.Empty(browser.Complaints);
    }
}
