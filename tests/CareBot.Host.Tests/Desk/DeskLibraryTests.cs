using CareBot.Answers;
using CareBot.Host.Desk;

namespace CareBot.Host.Tests.Desk;

public sealed class DeskLibraryTests : IAsyncDisposable
{
    private readonly CareBotApp app = new();

    [Fact]
    public async Task Nothing_typed_lists_every_reply_of_the_language_once_and_by_title_what_does_not_fit_the_customers_words()
    {
        var replies = Replies(await app.SayAsync("c1", "Luca", "I want a human", "qwxz"), " ");

        Assert.True(replies.Count > DeskLibrary.RepliesMax);
        Assert.All(replies, reply => Assert.Equal((Language.English, ArticleKind.Reply), (reply.Language, reply.Kind)));
        Assert.Equal(replies.Count, replies.DistinctBy(reply => reply.Id).Count());
        var rest = replies.Skip(1 + DeskLibrary.FittingMax).ToList();
        Assert.Equal(rest.OrderBy(reply => reply.Title, StringComparer.InvariantCulture), rest);
    }

    [Fact]
    public async Task Greeting_comes_first_until_an_agent_has_written_and_then_what_fits_the_customers_words()
    {
        var conversation = await app.SayAsync("c1", "Luca", "operatore", "il corriere è in ritardo con la consegna");
        var desk = app.Get<CareDesk>();
        await desk.ClaimAsync(conversation, Customers.Davide, CancellationToken.None);

        var before = Replies(conversation, "");
        await desk.ReplyAsync(conversation, Customers.Davide, "Buongiorno", CancellationToken.None);
        var after = Replies(conversation, "");

        Assert.Equal("reply-greeting", before[0].Id.Value);
        Assert.Equal("delivery", before[1].Topic);
        Assert.Equal(before[1], after[0]);
    }

    [Theory]
    [InlineData("saluto i", "reply-greeting")]
    [InlineData("SALUTO F", "reply-goodbye")]
    [InlineData("ritar", "reply-apology-delay")]
    [InlineData("benvenuto", "reply-greeting")]
    public async Task Reply_is_found_by_the_beginning_of_its_title_by_a_word_of_it_or_by_what_it_is_about(string typed, string expected) =>
        Assert.Equal(expected, Replies(await app.SayAsync("c1", "Luca", "operatore"), typed)[0].Id.Value);

    [Theory]
    [InlineData("qwxz")]
    [InlineData("((((")]
    public async Task Words_of_no_reply_find_none(string typed) => Assert.Empty(Replies(await app.SayAsync("c1", "Luca", "operatore"), typed));

    [Theory]
    [InlineData("quando arriva il rimborso?", "refund-times")]
    [InlineData("when do I get my money back?", "refund-times")]
    public async Task Answers_are_those_that_the_bot_would_find_for_the_customers_words(string words, string expected)
    {
        var answers = Answers(await app.SayAsync("c1", "Luca", "operatore", words), "");

        Assert.Equal(expected, answers[0].Id.Value);
        Assert.InRange(answers.Count, 1, DeskLibrary.AnswersMax);
    }

    [Fact]
    public async Task Courtesies_and_the_wish_for_a_person_find_no_answers() =>
        Assert.Empty(Answers(await app.SayAsync("c1", "Luca", "buongiorno", "vorrei parlare con un operatore", "grazie"), ""));

    [Fact]
    public async Task What_the_customer_has_seen_comes_last_and_what_helped_not_at_all()
    {
        var refused = await app.SayAsync("c1", "Luca", "quando arriva il rimborso?", "no", "sì", "quanto costa fare un reso?");
        var helped = await app.SayAsync("c2", "Luca", "quando arriva il rimborso?", "sì", "operatore");

        Assert.Equal(["return-costs", "refund-times"], Answers(refused, "").Select(answer => answer.Id.Value));
        Assert.DoesNotContain(Answers(helped, ""), answer => answer.Id.Value == "refund-times");
    }

