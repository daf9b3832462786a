using System.Text.Json;
using CareBot.Procedures;
using CareBot.Procedures.Slots;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareBot.Core.Tests.Procedures.Slots;

public class SlotTypeTests
{
    private static readonly IReadOnlyList<SlotType> All =
    [
        new SlotType.FreeText(), new SlotType.WholeNumber(1, 9), new SlotType.Money(100), new SlotType.Date(DateSense.Past),
        new SlotType.TimeWindow(), new SlotType.Choice([new("a", ["uno", "due"], ["one"]), new("b", [], [])]), new SlotType.YesNo(true),
        new SlotType.Email(), new SlotType.Phone(), new SlotType.Postcode(), new SlotType.Iban(), new SlotType.TaxCode(),
        new SlotType.OrderRef(Reading.Pattern(@"A\d{3}")), new SlotType.ProductRef(Reading.Pattern(@"P\d{3}")),
        new SlotType.Serial(Reading.Pattern(@"S\d{3}")), new SlotType.Photo(), new SlotType.AnyFile(), new SlotType.Address(),
    ];

    [Fact]
    public void Every_type_survives_being_stored() => Assert.All(All, type => Assert.Equal(
        type, JsonSerializer.Deserialize<SlotType>(JsonSerializer.Serialize(type))));

    [Fact]
    public void Stored_types_keep_their_short_names() => Assert.Equal(
        "text integer money date time_window enum boolean email phone_it postcode_it iban tax_code_it order_ref product_ref serial photo file address",
        string.Join(' ', All.Select(type => JsonDocument.Parse(JsonSerializer.Serialize(type)).RootElement.GetProperty("is").GetString())));

