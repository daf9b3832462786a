using CareBot.Knowledge.Linting;

namespace CareBot.Knowledge.Tests.Linting;

public class FigureTests
{
    [Theory]
    [InlineData(Language.Italian, "Costa 4,90 € oppure € 1.200,50.", "€ 4.9", "€ 1200.5")]
    [InlineData(Language.English, "It costs €4.90 or 1,200.50 euros.", "€ 4.9", "€ 1200.5")]
    [InlineData(Language.Italian, "Sconto del 10 %, poi 15 per cento.", "% 10", "% 15")]
    [InlineData(Language.English, "A discount of 10%, then 15 per cent.", "% 10", "% 15")]
    [InlineData(Language.Italian, "In 3–5 giorni lavorativi o da due a tre settimane.", "workday 3–5", "week 2–3")]
    [InlineData(Language.English, "In 3-5 working days or two to three weeks.", "workday 3–5", "week 2–3")]
    [InlineData(Language.Italian, "Entro quattordici giorni, un anno o 24 mesi.", "day 14", "year 1", "month 24")]
    [InlineData(Language.English, "Within fourteen days, one year or a 24-month period.", "day 14", "year 1", "month 24")]
    [InlineData(Language.Italian, "Dalle 09:30 alle 19:00.", "time 9:30", "time 19:00")]
    [InlineData(Language.Italian, "Il 1° marzo 2027, il 24/11/2026 o il 25 dicembre.", "date 2027-03-01", "date 2026-11-24", "date 12-25")]
    [InlineData(Language.English, "On 1 March 2027, on November 24th or on 2026-12-25.", "date 2027-03-01", "date 11-24", "date 2026-12-25")]
    [InlineData(Language.Italian, "Chiami lo 041 555 0190: via Piave 112, ordine BL-123456, anni fa, art. 52.")]
    [InlineData(Language.English, "Call 041 555 0190, order BL-123456, some days ago, article 52.")]
    public void Figures_of_a_text_are_the_same_in_every_notation(Language language, string text, params string[] expected) =>
        Assert.Equal(expected, Figure.In(Folding.Fold(text), language).Select(figure => $"{figure.Unit} {figure.Value}"));
}
