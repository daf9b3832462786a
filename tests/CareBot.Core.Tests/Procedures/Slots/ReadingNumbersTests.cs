using CareBot.Procedures;
using CareBot.Procedures.Slots;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareBot.Core.Tests.Procedures.Slots;

public class ReadingNumbersTests
{
    [Theory]
    [InlineData("2", "2")]
    [InlineData("due", "2")]
    [InlineData("Due pezzi, grazie", "2")]
    [InlineData("ne vorrei 3", "3")]
    [InlineData("uno", "1")]
    [InlineData("una sola", "1")]
    [InlineData("sei", "6")]
    [InlineData("ventuno", "21")]
    [InlineData("ventotto", "28")]
    [InlineData("trentatré", "33")]
    [InlineData("un paio", "2")]
    [InlineData("1.200", "1200")]
    [InlineData("nessuno", "0")]
    [InlineData("non 2 ma 3", "3")]
    [InlineData("2 o 3", "! SeveralMeant")]
    [InlineData("2,5", "! NotWhole")]
    [InlineData("due e mezzo", "! NotWhole")]
    [InlineData("500", "500")]
    [InlineData("quanti ne avete?", "-")]
    [InlineData("ho un problema con questo ordine", "-")]
    [InlineData("ma tu sei un robot o una persona", "-")]
    [InlineData("una ventina", "-")]
    [InlineData("il 12 novembre alle 10", "-")]
    [InlineData("sono 20 euro", "-")]
    [InlineData("3/12", "-")]
    public void Count_is_found_as_Italians_write_it(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.WholeNumber(), text));

    [Theory]
    [InlineData("2", "2")]
    [InlineData("two", "2")]
    [InlineData("three of them please", "3")]
    [InlineData("I need 4 pieces", "4")]
    [InlineData("just one", "1")]
    [InlineData("twenty-one", "21")]
    [InlineData("ninety nine", "99")]
    [InlineData("1,200", "1200")]
    [InlineData("none", "0")]
    [InlineData("not two, three", "3")]
    [InlineData("two or three", "! SeveralMeant")]
    [InlineData("2.5", "! NotWhole")]
    [InlineData("two and a half", "! NotWhole")]
    [InlineData("how many can I order?", "-")]
    [InlineData("I have a problem with it", "-")]
    [InlineData("between 10am and noon", "-")]
    [InlineData("the blue one is broken and so on", "-")]
    public void Count_is_found_as_English_speakers_write_it(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.WholeNumber(), text, Language.English));

    [Theory]
    [InlineData("1", "! NumberOutOfRange")]
    [InlineData("2", "2")]
    [InlineData("5", "5")]
    [InlineData("sei", "! NumberOutOfRange")]
    public void Count_keeps_to_its_bounds(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.WholeNumber(2, 5), text));

    [Theory]
    [InlineData("12,50", "12.5")]
    [InlineData("12.50", "12.5")]
    [InlineData("€ 12,50", "12.5")]
    [InlineData("12,50€", "12.5")]
    [InlineData("12 euro e 50", "12.5")]
    [InlineData("12 euro e 50 centesimi", "12.5")]
    [InlineData("dodici euro e cinquanta", "12.5")]
    [InlineData("12 e 50", "12.5")]
    [InlineData("mi avete addebitato 59,90 euro in più", "59.9")]
    [InlineData("2 pezzi a 12,50 euro", "12.5")]
    [InlineData("1.234,56 €", "1234.56")]
    [InlineData("1.234", "1234")]
    [InlineData("cinquanta euro", "50")]
    [InlineData("50 centesimi", "0.5")]
    [InlineData("EUR 12", "12")]
    [InlineData("non 12 euro ma 15 euro", "15")]
    [InlineData("12 euro oppure 15 euro", "! SeveralMeant")]
    [InlineData("12 dollari", "! CurrencyNotEuro")]
    [InlineData("5000000", "! NumberOutOfRange")]
    [InlineData("quanto costa la spedizione?", "-")]
    [InlineData("non lo so", "-")]
    [InlineData("€1.299", "1299")]
    [InlineData("arrivato il 12 novembre alle 10", "-")]
    [InlineData("il 03/12/2026", "-")]
    public void Amount_is_found_as_Italians_write_it(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.Money(), text));

    [Theory]
    [InlineData("12.50", "12.5")]
    [InlineData("€12.50", "12.5")]
    [InlineData("12.50 euros", "12.5")]
    [InlineData("12 euros and 50 cents", "12.5")]
    [InlineData("twelve euros", "12")]
    [InlineData("twenty-five euros and fifty", "25.5")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("I was charged 59.90 twice", "59.9")]
    [InlineData("3 items at 20 euro", "20")]
    [InlineData("50 cents", "0.5")]
    [InlineData("EUR 12", "12")]
    [InlineData("$12", "! CurrencyNotEuro")]
    [InlineData("12 pounds", "! CurrencyNotEuro")]
    [InlineData("10 or 12", "! SeveralMeant")]
    [InlineData("how much does delivery cost?", "-")]
    [InlineData("no idea", "-")]
    public void Amount_is_found_as_English_speakers_write_it(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.Money(), text, Language.English));

    [Fact]
    public void Amount_keeps_to_its_bound() => Assert.Equal("! NumberOutOfRange", Reading.Of(new SlotType.Money(100), "150 euro"));

    [Property(MaxTest = 300)]
    public Property Amount_that_is_shown_is_read_back() => Prop.ForAll(
        Gen.Choose(0, 99_999_999).Select(cents => cents / 100m).ToArbitrary(),
        amount => new[] { Language.Italian, Language.English }.All(language =>
            Reading.Of(new SlotType.Money(), new SlotType.Money().Show(new Value.Number(amount), language), language)
                == new Value.Number(amount).ToString()));
}