    [Fact]
    public void Every_type_is_tested_here() => Assert.Equal(
        typeof(SlotType).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(SlotType))).ToHashSet(), All.Select(type => type.GetType()).ToHashSet());

    [Fact]
    public void What_is_told_in_any_sentence_has_a_form_of_its_own() => Assert.Equal(
        "Email Iban TaxCode OrderRef ProductRef Serial", string.Join(' ', All.Where(type => type.IsDistinct).Select(type => type.GetType().Name)));

    [Fact]
    public void What_says_something_of_a_person_is_personal() => Assert.Equal(
        "Email Phone Iban TaxCode Address", string.Join(' ', All.Where(type => type.IsPersonal).Select(type => type.GetType().Name)));

    [Fact]
    public void Values_are_shown_as_customers_read_them()
    {
        Shows(new SlotType.Date(), "3/12", "giovedì 3 dicembre 2026", "Thursday 3 December 2026");
        Shows(new SlotType.Money(), "12,50", "12,50 €", "€12.50");
        Shows(new SlotType.Money(), "1234,5", "1.234,50 €", "€1,234.50");
        Shows(new SlotType.YesNo(), "sì", "sì", "yes");
        Shows(new SlotType.YesNo(), "no", "no", "no");
        Shows(new SlotType.TimeWindow(), "il 3/12 tra le 9 e le 12:30", "giovedì 3 dicembre 2026, dalle 9:00 alle 12:30", "Thursday 3 December 2026, from 9:00 to 12:30");
        Shows(new SlotType.TimeWindow(), "dopo le 15", "dalle 15:00 alle 20:00", "from 15:00 to 20:00");
        Shows(new SlotType.Choice([new("a", ["taglia sbagliata", "taglia"], ["wrong size"])]), "taglia", "taglia sbagliata", "wrong size");
        Shows(new SlotType.Iban(), "it60x0542811101000000123456", "IT60 X054 2811 1010 0000 0123 456", "IT60 X054 2811 1010 0000 0123 456");
        Shows(new SlotType.Phone(), "3331234567", "+39 333 1234567", "+39 333 1234567");
        Shows(new SlotType.Phone(), "0415234567", "+39 0415234567", "+39 0415234567");
        Shows(new SlotType.Address(), "via Roma 5, 35121 padova (pd)", "via Roma 5, 35121 Padova (PD)", "via Roma 5, 35121 Padova (PD)");
        Shows(new SlotType.WholeNumber(), "due", "2", "2");
        Shows(new SlotType.FreeText(), "Non va.", "Non va.", "Non va.");
    }

    [Fact]
    public void Files_are_shown_by_their_names() => Assert.Equal("a.jpg, b.png", new SlotType.Photo().Show(
        Assert.IsType<SlotReading.Filled>(new SlotType.Photo().Read(
            "", [new("f1", "a.jpg", "image/jpeg", 1), new("f2", "b.png", "image/png", 1)], new(Language.Italian, Reading.Today))).Value,
        Language.Italian));

    [Theory]
    [InlineData("IT60X0542811101000000123456", "IT•• •••• •••• •••• •••• •••3 456")]
    public void Masked_iban_keeps_its_country_and_its_end(string text, string expected)
    {
        var iban = new SlotType.Iban();

        Assert.Equal(expected, iban.Show(iban.Mask(Reading.ValueOf(iban, text)), Language.Italian));
    }

    [Fact]
    public void Masked_values_tell_the_person_to_nobody_else()
    {
        Masks(new SlotType.Email(), "anna.rossi@example.com", "a•••@example.com");
        Masks(new SlotType.Phone(), "333 1234567", "••••••••••567");
        Masks(new SlotType.TaxCode(), "RSSMRA85T10A562S", "RSS••••••••••••S");
        Masks(new SlotType.Address(), "via Roma 5, 35121 Padova", "35121, •••, Padova");
        Masks(new SlotType.OrderRef(Reading.Pattern(@"A\d{3}")), "A100", "A100");
        Assert.Equal(new Value.Text("•••"), new SlotType.Iban().Mask(new Value.Number(12)));
        Assert.Equal(Value.Nothing.Here, new SlotType.Iban().Mask(Value.Nothing.Here));
    }

    [Property(MaxTest = 300)]
    public Property Masking_twice_is_masking_once() => Prop.ForAll(
        (from type in Gen.Elements(All.AsEnumerable())
         from words in Gen.Elements("anna@example.com", "+393331234567", "IT60X0542811101000000123456", "RSSMRA85T10A562S", "x", "", "ab@", "@b")
         select (type, value: (Value)new Value.Text(words))).ToArbitrary(),
        drawn => drawn.type.Mask(drawn.type.Mask(drawn.value)).Equals(drawn.type.Mask(drawn.value)));

    [Fact]
    public void Every_fault_is_told_in_both_languages() => Assert.All(
        Enum.GetValues<SlotFault>().SelectMany(_ => All, (fault, type) => (fault, type)),
        pair =>
        {
            var (italian, english) = (SlotWords.For(pair.fault, pair.type, Language.Italian), SlotWords.For(pair.fault, pair.type, Language.English));
            Assert.NotEqual(italian, english);
            Assert.All([italian, english], words => Assert.Matches(@"^\p{Lu}.*[.?]$", words));
        });

    [Fact]
    public void Bounds_are_told() => Assert.Equal(
        "Mi serve un numero da 1 a 9.", SlotWords.For(SlotFault.NumberOutOfRange, new SlotType.WholeNumber(1, 9), Language.Italian));

    [Property(MaxTest = 1_000)]
    public Property Nothing_that_customers_send_makes_reading_fail_and_what_it_takes_can_be_shown_and_masked() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<string>()
            .Or(Gen.Elements("12", "3/12", "€", "IT60", "RSSMRA85", "@", "via ", "\ud800", " e ", "99999999999", "tra le ", "alle ", "A1", "?", "’", "ore 99")
                .NonEmptyListOf().Select(string.Concat))
            .Where(text => text is not null).ToArbitrary(),
        text => All.All(type => type.Read(text, [], new(Language.Italian, Reading.Today)) is not SlotReading.Filled filled
            || (type.Show(filled.Value, Language.Italian) is { Length: > 0 } && type.Mask(filled.Value).IsGiven)));

    [Fact]
    public void What_lies_beyond_the_limit_is_not_read() => Assert.Equal(
        "-", Reading.Of(new SlotType.Email(), string.Concat(Enumerable.Repeat("ciao ", SlotType.TextMax / 5)) + "anna@example.com"));

    private static void Shows(SlotType type, string text, string italian, string english)
    {
        var value = Reading.ValueOf(type, text);
        Assert.Equal(italian, type.Show(value, Language.Italian));
        Assert.Equal(english, type.Show(value, Language.English));
    }

    private static void Masks(SlotType type, string text, string expected) => Assert.Equal(expected, type.Mask(Reading.ValueOf(type, text)).ToString());
}
