namespace CareBot.SystemTests;

/// <summary>Procedures from end to end: a customer in Microsoft's unmodified Web Chat, the demonstration shop, a colleague at the desk.</summary>
public class ProcedureJourneyTests
{
    [BrowserFact]
    public async Task Customer_returns_an_order_asks_in_between_corrects_the_number_and_a_colleague_goes_on_with_it()
    {
        using var folder = new TemporaryFolder();
        using var shop = await ShopProcess.StartAsync();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path, shop.Settings);
        await using var browser = await Browser.StartAsync();
        var customer = await ArriveAsync(browser, carebot);

        await customer.SayAsync("vorrei fare un recesso");
        await customer.SeeAsync("Lo trova nella conferma");
        await customer.SayAsync("BL-100003");
        await customer.SeeAsync("su misura");
        await customer.SayAsync("scusi, l'ordine è BL-100007");
        await customer.SeeAsync("Ho corretto il numero");
        await customer.SeeAsync("perché lo restituisce");
        await customer.SayAsync("quanto costa la spedizione?");
        await customer.SeeAsync("5,90");
        await customer.PressAsync("Ho cambiato idea");
        await customer.SeeAsync("Nome e cognome");

        await customer.SayAsync("vorrei parlare con un operatore");
        await customer.SeeAsync("Passo la conversazione a un collega");
        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Giulia");
        await desk.OpenAsync("vorrei parlare con un operatore");
        await desk.ClaimAsync();
        await desk.SeeKnownAsync("Numero d'ordine", "BL-100007");
        await desk.ReplyAsync("Buongiorno, sono Giulia: il nome lo scrivo io, poi continua l'assistente.");
        await desk.FillAsync("Nome e cognome", "Chiara Zanin");
        await desk.GiveBackAsync();

        await customer.SeeAsync("indirizzo e-mail");
        await customer.SayAsync("chiara.zanin@example.com");
        await customer.SeeAsync("Chiara Zanin");
        await customer.PressAsync("Sì");
        await customer.SeeAsync("Ricevuta di recesso");

        Assert.Equal(1, await customer.CountAsync("Ricevuta di recesso"));
        Assert.Equal(["mail.send", "shipments.label"], await DoneAsync(shop, 2));
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Customer_reports_a_defect_with_a_photo_that_the_colleague_sees()
    {
        using var folder = new TemporaryFolder();
        using var shop = await ShopProcess.StartAsync();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path, shop.Settings);
        await using var browser = await Browser.StartAsync();
        var customer = await ArriveAsync(browser, carebot);

        await customer.SayAsync("vorrei segnalare un difetto dell'ordine BL-100007");
        await customer.SeeAsync("Che cosa non va?");
        await customer.SayAsync("il bollitore non scalda più");
        await customer.SeeAsync("Va bene anche una data approssimativa");
        await customer.SayAsync("ieri");
        await customer.SeeAsync("già stato riparato o sostituito");
        await customer.PressAsync("No");
        await customer.SeeAsync("due controlli rapidi");
        await customer.PressAsync("No");
        await customer.SeeAsync("Ha una foto del difetto");
        await customer.AttachAsync(("bollitore.png", "image/png", Dot));
        await customer.SendAsync();
        await customer.SeeAsync("preferisce la riparazione o la sostituzione");
        await customer.SayAsync("operatore");
        await customer.SeeAsync("Passo la conversazione a un collega");

        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Giulia");
        await desk.OpenAsync("operatore");
        await desk.SeePictureAsync("Immagine inviata dal cliente: bollitore.png");
        await desk.ClaimAsync();
        await desk.GiveBackAsync();

        await customer.PressAsync("Riparazione");
        await customer.SeeAsync("A quale indirizzo e-mail");
        await customer.SayAsync("chiara.zanin@example.com");
        await customer.SeeAsync("riparazione gratuita");
        await customer.PressAsync("Sì");
        await customer.SeeAsync("10 giorni lavorativi");
        Assert.Equal(["mail.send", "shipments.label"], await DoneAsync(shop, 2));
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Customer_checks_a_delivery_and_complains_and_colleagues_answer_from_their_list()
    {
        using var folder = new TemporaryFolder();
        using var shop = await ShopProcess.StartAsync();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path, shop.Settings);
        await using var browser = await Browser.StartAsync();
        var customer = await ArriveAsync(browser, carebot);

