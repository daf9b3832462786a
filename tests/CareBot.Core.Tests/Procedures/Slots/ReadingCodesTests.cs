using CareBot.Procedures.Slots;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareBot.Core.Tests.Procedures.Slots;

public class ReadingCodesTests
{
    private const string Iban = "IT60X0542811101000000123456";
    private const string TaxCode = "RSSMRA85T10A562S";

    [Theory]
    [InlineData("IT60X0542811101000000123456", Iban)]
    [InlineData("it60x0542811101000000123456", Iban)]
    [InlineData("my IBAN is IT60 X054 2811 1010 0000 0123 456", Iban)]
    [InlineData("IT60 X054 2811 1010 0000 0123 456 grazie mille", Iban)]
    [InlineData("iban:it60 x054 2811 1010 0000 0123 456, intestato a me", Iban)]
    [InlineData("IT 60 X 05428 11101 000000123456", Iban)]
    [InlineData("IT60-X054-2811-1010-0000-0123-456.", Iban)]
    [InlineData("IT60.X054.2811.1010.0000.0123.456", Iban)]
    [InlineData("per il rimborso quanto ci vuole? l'iban è IT60X0542811101000000123456", Iban)]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("gb29 nwbk 6016 1331 9268 19 thank you", "GB29NWBK60161331926819")]
    [InlineData("NO93 8601 1117 947", "NO9386011117947")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606")]
    [InlineData("IT60X0542811101000000123457", "! IbanCheck")]
    [InlineData("IT61 X054 2811 1010 0000 0123 456", "! IbanCheck")]
    [InlineData("IT60X054281110100000012345", "! IbanLength")]
    [InlineData("IT60X05428111010000001234567", "! IbanLength")]
    [InlineData("IT60 X054 2811 1010 0000 0123 grazie", "! IbanLength")]
    [InlineData("XX60X0542811101000000123456", "! IbanCountry")]
    [InlineData("al 20 dicembre", "-")]
    [InlineData("chiamatemi al 3331234567", "-")]
    [InlineData("vorrei il rimborso sulla carta", "-")]
    [InlineData("ordine A100 del 12/11/2026", "-")]
    [InlineData("non ce l'ho sotto mano", "-")]
    public void Iban_is_found_and_checked(string text, string expected) => Assert.Equal(expected, Reading.Of(new SlotType.Iban(), text));

    [Theory]
    [InlineData("RSSMRA85T10A562S", TaxCode)]
    [InlineData("rssmra85t10a562s", TaxCode)]
    [InlineData("il mio codice fiscale è RSSMRA85T10A562S grazie", TaxCode)]
    [InlineData("cf rss mra 85t10 a562s", TaxCode)]
    [InlineData("RSS MRA 85 T 10 A 562 S", TaxCode)]
    [InlineData("my tax code: RSSMRA85T10A562S.", TaxCode)]
    [InlineData("RSSMRA85T10A562T", "! TaxCodeCheck")]
    [InlineData("RSSMRA85T11A562S", "! TaxCodeCheck")]
    [InlineData("RSSMRA85T10A56", "! TaxCodeShape")]
    [InlineData("RSSMRA85T10A562SS", "! TaxCodeShape")]
    [InlineData("RSSMRA85Z10A562S", "! TaxCodeShape")]
    [InlineData("RSSMRA85T1OA562S", "! TaxCodeShape")]
    [InlineData("a che cosa serve?", "-")]
    [InlineData("non lo ricordo", "-")]
    [InlineData("IT60X0542811101000000123456", "-")]
    public void Tax_code_is_found_and_checked(string text, string expected) => Assert.Equal(expected, Reading.Of(new SlotType.TaxCode(), text));

    [Theory]
    [InlineData("A100", "A100")]
    [InlineData("a100", "A100")]
    [InlineData("il mio ordine è il A100 grazie", "A100")]
    [InlineData("ordine n.A100", "A100")]
    [InlineData("#a100", "A100")]
    [InlineData("ordine:A100,grazie", "A100")]
    [InlineData("A 100", "A100")]
    [InlineData("a 100", "A100")]
    [InlineData("il mio ordine è il a 100 grazie", "A100")]
    [InlineData("A-100", "A100")]
    [InlineData("dov'è il mio ordine A100?", "A100")]
    [InlineData("my order is A100, when will it arrive?", "A100")]
    [InlineData("no scusi, non A100 ma A200", "A200")]
    [InlineData("it's A200, not A100", "A200")]
    [InlineData("A100 e A200", "! SeveralMeant")]
    [InlineData("A1000", "! CodeShape")]
    [InlineData("B100", "! CodeShape")]
    [InlineData("12345", "! CodeShape")]
    [InlineData("l'ho pagato a 100 euro", "-")]
    [InlineData("l'ho comprato da voi a 100 chilometri da qui", "-")]
    [InlineData("entro quanti giorni posso rendere?", "-")]
    [InlineData("A 100 km da qui", "-")]
    [InlineData("dal codice W A 100", "A100")]
    [InlineData("l'ordine è A 100, lo trovate?", "A100")]
    [InlineData("XA100", "! CodeShape")]
    [InlineData("non lo trovo", "-")]
    [InlineData("a100@example.com", "-")]
    [InlineData("ieri alle 10:30", "-")]
    public void Order_number_is_found_by_its_pattern(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.OrderRef(Reading.Pattern(@"A\d{3}")), text));

    [Theory]
    [InlineData("BL-2026-00123", "BL-2026-00123")]
    [InlineData("bl-2026-00123", "BL-2026-00123")]
    [InlineData("BL 2026 00123", "BL-2026-00123")]
    [InlineData("bl2026-00123", "BL-2026-00123")]
    [InlineData("BL/2026/00123", "BL-2026-00123")]
    [InlineData("ordine BL-2026-00123 non arrivato", "BL-2026-00123")]
    [InlineData("numero bl 2026 00123", "BL-2026-00123")]
    [InlineData("BL-2026-123", "! CodeShape")]
    [InlineData("BL-2026-00123-7", "! CodeShape")]
    public void Code_with_marks_is_found_however_they_are_typed(string text, string expected)
    {
        var pattern = Reading.Pattern(@"BL-\d{4}-\d{5}");

        Assert.Equal(expected, Reading.Of(new SlotType.ProductRef(pattern), text));
        Assert.Equal(expected, Reading.Of(new SlotType.Serial(pattern), text));
    }

    [Theory]
    [InlineData("4821345", "4821345")]
    [InlineData("il numero è 48 21 345", "4821345")]
    [InlineData("consegnato il 3/12/2026", "-")]
    [InlineData("alle 15:30-16:0", "-")]
    [InlineData("chiamatemi al 33 12 345 prima delle nove", "-")]
    public void Number_of_digits_only_is_neither_a_day_nor_put_together_from_others(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.OrderRef(Reading.Pattern(@"\d{7}")), text));

    [Theory]
    [InlineData(@"A\d{3}", true)]
    [InlineData(@"BL-\d{4}-\d{5}", true)]
    [InlineData(@"\d{9}", true)]
    [InlineData(@"\d{5}", false)]
    [InlineData(@"[A-Z\d]{4,8}", false)]
    [InlineData(@"\w+", false)]
    public void Code_can_be_told_in_any_sentence_where_its_pattern_leaves_everyday_words_alone(string pattern, bool distinct) =>
        Assert.Equal(distinct, new SlotType.OrderRef(Reading.Pattern(pattern)).IsDistinct);

    [Theory]
    [InlineData(@"A[\d", "no regular expression")]
    [InlineData(@"(?=A)A\d", "looks around")]
    [InlineData(@"(A)\1", "refers back")]
    [InlineData(@"\d*", "matches nothing")]
    [InlineData("", "matches nothing")]
    [InlineData(@"\d)|(\d", "no regular expression")]
    public void Pattern_that_cannot_be_used_tells_its_author_why(string source, string problem)
    {
        Assert.False(CodePattern.TryParse(source, out _, out var told));
        Assert.Contains(problem, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Pattern_has_a_limit() => Assert.False(CodePattern.TryParse(new string('A', CodePattern.LengthMax + 1), out _, out _));

    [Property(MaxTest = 500)]
    public Property Iban_with_one_digit_changed_never_passes() => Prop.ForAll(
        (from place in Gen.Elements(Places(Iban))
         from digit in Gen.Choose('0', '9').Where(digit => digit != Iban[place])
         select Changed(Iban, place, (char)digit)).ToArbitrary(),
        iban => Reading.Of(new SlotType.Iban(), iban).StartsWith('!'));

    [Property(MaxTest = 500)]
    public Property Iban_with_two_neighbouring_signs_swapped_never_passes() => Prop.ForAll(
        Gen.Choose(5, Iban.Length - 2).Where(place => Iban[place] != Iban[place + 1]).ToArbitrary(),
        place => Reading.Of(new SlotType.Iban(), Changed(Changed(Iban, place, Iban[place + 1]), place + 1, Iban[place])).StartsWith('!'));

    [Property(MaxTest = 500)]
    public Property Tax_code_with_one_sign_changed_never_passes() => Prop.ForAll(
        (from place in Gen.Choose(0, TaxCode.Length - 1)
         from sign in char.IsAsciiDigit(TaxCode[place]) ? Gen.Choose('0', '9') : Gen.Choose('A', 'Z')
         where sign != TaxCode[place]
         select Changed(TaxCode, place, (char)sign)).ToArbitrary(),
        code => Reading.Of(new SlotType.TaxCode(), code).StartsWith('!'));

    [Property(MaxTest = 300)]
    public Property Code_in_any_sentence_is_that_code_or_none_of_it_is_taken() => Prop.ForAll(
        (from number in Gen.Choose(100, 999)
         from before in Gen.Elements("ordine ", "il mio ordine è ", "my order is ", "", "# ")
         from after in Gen.Elements("", " grazie", ".", ", when?", "\nsaluti")
         select (number, text: $"{before}A{number}{after}")).ToArbitrary(),
        drawn => Reading.Of(new SlotType.OrderRef(Reading.Pattern(@"A\d{3}")), drawn.text) == $"A{drawn.number}");

    private static int[] Places(string text) => [.. Enumerable.Range(0, text.Length).Where(place => char.IsAsciiDigit(text[place]))];

    private static string Changed(string text, int place, char sign) => $"{text[..place]}{sign}{text[(place + 1)..]}";
}
