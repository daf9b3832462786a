using CareBot.Turns;

namespace CareBot.Core.Tests;

/// <summary>What a message says once its customer has changed, deleted or brought it back.</summary>
public class CurrentWordsTests
{
    private static readonly CareEvent.CustomerSaid Said = new(null, "prima", Message: "m1");

    [Fact]
    public void Message_says_what_was_last_made_of_it()
    {
        Assert.Equal("prima", new CurrentWords([Said]).Of(Said));
        Assert.Equal("poi", new CurrentWords([Said, Corrected("dopo"), Corrected("poi")]).Of(Said));
        Assert.Null(new CurrentWords([Said, Corrected("dopo"), new CareEvent.CustomerWithdrew(null, "m1")]).Of(Said));
        Assert.Equal("prima", new CurrentWords([Said, new CareEvent.CustomerWithdrew(null, "m1"), Corrected("prima")]).Of(Said));
    }

    [Fact]
    public void Message_that_nothing_was_done_to_says_what_it_said()
    {
        var words = new CurrentWords([Said, new CareEvent.CustomerWithdrew(null, "m1")]);

        Assert.Equal("altro", words.Of(new(null, "altro", Message: "m2")));
        Assert.Equal("senza id", words.Of(new(null, "senza id")));
    }

    private static CareEvent.CustomerCorrected Corrected(string text) => new(null, "m1", text);
}
