using CareBot.Procedures.Slots;

namespace CareBot.Core.Tests.Procedures.Slots;

public class ReadingChoicesTests
{
    private static readonly SlotType Reason = new SlotType.Choice(
    [
        new("cambio-idea", ["ho cambiato idea", "non mi piace", "ripensamento"], ["I changed my mind", "don't like it"]),
        new("taglia", ["taglia sbagliata", "taglia", "misura"], ["wrong size", "size"]),
        new("difetto", ["è difettoso", "difetto", "rotto", "non funziona"], ["it is faulty", "faulty", "broken", "doesn't work"]),
        new("altro", ["altro motivo", "altro"], ["another reason", "other"]),
    ]);

    [Theory]
    [InlineData("Ho cambiato idea", "cambio-idea")]
    [InlineData("ho cambiato idea, scusate", "cambio-idea")]
    [InlineData("la taglia", "taglia")]
    [InlineData("ho preso la TAGLIA SBAGLIATA", "taglia")]
    [InlineData("e' difettoso", "difetto")]
    [InlineData("il frullatore non funziona più", "difetto")]
    [InlineData("1", "cambio-idea")]
    [InlineData("la seconda", "taglia")]
    [InlineData("il numero tre", "difetto")]
    [InlineData("l'ultima", "altro")]
    [InlineData("opzione 4 grazie", "altro")]
    [InlineData("cambio-idea", "cambio-idea")]
    [InlineData("non è la taglia, è rotto", "difetto")]
    [InlineData("taglia sbagliata e pure rotto", "! SeveralMeant")]
    [InlineData("5", "-")]
    [InlineData("quale taglia devo prendere?", "-")]
    [InlineData("vorrei capire", "-")]
    public void Choice_is_found_by_its_words_or_its_place_in_Italian(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(Reason, text));

    [Theory]
    [InlineData("I changed my mind", "cambio-idea")]
    [InlineData("well, I changed my mind about it", "cambio-idea")]
    [InlineData("don’t like it", "cambio-idea")]
    [InlineData("wrong size", "taglia")]
    [InlineData("the SIZE", "taglia")]
    [InlineData("it is broken", "difetto")]
    [InlineData("it doesn't work anymore", "difetto")]
    [InlineData("the first one", "cambio-idea")]
    [InlineData("2", "taglia")]
    [InlineData("number three please", "difetto")]
    [InlineData("the last one", "altro")]
    [InlineData("not the size, it's faulty", "difetto")]
    [InlineData("wrong size and broken", "! SeveralMeant")]
    [InlineData("what size should I take?", "-")]
    [InlineData("let me think", "-")]
    public void Choice_is_found_by_its_words_or_its_place_in_English(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(Reason, text, Language.English));

