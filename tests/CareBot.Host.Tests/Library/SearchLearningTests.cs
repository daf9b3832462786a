using CareBot.Host.Desk;
using CareBot.Host.Library;
using CareBot.Host.Metrics;
using CareBot.Knowledge.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using static CareBot.Host.Tests.Desk.Customers;

namespace CareBot.Host.Tests.Library;

public class SearchLearningTests
{
    [Fact]
    public async Task What_customers_say_of_answers_is_what_the_search_learns_from()
    {
        await using var app = new CareBotApp();
        await app.SayAsync("c1", "Luca Ferri", "Quanto costa la spedizione?", "sì");
        await app.SayAsync("c2", "Anna Riva", "Come faccio un reso?", "no");
        await app.SayAsync("c3", "Ugo Neri", "Quanto costa la spedizione?");

        await app.Get<Projection>().CatchUpAsync(CancellationToken.None);
        var questions = await app.Get<MetricsStore>().QuestionsAsync(null, null, CancellationToken.None);

        Assert.Equal(
            [
                new Feedback("Quanto costa la spedizione?", Language.Italian, new("delivery-costs"), Right: true),
                new Feedback("Come faccio un reso?", Language.Italian, new("return-how-to"), Right: false),
            ],
            SearchLearning.Of(questions));
    }

    [Fact]
    public async Task Article_that_an_agent_sends_is_what_the_search_learns_from_and_a_rewritten_one_is_not()
    {
        await using var app = new CareBotApp();
        var desk = app.Get<CareDesk>();
        foreach (var (id, sent) in (KeyValuePair<string, Func<string, string>>[])
            [new("c1", text => $"Buongiorno Luca,\n{text}\nA presto!"), new("c2", _ => "Le faccio sapere io quanto costa, la chiamo oggi.")])
        {
            var conversation = await app.SayAsync(id, "Luca Ferri", "Come faccio un reso?", "no", "sì");
            await desk.ClaimAsync(conversation, Davide, CancellationToken.None);
            var article = app.Get<DeskLibrary>().Take(app.Get<DeskView>().Transcript(conversation)!, new("return-costs"))!;
            await desk.ReplyAsync(conversation, Davide, sent(article.Text), article, CancellationToken.None);
        }

        await app.Get<Projection>().CatchUpAsync(CancellationToken.None);
        var questions = await app.Get<MetricsStore>().QuestionsAsync(null, null, CancellationToken.None);

        Assert.Equal(
            [
                new Feedback("Come faccio un reso?", Language.Italian, new("return-costs"), Right: true),
                new Feedback("Come faccio un reso?", Language.Italian, new("return-how-to"), Right: false),
                new Feedback("Come faccio un reso?", Language.Italian, new("return-how-to"), Right: false),
            ],
            SearchLearning.Of(questions));
    }

    [Fact]
    public async Task Service_learns_when_nothing_has_changed_for_some_seconds_and_knows_it_at_the_next_start()
    {
        var root = Directory.CreateTempSubdirectory("carebot-learning-");
        try
        {
            var library = root.CreateSubdirectory("library").FullName;
            File.WriteAllText(Path.Combine(library, "hours.md"), "---\nid: hours\nlang: en\ntitle: When are you open?\n---\n\nFrom nine to five.\n");
            File.WriteAllText(Path.Combine(library, "price.md"), "---\nid: price\nlang: en\ntitle: What does it cost?\n---\n\nTen euro.\n");
            var data = root.CreateSubdirectory("data").FullName;
            var clock = new FakeTimeProvider(new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
            await using (var app = new CareBotApp(("Library:Learn", "true"), ("Library:Path", library)) { KeptFolder = data, Clock = clock })
            {
                var index = app.Get<LiveIndex>();
                Assert.False(index.Current.Index.IsTrained);
                for (var seconds = 0; !index.Current.Index.IsTrained; seconds++)
                {
                    Assert.True(seconds < 100, "the search has not learned");
                    clock.Advance(TimeSpan.FromSeconds(1));
                    await Task.Delay(50);
                }
            }

            await using var next = new CareBotApp(("Library:Path", library)) { KeptFolder = data };
            Assert.True(next.Get<LiveIndex>().Current.Index.IsTrained);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Service_that_is_told_not_to_learn_does_not()
    {
        await using var app = new CareBotApp();

        Assert.True(app.Services.GetServices<IHostedService>().OfType<SearchLearning>().Single().ExecuteTask!.IsCompletedSuccessfully);
    }
}
