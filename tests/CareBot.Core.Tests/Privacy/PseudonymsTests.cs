using System.Diagnostics;
using CareBot.Privacy;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareBot.Core.Tests.Privacy;

public class PseudonymsTests
{
    [Theory]
    [InlineData("Mi chiamo Mario Rossi e vorrei un reso", "Mi chiamo [name] e vorrei un reso")]
    [InlineData("mi chiamo mario rossi e vorrei un reso", "mi chiamo [name] e vorrei un reso")]
    [InlineData("Mi chiamo Anna aspetto un pacco", "Mi chiamo [name] aspetto un pacco")]
    [InlineData("sono Giulia Bianchi, il pacco è rotto", "sono [name], il pacco è rotto")]
    [InlineData("sono mario, dov'è il pacco", "sono [name], dov'è il pacco")]
    [InlineData("sono qui sono Mario Rossi", "sono qui sono [name]")]
    [InlineData("SONO LUCA FERRARI DOVE SIETE", "SONO [name] DOVE SIETE")]
    [InlineData("Il pacco è rotto. Cordiali saluti, Mario Rossi", "Il pacco è rotto. Cordiali saluti, [name]")]
    [InlineData("il pacco è rotto\nsaluti\nmario rossi", "il pacco è rotto\nsaluti\n[name]")]
    [InlineData("Grazie mille, Chiara", "Grazie mille, [name]")]
    [InlineData("Quando arriva?\nPaola De Santis\ncell. 333 1234567", "Quando arriva?\n[name]\ncell. [phone]")]
    [InlineData("Ciao Giulia, quando arriva il pacco?", "Ciao [name], quando arriva il pacco?")]
    [InlineData("ho parlato con la sig.ra Verdi ieri", "ho parlato con la sig.ra [name] ieri")]
    [InlineData("ho già scritto a Francesca Romano", "ho già scritto a [name]")]
    [InlineData("l'ordine è intestato a Rossi Mario", "l'ordine è intestato a [name]")]
    [InlineData("My name is John Smith and I want a refund", "My name is [name] and I want a refund")]
    [InlineData("I'm Sarah, where is my parcel?", "I'm [name], where is my parcel?")]
    [InlineData("hi, this is Tom Baker from Leeds", "hi, this is [name] from Leeds")]
    [InlineData("Where is it? Kind regards, Emma Wilson", "Where is it? Kind regards, [name]")]
    [InlineData("Dear Mr Jones, it broke", "Dear Mr [name], it broke")]
    [InlineData("thanks\nPeter", "thanks\n[name]")]
    public void Names_are_masked_where_something_announces_them(string text, string expected) =>
        Assert.Equal(expected, Pseudonyms.Mask(text, null));

    [Theory]
    [InlineData("scrivetemi a mario.rossi@example.com grazie", "scrivetemi a [email] grazie")]
    [InlineData("mail: anna (at) example.it", "mail: [email]")]
    [InlineData("rimborso su IT60 X054 2811 1010 0000 0123 456 per favore", "rimborso su [iban] per favore")]
    [InlineData("it60x0542811101000000123456 ciao", "[iban] ciao")]
    [InlineData("DE89370400440532013000", "[iban]")]
    [InlineData("IT 60 X 05428 11101 000000123456", "[iban]")]
    [InlineData("NO93 8601 1117 947", "[iban]")]
    [InlineData("send it to my whatsapp no 7021645199", "send it to my whatsapp no [phone]")]
    [InlineData("cancel purchase 00123842", "cancel purchase [code]")]
    [InlineData("la carta 4539 1488 0343 6467 è stata rifiutata", "la carta [card] è stata rifiutata")]
    [InlineData("my card 4539148803436467 was declined", "my card [card] was declined")]
    [InlineData("codice fiscale RSSMRA85T10A562S", "codice fiscale [taxcode]")]
    [InlineData("cf rss mra 85t10 a562s", "cf [taxcode]")]
    [InlineData("chiamatemi al 333 1234567", "chiamatemi al [phone]")]
    [InlineData("il mio numero è +39 347 12 34 567", "il mio numero è [phone]")]
    [InlineData("fisso 041/5234567 o 02-7654.3210", "fisso [phone] o [phone]")]
    [InlineData("call me on 020 7946 0958", "call me on [phone]")]
    [InlineData("+44 (0)20 7946 0958", "[phone]")]
    [InlineData("ordine n. 48213 non arrivato", "ordine n. [code] non arrivato")]
    [InlineData("my order #4821 is late", "my order #[code] is late")]
    [InlineData("tracking 1Z999AA10123456784", "tracking [code]")]
    [InlineData("BL-2026-00123 è in ritardo", "[code] è in ritardo")]
    [InlineData("partita iva 01234567897", "partita iva [phone]")]
    [InlineData("abito in via Giuseppe Garibaldi 12, 30121 Venezia", "abito in [address]")]
    [InlineData("spedite in via roma 3/b", "spedite in [address]")]
    [InlineData("Corso Vittorio Emanuele II, 45", "[address]")]
    [InlineData("I live at 221b Baker Street", "I live at [address]")]
    [InlineData("my postcode is SW1A 1AA", "my postcode is [address]")]
    public void Numbers_and_addresses_of_a_person_are_masked(string text, string expected) =>
        Assert.Equal(expected, Pseudonyms.Mask(text, null));

