namespace CareBot.SystemTests;

/// <summary>The chat page in a real browser: what it keeps, whom it names, which language it speaks.</summary>
public sealed class ChatPageTests
{
    [BrowserFact]
    public async Task Conversation_is_there_again_in_a_new_tab_and_is_one_in_two_tabs()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var visitor = await browser.VisitorAsync("it-IT");
        var closed = new ChatPage(await browser.OpenTabAsync(visitor, carebot.Address));
        await closed.SeeAsync("assistente automatico");
        await closed.SayAsync("quanto costa la spedizione, per favore?");
        await closed.SeeAsync("5,90");
        await closed.CloseAsync();

        var first = new ChatPage(await browser.OpenTabAsync(visitor, carebot.Address));
        var second = new ChatPage(await browser.OpenTabAsync(visitor, carebot.Address));
        await first.SeeAsync("5,90");
        await second.SeeAsync("5,90");
        await second.SayAsync("scritto nella seconda finestra");
        await first.SeeAsync("scritto nella seconda finestra");
        await first.SayAsync("scritto nella prima finestra");
        await second.SeeAsync("scritto nella prima finestra");
        foreach (var words in new[] { "la spedizione, per favore?", "nella prima finestra", "nella seconda finestra", "non sono una persona" })
        {
            Assert.Equal((1, 1), (await first.CountAsync(words), await second.CountAsync(words)));
        }

        await first.BeginAnewAsync();
        await second.LoseAsync("nella prima finestra");
        await second.SeeAsync("assistente automatico");
        await second.StayWithoutAsync("nella prima finestra");
        await second.SayAsync("buongiorno di nuovo");
        await first.SeeAsync("buongiorno di nuovo");
        await first.CloseAsync();
        await second.CloseAsync();

        var last = new ChatPage(await browser.OpenTabAsync(visitor, carebot.Address));
        await last.SeeAsync("buongiorno di nuovo");
        Assert.Equal(0, await last.CountAsync("la spedizione, per favore?"));
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task History_is_shown_in_one_piece_and_not_while_it_grows()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(carebot.Address, "it-IT");
        var customer = new ChatPage(page);
        for (var number = 1; number <= 6; number++)
        {
            await customer.SayAsync($"quanto costa la spedizione numero {number}, per favore?");
            await customer.SeeAsync($"numero {number}");
            await customer.UntilAnsweredAsync(number);
        }

        await page.AddInitScriptAsync("""
            window.seen = new Set();
            const look = () => {
              const bubbles = [...document.querySelectorAll("[class*='webchat__bubble__content']")];
              seen.add(bubbles.filter(bubble => bubble.checkVisibility({ visibilityProperty: true })).length);
              requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
            """);
        await customer.ReloadAsync();
        await customer.SeeAsync("numero 6");

        // What says who is here and what comes after the first word, six questions and six answers.
        Assert.Equal("0,13", await page.EvaluateAsync<string>("[...seen].join()"));
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task What_is_sent_before_the_chat_is_connected_goes_out_once_as_soon_as_it_is()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var visitor = await browser.VisitorAsync("it-IT");
        var connected = new TaskCompletionSource();
        await visitor.RouteAsync("**/v3/directline/conversations", async route =>
        {
            await connected.Task;
            await route.ContinueAsync();
        });
        var customer = new ChatPage(await browser.OpenTabAsync(visitor, carebot.Address));

        await customer.SayAsync("quanto costa la spedizione, per favore?");
        await customer.SayAsync("quanto costa la spedizione, per favore?");
        connected.SetResult();

        await customer.SeeAsync("5,90");
        Assert.Equal(1, await customer.CountAsync("la spedizione, per favore?"));
        Assert.Equal("", await customer.DraftAsync());
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Header_names_the_person_while_they_have_the_conversation_and_nobody_is_called_a_bot()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var customer = new ChatPage(await browser.OpenAsync(carebot.Address, "it-IT"));
        await customer.SeeAsync("assistente automatico");
        await customer.SeeAttendantAsync("Assistente automatico");
        await customer.SayAsync("vorrei parlare con un operatore");
        await customer.SeeAttendantAsync("In attesa di un collega");
        var desk = new DeskPage(await browser.OpenAsync(new Uri(carebot.Address, "desk"), "it-IT"));
        await desk.EnterAsync("Luca Bianchi");
        await desk.OpenAsync("vorrei parlare con un operatore");
        await desk.ClaimAsync();
        await customer.SeeAttendantAsync("Luca Bianchi · operatore");
        await desk.ReplyAsync("Buongiorno, mi dica tutto.");
        await customer.SeeAsync("mi dica tutto");

        var words = await customer.WordsAsync();
        Assert.Contains("L’assistenza ha scritto: Luca Bianchi: Buongiorno, mi dica tutto.", words, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)\bbot\b", words);
        await customer.ReloadAsync();
        await customer.SeeAttendantAsync("Luca Bianchi · operatore");

        await desk.CloseAsync();
        await customer.SeeAttendantAsync("Assistente automatico");
        Assert.Empty(browser.Complaints);

        // Word of the handoff is for programs: the page neither names it nor offers its transcript.
        var shown = await customer.WordsAsync();
        Assert.All(["handoff", "Transcript", "application/json"], program => Assert.DoesNotContain(program, shown, StringComparison.OrdinalIgnoreCase));
    }

    [BrowserFact]
    public async Task Page_turns_to_the_language_of_the_conversation_and_takes_neither_the_draft_nor_the_focus()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var customer = new ChatPage(await browser.OpenAsync(carebot.Address, "it-IT"));
        await customer.SeeAsync("assistente automatico");

        await customer.SayAsync("how do I get a refund, please");
        await customer.WriteAsync("and by the way");
        await customer.SeeAttendantAsync("Automated assistant");

        Assert.Equal(("en", "Customer care · Bottega Laguna"), (await customer.LanguageAsync(), await customer.TitleAsync()));
        Assert.Equal("Type your question", await customer.PlaceholderAsync());
        Assert.Equal(("and by the way", true), (await customer.DraftAsync(), await customer.IsWritingAsync()));
        Assert.Contains("New conversation", await customer.WordsAsync(), StringComparison.Ordinal);

        await customer.ReloadAsync();
        await customer.SeeAsync("30 days");
        Assert.Equal(("en", "Type your question"), (await customer.LanguageAsync(), await customer.PlaceholderAsync()));

        await customer.SayAsync("quanto costa la spedizione, per favore?");
        await customer.SeeAttendantAsync("Assistente automatico");
        Assert.Equal("Scriva la sua domanda", await customer.PlaceholderAsync());
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Titles_too_long_for_a_phone_go_on_in_the_next_line()
    {
        using var folder = new TemporaryFolder();
        await using var carebot = await CareBotProcess.StartAsync(folder.Path);
        await using var browser = await Browser.StartAsync();
        var customer = new ChatPage(await browser.OpenTabAsync(await browser.VisitorAsync("it-IT", width: 320), carebot.Address));

        await customer.SeeAsync("assistente automatico");
        await customer.SayAsync("reso");

        await customer.SeeAsync("di preciso");
        await customer.SeeButtonAsync("Nessuna di queste");
        Assert.Empty(await customer.CutButtonsAsync());
    }
}
