using CareBot.Turns;

namespace CareBot.Core.Tests;

public class UnderstandingTests
{
    [Theory]
    [InlineData("operatore")]
    [InlineData("Operatore!!")]
    [InlineData("un operatore per favore")]
    [InlineData("persona")]
    [InlineData("umano")]
    [InlineData("c'è un operatore?")]
    [InlineData("voglio parlare con un operatore")]
    [InlineData("vorrei parlare con una persona vera")]
    [InlineData("posso parlare con qualcuno?")]
    [InlineData("passami un operatore subito")]
    [InlineData("mi passi un vostro collega")]
    [InlineData("ho già chiesto tre volte, fatemi parlare con un responsabile")]
    [InlineData("mettetemi in contatto con il servizio clienti")]
    [InlineData("preferisco parlare con una persona")]
    [InlineData("Parlare con una persona")]
    [InlineData("human")]
    [InlineData("agent")]
    [InlineData("a real person please")]
    [InlineData("can I talk to someone")]
    [InlineData("I want to speak to a human being")]
    [InlineData("get me an agent")]
    [InlineData("connect me with customer service")]
    [InlineData("is there a real person there?")]
    [InlineData("Talk to a person")]
    [InlineData("let me speak to a manager")]
    [InlineData("i need a human")]
    [InlineData("non voglio parlare con un bot, voglio un operatore")]
    [InlineData("I don't want a bot, I want a human")]
    [InlineData("I don't need this. agent!")]
    [InlineData("non mi serve questa risposta, passami un operatore")]
    [InlineData("c'è un essere umano lì?")]
    [InlineData("aiuto operatore")]
    [InlineData("parlare con l'assistenza")]
    [InlineData("mi passa un collega")]
    [InlineData("fammi parlare con uno vero")]
    [InlineData("ho bisogno di assistenza umana")]
    [InlineData("talk to support")]
    [InlineData("live chat")]
    [InlineData("supervisor")]
    public void Wish_for_a_person_is_understood(string text) => Assert.True(Understanding.AsksForPerson(text));

    [Theory]
    [InlineData("")]
    [InlineData("una persona diversa può ritirare il mio pacco al negozio?")]
    [InlineData("vorrei sapere se una persona può ritirare il pacco per me")]
    [InlineData("can another person collect my order from the store for me?")]
    [InlineData("non voglio parlare con un operatore")]
    [InlineData("I don't want to talk to an agent")]
    [InlineData("non voglio un operatore, dimmi solo quanto costa la spedizione")]
    [InlineData("ho bisogno di assistenza per montare il tavolo")]
    [InlineData("posso pagare di persona in negozio quando ritiro?")]
    [InlineData("i want to return a lamp")]
    [InlineData("l'operatore del corriere non mi ha lasciato il pacco ieri mattina")]
    [InlineData("il tavolo per sei persone è disponibile anche in bianco?")]
    public void Other_talk_of_people_is_no_wish_for_one(string text) => Assert.False(Understanding.AsksForPerson(text));

    [Theory]
    [InlineData("asdfgh", true)]
    [InlineData("sdkfjh ksjdhf", true)]
    [InlineData("aaaaaaaaa", true)]
    [InlineData("qwerty", true)]
    [InlineData("nn", false)]
    [InlineData("cmq xké", false)]
    [InlineData("BL-123456", false)]
    [InlineData("sdrucciolo", false)]
    [InlineData("strengths", false)]
    [InlineData("", false)]
    public void Keys_struck_at_random_are_told_from_words(string text, bool gibberish) =>
        Assert.Equal(gibberish, Understanding.IsGibberish(text));

    [Fact]
    public void Keys_held_down_for_long_are_looked_at_for_a_moment()
    {
        var started = System.Diagnostics.Stopwatch.StartNew();

        Assert.True(Understanding.IsGibberish(new string('a', 100_000)));
        Assert.False(Understanding.IsGibberish(string.Concat(Enumerable.Repeat("aba", 30_000))));

        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("👍", true)]
    [InlineData(" 👍🏻 ", true)]
    [InlineData("👎", false)]
    [InlineData("👍 ma quanto costa?", null)]
    [InlineData("😂", null)]
    public void Thumb_is_a_yes_or_a_no(string text, bool? agrees) => Assert.Equal(agrees, PlainWords.Agrees(text));
}
