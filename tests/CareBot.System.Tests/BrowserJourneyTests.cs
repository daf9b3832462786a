using System.Text.Json;

namespace CareBot.SystemTests;

/// <summary>The whole product in a real browser: a customer on Microsoft's unmodified Web Chat, a colleague at the desk.</summary>
public class BrowserJourneyTests
{
    [BrowserFact]
    public async Task Customer_asks_chooses_doubts_and_is_helped_by_a_person_at_the_desk()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();

        var customer = new ChatPage(await browser.OpenAsync(carebot.Address, "it-IT"));
        await customer.SeeAsync("assistente automatico");
        await customer.SayAsync("quanto costa la spedizione, per favore?");
        await customer.SeeAsync("5,90");
        await customer.SayAsync("how do I get a refund");
        await customer.SeeAsync("30 days");
        await customer.SayAsync("reso");
        await customer.PressAsync("Quanto costa fare un reso?");
        await customer.SeeAsync("4,90");
        await customer.PressAsync("No");
        await customer.SeeAsync("Mi dispiace");

        await customer.ReloadAsync();
        await customer.SeeAsync("Mi dispiace");
        Assert.Equal(1, await customer.CountAsync("la spedizione, per favore?"));
        Assert.Equal(1, await customer.CountAsync("non sono una persona"));

        await customer.SayAsync("vorrei parlare con un operatore");
        await customer.SeeAsync("Passo la conversazione a un collega");

        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Giulia");
        await desk.OpenAsync("vorrei parlare con un operatore");
        await desk.SeeAsync("la spedizione, per favore?");
        await desk.ClaimAsync();
        await customer.SeeAsync("Giulia è in chat con lei");
        await desk.ReplyAsync("Buongiorno, sono Giulia: mi dica tutto.");
        await customer.SeeAsync("mi dica tutto");
        await customer.SayAsync("il vaso che ho preso non mi piace");
        await desk.SeeAsync("il vaso che ho preso non mi piace");

        await desk.CloseAsync();
        await customer.SeeAsync("Come valuta");
        await customer.PressAsync("5");
        await customer.SeeAsync("Grazie per la valutazione");

        Assert.Empty(browser.Complaints);
        var report = await CommandLine.RunAsync("metrics", "report", "--data", folder.Path, "--json");
        var figures = JsonDocument.Parse(report.Output).RootElement;
        Assert.Equal(1, figures.GetProperty("contacts").GetInt32());
        Assert.Equal(1, figures.GetProperty("handoffs").GetInt32());
        Assert.Equal(5, figures.GetProperty("rating").GetProperty("mean").GetDouble());
        Assert.Equal(0, figures.GetProperty("helpful").GetDouble());
    }

    [BrowserFact]
    public async Task Agent_answers_from_the_library_by_keyboard_and_editors_learn_what_the_bot_should_have_found()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var customer = new ChatPage(await browser.OpenAsync(carebot.Address, "it-IT"));
        await customer.SeeAsync("assistente automatico");
        await customer.SayAsync("quanto costa fare un reso se il divano non mi piace");
        await customer.SeeAsync("4,90");
        await customer.PressAsync("No");
        await customer.SeeAsync("Mi dispiace");
        await customer.SayAsync("sì");
        await customer.SeeAsync("Passo la conversazione a un collega");

        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Giulia");
        await desk.OpenAsync("sì");
        await desk.ClaimAsync();

        // An article that is written over is the agent's own words.
        await desk.TakeFirstAsync("Come faccio un reso?");
        await desk.ReplyAsync("Buongiorno, guardo subito.");
        await desk.TakeFirstAsync("Come faccio un reso?");
        await desk.PressAsync("Enter");
        await desk.SeeAsync("Dall'articolo: Come faccio un reso?");
        await customer.SeeAsync("Imballi bene l'articolo");

        Assert.Equal(1, await desk.CountAsync("Dall'articolo:"));
        Assert.Empty(browser.Complaints);
        var gaps = await CommandLine.RunAsync("library", "gaps", "--json", "--data", folder.Path, "--library", CareBotProcess.ShippedLibrary);
        var gap = Assert.Single(JsonDocument.Parse(gaps.Output).RootElement.GetProperty("gaps").EnumerateArray());
        Assert.Equal("agentsFoundIt", gap.GetProperty("why").GetProperty("is").GetString());
        Assert.Equal("return-how-to", gap.GetProperty("why").GetProperty("article").GetString());
        Assert.Equal(1, gap.GetProperty("outcomes").GetProperty("didNotHelp").GetInt32());
    }

    [BrowserFact]
    public async Task Service_that_is_killed_in_the_middle_comes_back_with_everything_and_the_pages_follow()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var customer = new ChatPage(await browser.OpenAsync(carebot.Address, "en-GB"));
        await customer.SeeAsync("automated assistant");
        await customer.SayAsync("how do I get a refund, please");
        await customer.SeeAsync("30 days");
        await customer.SayAsync("I want to talk to a person");
        await customer.SeeAsync("I'm passing this conversation");
        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Marco");
        await desk.OpenAsync("I want to talk to a person");

        await carebot.KillAsync();
        await carebot.StartAgainAsync();

        // A new circuit: the desk page comes back by itself or by a reload; what it shows is what was there.
        var again = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await again.EnterAsync("Marco");
        await again.OpenAsync("I want to talk to a person");
        await again.ClaimAsync();
        await again.ReplyAsync("Good morning, Marco here.");
        await customer.SeeAsync("Marco has joined the chat");
        await customer.SeeAsync("Good morning, Marco here.");
        Assert.Equal(1, await customer.CountAsync("a refund, please"));
        Assert.Equal(1, await customer.CountAsync("I'm passing this conversation"));
        // While the service is down browsers complain, and rightly; a broken policy would be another matter.
        Assert.DoesNotContain(browser.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
