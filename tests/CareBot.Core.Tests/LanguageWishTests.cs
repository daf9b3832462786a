using CareBot.Core.Tests.Procedures;
using CareBot.Turns;

namespace CareBot.Core.Tests;

/// <summary>Customers who want to go on in another language.</summary>
public class LanguageWishTests
{
    [Theory]
    [InlineData("in english please")]
    [InlineData("English?")]
    [InlineData("do you speak english?")]
    [InlineData("can we switch to English")]
    [InlineData("possiamo continuare in inglese?")]
    [InlineData("preferirei parlare in inglese, grazie")]
    public void Bot_goes_on_in_it_and_asks_again_what_it_had_asked(string wish)
    {
        var life = new Life();
        life.Say("vorrei un reso per A100");
        life.Answer();

        life.Say(wish);

        Assert.Equal(
            ["Of course, let's go on in English.", "Back to \"Return\" (order_id: A100).", "reason?"],
            life.Decisions[^1].Effects.OfType<Effect.Reply>().Select(reply => reply.Text));
        Assert.Equal(Language.English, life.Conversation.Language);
    }

    [Fact]
    public void Back_to_italian_is_a_word_away()
    {
        var life = new Life();
        life.Say("english please", "in italiano, per favore");

        Assert.Equal(Language.Italian, life.Conversation.Language);
        Assert.Equal("Certo, continuiamo in italiano.", life.Decisions[^1].Effects.OfType<Effect.Reply>().Single().Text);
    }

    [Theory]
    [InlineData("avete il manuale in inglese?")]
    [InlineData("the Italian restaurant next door")]
    [InlineData("sono italiano e abito in Francia")]
    public void Word_of_a_language_in_something_else_changes_nothing(string words)
    {
        var life = new Life();

        life.Say(words);

        Assert.DoesNotContain(life.Decisions[^1].Effects.OfType<Effect.Reply>(), reply => reply.Text is "Of course, let's go on in English." or "Certo, continuiamo in italiano.");
    }
}