    [Theory]
    [InlineData("posso rendere entro 14 giorni?")]
    [InlineData("costa € 50 o 49,90 €? e 1.299,00 euro? 12000 euro? $ 25.50?")]
    [InlineData("che dice l'art. 52 del cod. cons. (d.lgs. 206/2005)? e il Reg. (UE) 2024/1689?")]
    [InlineData("article 16 of directive 2011/83, art. 1519")]
    [InlineData("ordinato il 12/03/2026 alle 10:30, arriva il 2026-03-15? o il 3.4.26, 26 / 12 / 2026?")]
    [InlineData("This is URGENT, 12000 rs, codice di errore 30125-4, error code AADSTS50011")]
    [InlineData("aperti dalle 09.00 - 18.00 o dalle 9:00-13:00?")]
    [InlineData("garanzia 2025-2026, sconto 10%, lampada da 20000 lumen, batteria 10000 mAh")]
    [InlineData("misura 20 x 30, lampadina E27 o GU10, modello LAM-204, taglia 42, 2 o 3 pezzi")]
    [InlineData("quanto costa la spedizione? Vorrei saperlo. Grazie")]
    [InlineData("Buongiorno Vorrei sapere gli orari di sabato")]
    [InlineData("Ciao a tutti, sono molto arrabbiato e sono in ritardo. Grazie Mille")]
    [InlineData("grazie, resto in attesa")]
    [InlineData("fattura intestata a privato, si può? O a nome della ditta?")]
    [InlineData("inviato via mail 3 volte, in corso da 2 giorni, andate via da 2 giorni")]
    [InlineData("I am very angry, I'm still waiting. Thank you very much")]
    [InlineData("how long is the return window? 30 days? it's Monday. 2 lamps on the road")]
    [InlineData("Rosa o bianca? la lampada Viola costa 50 euro?")]
    [InlineData("RSVP, IBAN, PayPal e Bancomat")]
    public void What_is_part_of_the_question_stays(string text) => Assert.Equal(text, Pseudonyms.Mask(text, null));

    [Theory]
    [InlineData("Tarek El Masri ha ordinato, tarek el masri aspetta", "[name] ha ordinato, [name] aspetta")]
    [InlineData("ha firmato Masri", "ha firmato [name]")]
    [InlineData("quanto costa il el?", "quanto costa il el?")]
    public void Customers_own_name_is_masked_wherever_it_stands(string text, string expected) =>
        Assert.Equal(expected, Pseudonyms.Mask(text, "Tarek El Masri"));

    [Fact]
    public void Customer_whose_name_is_a_word_may_still_ask() =>
        Assert.Equal("quanto costa? Dice il sig. [name]", Pseudonyms.Mask("quanto costa? Dice il sig. Costa", "Paolo Costa"));

    [Theory]
    [InlineData("dov'è l'ordine [code]  di [name]?", "dov'è l'ordine di ?")]
    [InlineData("entrano i cani? Sono [name]", "entrano i cani?")]
    [InlineData("my name is [name], do you ship to Japan?", "do you ship to Japan?")]
    [InlineData("sono arrivati i vasi?", "sono arrivati i vasi?")]
    public void Placeholders_can_be_taken_out_again(string masked, string expected) =>
        Assert.Equal(expected, Pseudonyms.WithoutPlaceholders(masked));

    [Property(MaxTest = 2000)]
    public Property Masking_twice_is_masking_once() => Holds((text, customer) =>
    {
        var masked = Pseudonyms.Mask(text, customer);
        Assert.Equal(masked, Pseudonyms.Mask(masked, customer));
    });

    [Property(MaxTest = 2000)]
    public Property Masked_text_is_bounded() => Holds((text, customer) =>
        Assert.True(Pseudonyms.Mask(text, customer).Length <= Pseudonyms.GrowthMax * text.Length));

    [Property(MaxTest = 1000)]
    public void No_text_makes_it_throw(string? text, string? customer) => Pseudonyms.Mask(text ?? "", customer);

    /// <summary>Patterns must not be led up the garden path.</summary>
    [Theory]
    [InlineData("via ")]
    [InlineData("a-")]
    [InlineData("1 ")]
    [InlineData("a@")]
    [InlineData("IT60")]
    [InlineData("Mario ")]
    [InlineData("sono ")]
    [InlineData("\n")]
    [InlineData("12/03/")]
    [InlineData("ordine n. ")]
    public void Long_texts_of_one_kind_take_no_long_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 8000 / piece.Length));
        Pseudonyms.Mask(text[..100], "Mario");
        var clock = Stopwatch.StartNew();

        Pseudonyms.Mask(text, "Mario");

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    private static readonly string[] Pieces =
    [
        "mi chiamo", "sono", "Mario", "mario", "rossi", "Li", "Jo", "my name is", "[name]", "[code]", "[", "]", "@", "a@b.it", ".", ",", "+39",
        "333", "1234567", "12/03/2026", "-", "/", "IT60", "X054", "2811", "1010", "0000", "0123", "456", "via", "Roma", "12", "€", "50", "n.",
        "ordine", "RSSMRA85T10A562S", "saluti", "\n", "è", "d'", "AB1", "C9", "street", "Baker", "art.", "52", "\u0130", "\ud83d", "٣٣",
    ];

    private static Property Holds(Action<string, string?> check)
    {
        var texts =
            from pieces in Gen.Elements(Pieces).ListOf()
            from glue in Gen.Elements("", " ", " ", "  ")
            select string.Join(glue, pieces);
        var customers = Gen.Elements<string?>(null, "", "Mario Rossi", "Li", "Jo Li", "name");
        return Prop.ForAll(texts.ToArbitrary(), customers.ToArbitrary(), check);
    }
}
