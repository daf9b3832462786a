using CareBot.Answers;
using CareBot.Desk;
using CareBot.Host.Desk;
using static CareBot.Host.Tests.Desk.Customers;

namespace CareBot.Host.Tests.Desk;

public class DeskViewTests
{
    [Fact]
    public async Task Queue_is_as_it_was_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("carebot-").FullName;
        DeskLists before;
        await using (var app = new CareBotApp { KeptFolder = folder })
        {
            await app.SayAsync("c1", "Luca Ferri", "operatore");
            await app.SayAsync("c2", null, "operatore", "ho fretta");
            await app.Get<CareDesk>().ClaimAsync(await app.SayAsync("c3", "Anna Greco", "operatore"), Sara, CancellationToken.None);
            before = app.Get<DeskView>().Lists();
        }

        await using (var restarted = new CareBotApp { KeptFolder = folder })
        {
            var after = restarted.Get<DeskView>().Lists();

            Assert.Equal(["c1", "c2"], after.Waiting.Select(line => line.Id.Value));
            Assert.Equal(before.Waiting, after.Waiting);
            Assert.Equal(before.Open, after.Open);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Line_tells_the_last_words_and_whether_they_await_a_reply()
    {
        await using var app = new CareBotApp();
        var conversation = await app.SayAsync("c1", null, "operatore", "la gamba del\ntavolo è rotta");
        await app.Get<CareDesk>().ClaimAsync(conversation, Davide, CancellationToken.None);

        var asked = Assert.Single(app.Get<DeskView>().Lists().Open).Last;
        await app.Get<CareDesk>().ReplyAsync(conversation, Davide, "Mi manda una foto?", CancellationToken.None);
        var answered = Assert.Single(app.Get<DeskView>().Lists().Open).Last;

        Assert.Equal(("la gamba del tavolo è rotta", true), (asked.Text, asked.AwaitsReply));
        Assert.Equal(("Mi manda una foto?", false), (answered.Text, answered.AwaitsReply));
    }

    [Fact]
    public async Task Transcript_tells_in_order_what_was_said_and_what_happened()
    {
        await using var app = new CareBotApp();
        var conversation = await app.SayAsync("c1", "Luca Ferri", "quando arriva il rimborso?", "no", "operatore");
        await app.Get<CareDesk>().ClaimAsync(conversation, Davide, CancellationToken.None);
        await app.Get<CareDesk>().NoteAsync(conversation, Davide, "controllare la banca", CancellationToken.None);
        await app.Get<CareDesk>().ReplyAsync(conversation, Davide, "Controllo subito.", CancellationToken.None);

        var transcript = app.Get<DeskView>().Transcript(conversation);

        Assert.NotNull(transcript);
        Assert.Equal(
            [
                "ContactStarted", "Customer", "Bot", "Answered", "Bot", "Customer", "HelpJudged", "Bot", "Customer", "HandoffInitiated",
                "Bot", "HandoffAccepted", "Bot", "Note", "Reply",
            ],
            transcript.Entries.Select(entry => entry is DeskEntry.Happened happened ? happened.Event.GetType().Name : entry.GetType().Name));
        Assert.Equal(HandoffReason.Offered, transcript.Reason);
        Assert.Equal([new ShownAnswer(new ArticleId("refund-times"), false)], transcript.Answers);
        Assert.False(transcript.IsCut);
    }

    [Fact]
    public async Task Long_transcript_shows_its_end_and_says_that_it_is_cut()
    {
        await using var app = new CareBotApp();
        var conversation = await app.SayAsync("c1", null, ["operatore", .. Enumerable.Range(0, 510).Select(n => $"riga {n}")]);

        var transcript = app.Get<DeskView>().Transcript(conversation);

        Assert.NotNull(transcript);
        Assert.True(transcript.IsCut);
        Assert.Equal("riga 509", Assert.IsType<DeskEntry.Customer>(transcript.Entries[^1]).Text);
    }

    [Fact]
    public async Task Conversation_that_nobody_opened_has_no_transcript()
    {
        await using var app = new CareBotApp();

        Assert.Null(app.Get<DeskView>().Transcript(new("nowhere")));
    }
}
