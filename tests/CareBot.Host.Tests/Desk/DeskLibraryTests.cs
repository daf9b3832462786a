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

    private List<string> Scripts(ConversationId conversation) =>
        [.. app.Get<DeskLibrary>().Scripts(app.Get<DeskView>().Transcript(conversation)!).Select(script => script.Id.Value)];
}