        await customer.SayAsync("vorrei seguire l'ordine BL-100005");
        await customer.SeeAsync("Per proteggere i suoi dati");
        await customer.SayAsync("chiara.zanin@example.com");
        await customer.SeeAsync("in viaggio");
        await customer.PressAsync("No");

        await customer.SayAsync("vorrei fare un reclamo");
        await customer.SeeAsync("Che cosa è successo");
        await customer.SayAsync("per tre giorni nessuno ha risposto alle mie mail");
        await customer.SeeAsync("una buona soluzione");
        await customer.SayAsync("vorrei le scuse");
        await customer.SeeAsync("Il reclamo riguarda un ordine?");
        await customer.PressAsync("Preferisco non dirlo");
        await customer.SeeAsync("Scrive per sé");
        await customer.PressAsync("Per me");
        await customer.SeeAsync("Ne aveva già parlato con noi");
        await customer.PressAsync("No");
        await customer.SeeAsync("una persona fragile");
        await customer.PressAsync("No");
        await customer.SeeAsync("nessuno ha risposto alle mie mail");
        await customer.PressAsync("Sì");
        await customer.SeeAsync("A quale indirizzo e-mail");
        await customer.SayAsync("chiara.zanin@example.com");
        await customer.SeeAsync("Ricevuta del reclamo");

        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Giulia");
        await desk.OpenAsync("Serve una persona");
        await desk.ChooseAsync("Esito", "Accolto");
        await desk.WriteAsync("Risposta al cliente", "Ha ragione: le chiediamo scusa.");
        await desk.WriteAsync("Rimborso o indennizzo (0 se non c'è)", "0");
        await desk.ChooseAsync("Se il caso può finire su stampa o social", "No");
        await desk.PressButtonAsync("Fatto");
        await desk.PressButtonAsync("Approva");

        await customer.SeeAsync("Ha ragione: le chiediamo scusa.");
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Customer_who_wants_a_person_out_of_hours_is_called_back()
    {
        using var folder = new TemporaryFolder();
        using var library = new TemporaryFolder();
        var open = Close(library.Path);
        using var shop = await ShopProcess.StartAsync();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path, [.. shop.Settings, $"--Library:Path={library.Path}"]);
        await using var browser = await Browser.StartAsync();
        var customer = await ArriveAsync(browser, carebot);

        await customer.SayAsync("vorrei essere richiamato");
        await customer.SeeAsync("assistenza è chiusa");
        await customer.PressAsync("Mi richiami");
        await customer.SayAsync("il rimborso che non arriva");
        await customer.SeeAsync("numero");
        await customer.SayAsync("041 5550123");
        await customer.SeeAsync("Quando le fa comodo");
        await customer.SayAsync($"{open.ToString("dddd", Italian)} tra le 10 e le 12");
        await customer.SeeButtonAsync("No");
        await customer.PressAsync("No");
        await customer.SeeAsync("dalle 10:00 alle 12:00");
        Assert.Empty(browser.Complaints);
    }

    private static readonly System.Globalization.CultureInfo Italian = System.Globalization.CultureInfo.GetCultureInfo("it-IT");

    /// <summary>The smallest picture there is.</summary>
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static async Task<ChatPage> ArriveAsync(Browser browser, CareBotProcess carebot)
    {
        var customer = new ChatPage(await browser.OpenAsync(carebot.Address, "it-IT"));
        await customer.SeeAsync("assistente automatico");
        return customer;
    }

    /// <summary>The shipped library of a company whose desk opens only in two days.</summary>
    private static DateTimeOffset Close(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(CareBotProcess.ShippedLibrary, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(CareBotProcess.ShippedLibrary, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        var model = Path.Combine(folder, "care-model.yaml");
        var open = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome")).AddDays(2);
        var day = open.ToString("ddd", System.Globalization.CultureInfo.InvariantCulture).ToLowerInvariant();
        File.WriteAllText(model, System.Text.RegularExpressions.Regex.Replace(
            File.ReadAllText(model), @"  week:\n(?:    .*\n)+", $"  week:\n    {day}: [\"09:00-18:00\"]\n"));
        return open;
    }

    private static async Task<IReadOnlyList<string>> DoneAsync(ShopProcess shop, int count)
    {
        for (var tries = 0; ; tries++)
        {
            var all = await shop.DoneAsync();
            if (all.Count >= count || tries == 200)
            {
                return [.. all.Order(StringComparer.Ordinal)];
            }

            await Task.Delay(50);
        }
    }
}
