using CareBot.Turns;
using FsCheck.Xunit;

namespace CareBot.Core.Tests;

public class SmallTalkTests
{
    [Theory]
    [InlineData("Ciao!", SmallTalk.Greeting)]
    [InlineData("good morning", SmallTalk.Greeting)]
    [InlineData("buongiorno a tutti", SmallTalk.Greeting)]
    [InlineData("CIAOOOO", SmallTalk.Greeting)]
    [InlineData("grazie mille", SmallTalk.Thanks)]
    [InlineData("ok thanks", SmallTalk.Thanks)]
    [InlineData("perfetto, grazieee!!", SmallTalk.Thanks)]
    [InlineData("arrivederci", SmallTalk.Goodbye)]
    [InlineData("ok ciao grazie", SmallTalk.Goodbye)]
    [InlineData("grazie, buona giornata anche a lei", SmallTalk.Goodbye)]
    [InlineData("bye, have a nice day", SmallTalk.Goodbye)]
    [InlineData("ciao, come stai?", SmallTalk.HowAreYou)]
    [InlineData("how's it going", SmallTalk.HowAreYou)]
    [InlineData("ma sei un robot?", SmallTalk.AreYouRobot)]
    [InlineData("sei una persona o un robot?", SmallTalk.AreYouRobot)]
    [InlineData("scusa, sto parlando con una macchina?", SmallTalk.AreYouRobot)]
    [InlineData("are you human?", SmallTalk.AreYouRobot)]
    [InlineData("hi, is this a real person or a bot?", SmallTalk.AreYouRobot)]
    [InlineData("sei bravissimo, grazie!", SmallTalk.Compliment)]
    [InlineData("you're awesome", SmallTalk.Compliment)]
    [InlineData("fate schifo!!!", SmallTalk.Insult)]
    [InlineData("siete proprio degli incapaci", SmallTalk.Insult)]
    [InlineData("Bot stupido", SmallTalk.Insult)]
    [InlineData("this is bullshit", SmallTalk.Insult)]
    [InlineData("ok grazie, ladri", SmallTalk.Insult)]
    [InlineData("ahahah", SmallTalk.Laughter)]
    [InlineData("hahahaha", SmallTalk.Laughter)]
    [InlineData("ah ah", SmallTalk.Laughter)]
    [InlineData("?", SmallTalk.NoWords)]
    [InlineData("...", SmallTalk.NoWords)]
    [InlineData("😂😂", SmallTalk.Emoji)]
    [InlineData("❤️", SmallTalk.Emoji)]
    [InlineData("ok, capito", SmallTalk.Assent)]
    [InlineData("buongiorno, avrei bisogno di un'informazione", SmallTalk.Opening)]
    [InlineData("Can you help me please?", SmallTalk.Opening)]
    public void Small_talk_is_known_for_what_it_is(string text, SmallTalk expected) => Assert.Equal(expected, SmallTalks.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("sì")]
    [InlineData("no grazie")]
    [InlineData("ciao, dov'è il mio pacco?")]
    [InlineData("grazie ma non ho capito")]
    [InlineData("ok ma quanto costa la consegna?")]
    [InlineData("il robot da cucina è disponibile?")]
    [InlineData("ho un problema con il pagamento")]
    [InlineData("can you help me with my order")]
    [InlineData("ho ricevuto un vaso che fa schifo")]
    [InlineData("have you got a bloody tracking number")]
    [InlineData("BL-123456")]
    [InlineData("hotel")]
    [InlineData("ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao ciao")]
    public void What_asks_something_is_not_small_talk(string text) => Assert.Null(SmallTalks.Of(text));

    [Theory]
    [InlineData("ciao, volevo sapere quanto costa la spedizione", true)]
    [InlineData("Good morning! Where is my parcel?", true)]
    [InlineData("quanto costa? ciao", false)]
    [InlineData("", false)]
    public void Greeting_before_a_question_is_noticed(string text, bool greets) => Assert.Equal(greets, SmallTalks.OpensWithGreeting(text));

    [Property]
    public void No_text_is_too_odd_to_be_understood(string? text) => Understand(text ?? "");

    [Theory]
    [InlineData("ciao \ud800")]
    [InlineData("\udc00")]
    [InlineData("\uFFFE\uFFFF")]
    [InlineData("\0")]
    public void Broken_characters_are_no_words(string text) => Understand(text);

    private static void Understand(string text)
    {
        _ = SmallTalks.Of(text);
        _ = SmallTalks.Abuses(text);
        _ = Understanding.IsGibberish(text);
        _ = Understanding.AsksForPerson(text);
        _ = PlainWords.Agrees(text);
    }
}