    [Theory]
    [InlineData("quanto costa la sp", "delivery-costs")]
    [InlineData("SPEDIZIONE", "delivery-costs")]
    [InlineData("soldi indietro", "refund-times")]
    public async Task Answer_is_found_by_its_title_or_by_what_it_is_about(string typed, string expected) =>
        Assert.Contains(Answers(await app.SayAsync("c1", "Luca", "operatore"), typed), answer => answer.Id.Value == expected);

    [Fact]
    public async Task No_customer_is_sent_what_is_not_for_them()
    {
        var root = Directory.CreateTempSubdirectory("carebot-desk-");
        try
        {
            foreach (var (id, field) in (KeyValuePair<string, string>[])
                [
                    new("open", ""), new("inside", "audience: internal\n"), new("draft", "status: draft\n"), new("past", "valid_to: 2020-01-01\n"),
                    new("phone", "channels: [phone]\n"), new("script", "kind: script\n"),
                ])
            {
                File.WriteAllText(
                    Path.Combine(root.FullName, $"{id}.md"), $"---\nid: {id}\nlang: it\ntitle: Come si cura il flurb {id}?\n{field}---\n\nIl flurb si cura **così**.\n");
            }

            File.WriteAllText(Path.Combine(root.FullName, "english.md"), "---\nid: english\nlang: en\ntitle: How is a flurb cured?\n---\n\nLike this.\n");
            await using var small = new CareBotApp(("Library:Path", root.FullName));
            var open = small.Get<DeskView>().Transcript(await small.SayAsync("c1", "Luca", "come si cura il flurb?", "operatore"))!;
            var library = small.Get<DeskLibrary>();

            Assert.Equal(["open"], library.Answers(open, "").Select(answer => answer.Id.Value));
            Assert.Equal(["open"], library.Answers(open, "flurb").Select(answer => answer.Id.Value));
            Assert.Equal("Il flurb si cura così.", library.Take(open, new("open"))!.Text);
            Assert.All((string[])["inside", "draft", "past", "phone", "script", "english", "gone"], id => Assert.Null(library.Take(open, new(id))));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Scripts_fit_what_the_customer_is_about()
    {
        var conversation = await app.SayAsync("c1", "Luca", "operatore", "il pacco è in ritardo, quando arriva?");

        var scripts = Scripts(conversation);

        Assert.Equal("late-delivery", scripts[0]);
        Assert.Equal(DeskLibrary.ScriptsMax, scripts.Count);
    }

    [Fact]
    public async Task Chat_is_given_no_scripts_for_calls()
    {
        var conversation = await app.SayAsync("c1", "Luca", "operatore", "come si chiude una telefonata?", "chiusura della telefonata");

        Assert.DoesNotContain(Scripts(conversation), script => script is "call-opening" or "call-closing");
    }

    [Fact]
    public async Task Customer_whose_words_say_nothing_is_met_with_the_general_scripts()
    {
        var conversation = await app.SayAsync("c1", "Luca", "qwxz");

        Assert.Equal(["chat-opening", "chat-closing"], Scripts(conversation));
    }

    [Fact]
    public void Article_is_called_by_its_title_and_one_that_is_gone_by_its_id()
    {
        var library = app.Get<DeskLibrary>();

        Assert.Equal("Saluto iniziale", library.Title(new("reply-greeting"), Language.Italian));
        Assert.NotEqual("reply-greeting", library.Title(new("reply-greeting"), Language.English));
        Assert.Equal("gone", library.Title(new("gone"), Language.Italian));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IReadOnlyList<Article> Replies(ConversationId conversation, string typed) =>
        app.Get<DeskLibrary>().Replies(app.Get<DeskView>().Transcript(conversation)!, typed);

    private IReadOnlyList<Article> Answers(ConversationId conversation, string typed) =>
        app.Get<DeskLibrary>().Answers(app.Get<DeskView>().Transcript(conversation)!, typed);

    private List<string> Scripts(ConversationId conversation) =>
        [.. app.Get<DeskLibrary>().Scripts(app.Get<DeskView>().Transcript(conversation)!).Select(script => script.Id.Value)];
}