    [Theory]
    [InlineData("sì", "true")]
    [InlineData("si", "true")]
    [InlineData("sì certo", "true")]
    [InlineData("Sì, confermo", "true")]
    [InlineData("confermo", "true")]
    [InlineData("ok va bene", "true")]
    [InlineData("certo, proceda pure", "true")]
    [InlineData("credo di sì", "true")]
    [InlineData("👍", "true")]
    [InlineData("sì, ho ancora la scatola", "true")]
    [InlineData("no", "false")]
    [InlineData("no grazie", "false")]
    [InlineData("preferisco di no", "false")]
    [InlineData("meglio di no", "false")]
    [InlineData("lasci stare", "false")]
    [InlineData("certo che no", "false")]
    [InlineData("no, l'ho buttata", "false")]
    [InlineData("👎", "false")]
    [InlineData("ovvio", "true")]
    [InlineData("ho detto di sì", "true")]
    [InlineData("si grazie", "true")]
    [InlineData("si, ce l'ho", "true")]
    [InlineData("si è rotto il manico", "-")]
    [InlineData("si accende e si spegne", "-")]
    [InlineData("forse", "-")]
    [InlineData("non lo so", "-")]
    [InlineData("sì ma prima vorrei sapere una cosa", "-")]
    [InlineData("aspetti", "-")]
    [InlineData("quanto costa la spedizione?", "-")]
    [InlineData("il pacco è arrivato ieri", "-")]
    public void Yes_and_no_are_told_apart_in_Italian(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.YesNo(), text));

    [Theory]
    [InlineData("yes", "true")]
    [InlineData("Yes please", "true")]
    [InlineData("yes, I confirm", "true")]
    [InlineData("sure, go ahead", "true")]
    [InlineData("of course", "true")]
    [InlineData("ok", "true")]
    [InlineData("I think so", "true")]
    [InlineData("why not", "true")]
    [InlineData("no", "false")]
    [InlineData("no thanks", "false")]
    [InlineData("I'd rather not", "false")]
    [InlineData("I don't think so", "false")]
    [InlineData("of course not", "false")]
    [InlineData("don't do it", "false")]
    [InlineData("maybe", "-")]
    [InlineData("not sure", "-")]
    [InlineData("yes but not today", "-")]
    [InlineData("hold on", "-")]
    [InlineData("do I have to pay for it?", "-")]
    [InlineData("my parcel is late", "-")]
    public void Yes_and_no_are_told_apart_in_English(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.YesNo(), text, Language.English));

    [Theory]
    [InlineData("sì", "true")]
    [InlineData("confermo", "true")]
    [InlineData("yes", "true")]
    [InlineData("no", "false")]
    [InlineData("ok", "-")]
    [InlineData("va bene", "-")]
    [InlineData("credo di sì", "-")]
    [InlineData("👍", "-")]
    [InlineData("sure", "-")]
    public void Where_rights_hang_on_it_a_mere_ok_is_no_yes(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.YesNo(IsExplicit: true), text));

    [Theory]
    [InlineData("Non si accende più", "Non si accende più")]
    [InlineData("  Il tasto   è rotto ", "Il tasto è rotto")]
    [InlineData("quando lo accendo fa rumore", "quando lo accendo fa rumore")]
    [InlineData("when I switch it on it smells", "when I switch it on it smells")]
    [InlineData("perché è rotto", "perché è rotto")]
    [InlineData("rumore", "rumore")]
    [InlineData("12", "12")]
    [InlineData("quanto tempo ci vuole per il rimborso?", "-")]
    [InlineData("how much is delivery", "-")]
    [InlineData("can I pay on delivery?", "-")]
    [InlineData("", "-")]
    [InlineData("   ...", "-")]
    public void Own_words_are_taken_as_they_are_and_a_question_is_not(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.FreeText(), text));

    [Fact]
    public void Own_words_have_a_limit() =>
        Assert.Equal("! TooLong", Reading.Of(new SlotType.FreeText(), string.Join(' ', Enumerable.Repeat("parola", 400))));

    [Theory]
    [InlineData("image/jpeg", "f1, foto, image/jpeg", "f1, foto, image/jpeg")]
    [InlineData("image/heic", "f1, foto, image/heic", "f1, foto, image/heic")]
    [InlineData("IMAGE/PNG", "f1, foto, IMAGE/PNG", "f1, foto, IMAGE/PNG")]
    [InlineData("application/pdf", "! NoPhoto", "f1, foto, application/pdf")]
    [InlineData("image/svg+xml", "! NoPhoto", "f1, foto, image/svg+xml")]
    public void Photo_is_a_picture_and_a_file_is_anything(string contentType, string photo, string file)
    {
        var sent = new SentFile("f1", "foto", contentType, 10);

        Assert.Equal(photo, Reading.Of(new SlotType.Photo(), "ecco", Language.Italian, sent));
        Assert.Equal(file, Reading.Of(new SlotType.AnyFile(), "", Language.Italian, sent));
        Assert.Equal("-", Reading.Of(new SlotType.Photo(), "la mando dopo"));
        Assert.Equal("-", Reading.Of(new SlotType.AnyFile(), "la mando dopo"));
    }

    [Fact]
    public void Of_several_files_the_pictures_are_taken() => Assert.Equal(
        "f1, a.jpg, image/jpeg, f3, c.png, image/png",
        Reading.Of(
            new SlotType.Photo(), "", Language.English,
            new("f1", "a.jpg", "image/jpeg", 1), new("f2", "b.pdf", "application/pdf", 1), new("f3", "c.png", "image/png", 1)));
}
