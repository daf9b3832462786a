using CareBot.Host.Library;
using CareBot.Host.Metrics;
using CareBot.Knowledge.Search;
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
    public async Task Service_that_is_told_not_to_learn_does_not()
    {
        await using var app = new CareBotApp();

        Assert.False(app.Get<SearchLearning>().IsDue);
    }
}
