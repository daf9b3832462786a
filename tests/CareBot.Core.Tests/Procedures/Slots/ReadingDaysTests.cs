using CareBot.Procedures.Slots;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareBot.Core.Tests.Procedures.Slots;

/// <summary>It is Thursday, 26 November 2026.</summary>
public class ReadingDaysTests
{
    [Theory]
    [InlineData("3 dicembre 2026", "2026-12-03")]
    [InlineData("il 3 dicembre", "2026-12-03")]
    [InlineData("Il pacco è arrivato il 20 novembre, grazie", "2026-11-20")]
    [InlineData("il tre dicembre", "2026-12-03")]
    [InlineData("1° dicembre", "2026-12-01")]
    [InlineData("il primo dicembre", "2026-12-01")]
    [InlineData("20 nov", "2026-11-20")]
    [InlineData("3/12", "2026-12-03")]
    [InlineData("03.12.26", "2026-12-03")]
    [InlineData("3-12-2026", "2026-12-03")]
    [InlineData("2026-12-03", "2026-12-03")]
    [InlineData("consegnato il 3/12/2025", "2025-12-03")]
    [InlineData("3 dicembre del 2025", "2025-12-03")]
    [InlineData("il 3 gennaio", "2027-01-03")]
    [InlineData("oggi", "2026-11-26")]
    [InlineData("ieri", "2026-11-25")]
    [InlineData("l'altro ieri", "2026-11-24")]
    [InlineData("l’altroieri", "2026-11-24")]
    [InlineData("ieri l'altro", "2026-11-24")]
    [InlineData("domani", "2026-11-27")]
    [InlineData("dopodomani", "2026-11-28")]
    [InlineData("tre giorni fa", "2026-11-23")]
    [InlineData("una settimana fa", "2026-11-19")]
    [InlineData("due settimane fa circa", "2026-11-12")]
    [InlineData("due mesi fa", "2026-09-26")]
    [InlineData("un mese fa più o meno", "2026-10-26")]
    [InlineData("la settimana scorsa", "-")]
    [InlineData("tra 3 giorni", "2026-11-29")]
    [InlineData("un paio di giorni fa", "2026-11-24")]
    [InlineData("lunedì scorso", "2026-11-23")]
    [InlineData("lunedi", "2026-11-23")]
    [InlineData("lo scorso giovedì", "2026-11-19")]
    [InlineData("sabato prossimo", "2026-11-28")]
    [InlineData("lunedì 30 novembre", "2026-11-30")]
    [InlineData("venerdì della settimana prossima", "2026-12-04")]
    [InlineData("sab mattina", "2026-11-28")]
    [InlineData("il 28", "2026-11-28")]
    [InlineData("non il 3 dicembre, il 4 dicembre", "2026-12-04")]
    [InlineData("il 3 dicembre?", "2026-12-03")]
    [InlineData("31 novembre", "! NoSuchDay")]
    [InlineData("30/02/2026", "! NoSuchDay")]
    [InlineData("29 febbraio 2027", "! NoSuchDay")]
    [InlineData("3/12/9999", "! NoSuchDay")]
    [InlineData("il 3 o il 4 dicembre", "! SeveralMeant")]
    [InlineData("dal 3 al 5 dicembre", "! SeveralMeant")]
    [InlineData("2026/12/03", "2026-12-03")]
    [InlineData("se ordino oggi quando arriva?", "-")]
    [InlineData("non ricordo", "-")]
    [InlineData("ho pagato 12.50", "-")]
    [InlineData("", "-")]
    public void Day_is_found_as_Italians_write_it(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.Date(), text));

    [Theory]
    [InlineData("la settimana scorsa", "2026-11-19")]
    [InlineData("il mese scorso", "2026-10-26")]
    [InlineData("last week", "2026-11-19")]
    public void Of_what_has_happened_a_rough_day_is_enough(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.Date(DateSense.Past), text));

    [Theory]
    [InlineData("December 3rd", "2026-12-03")]
    [InlineData("3rd of December", "2026-12-03")]
    [InlineData("Dec 3, 2026", "2026-12-03")]
    [InlineData("3 December 2025", "2025-12-03")]
    [InlineData("the third of December", "2026-12-03")]
    [InlineData("december twenty-first", "2026-12-21")]
    [InlineData("it arrived on 20 November thanks", "2026-11-20")]
    [InlineData("20/11/2026", "2026-11-20")]
    [InlineData("12/25/2026", "2026-12-25")]
    [InlineData("today", "2026-11-26")]
    [InlineData("yesterday", "2026-11-25")]
    [InlineData("the day before yesterday", "2026-11-24")]
    [InlineData("tomorrow morning", "2026-11-27")]
    [InlineData("the day after tomorrow", "2026-11-28")]
    [InlineData("3 days ago", "2026-11-23")]
    [InlineData("about two weeks ago", "2026-11-12")]
    [InlineData("in 3 days", "2026-11-29")]
    [InlineData("a couple of days ago", "2026-11-24")]
    [InlineData("last Monday", "2026-11-23")]
    [InlineData("next Saturday", "2026-11-28")]
    [InlineData("Friday of next week", "2026-12-04")]
    [InlineData("Sat afternoon", "2026-11-28")]
    [InlineData("I sat there all day", "-")]
    [InlineData("on Thursday", "2026-11-26")]
    [InlineData("the 28th", "2026-11-28")]
    [InlineData("31 November", "! NoSuchDay")]
    [InlineData("Feb 30", "! NoSuchDay")]
    [InlineData("when will it get here if I order today?", "-")]
    [InlineData("I may return it", "-")]
    [InlineData("no idea", "-")]
    public void Day_is_found_as_English_speakers_write_it(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.Date(), text, Language.English));

    [Theory]
    [InlineData("3/12", DateSense.Past, "2025-12-03")]
    [InlineData("3/12", DateSense.Future, "2026-12-03")]
    [InlineData("il 20 novembre", DateSense.Past, "2026-11-20")]
    [InlineData("il 20 novembre", DateSense.Future, "2027-11-20")]
    [InlineData("lunedì", DateSense.Past, "2026-11-23")]
    [InlineData("lunedì", DateSense.Future, "2026-11-30")]
    [InlineData("il 28", DateSense.Past, "2026-10-28")]
    [InlineData("oggi", DateSense.Past, "2026-11-26")]
    [InlineData("oggi", DateSense.Future, "2026-11-26")]
    [InlineData("3 dicembre 2026", DateSense.Past, "! DayInFuture")]
    [InlineData("domani", DateSense.Past, "! DayInFuture")]
    [InlineData("20 novembre 2026", DateSense.Future, "! DayInPast")]
    [InlineData("ieri", DateSense.Future, "! DayInPast")]
    public void Day_without_its_year_or_week_is_the_one_that_makes_sense(string text, DateSense sense, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.Date(sense), text));

    [Theory]
    [InlineData("domani pomeriggio", "2026-11-27, 14:00, 18:00")]
    [InlineData("tra le 9 e le 12", "09:00, 12:00")]
    [InlineData("dalle 9 alle 12:30 di lunedì", "2026-11-30, 09:00, 12:30")]
    [InlineData("9-12", "09:00, 12:00")]
    [InlineData("lunedì 30 novembre 9:00-12:30", "2026-11-30, 09:00, 12:30")]
    [InlineData("tra le 3 e le 5 del pomeriggio", "15:00, 17:00")]
    [InlineData("fra le due e le quattro", "14:00, 16:00")]
    [InlineData("dopo le 15", "15:00, 20:00")]
    [InlineData("prima di sera, diciamo prima delle 12", "08:00, 12:00")]
    [InlineData("entro mezzogiorno, va bene entro le 12", "08:00, 12:00")]
    [InlineData("alle 15.30", "15:30, 16:30")]
    [InlineData("verso le 10 domani", "2026-11-27, 10:00, 11:00")]
    [InlineData("stasera", "2026-11-26, 18:00, 20:00")]
    [InlineData("di mattina", "08:00, 12:00")]
    [InlineData("sabato mattina", "2026-11-28, 08:00, 12:00")]
    [InlineData("il 3/12 dopo le 16", "2026-12-03, 16:00, 20:00")]
    [InlineData("domani", "2026-11-27, 08:00, 20:00")]
    [InlineData("a qualsiasi ora", "08:00, 20:00")]
    [InlineData("dalle 12 alle 9", "! WindowEndsFirst")]
    [InlineData("alle tre e mezza", "15:30, 16:30")]
    [InlineData("verso mezzogiorno", "12:00, 13:00")]
    [InlineData("non prima delle 16", "16:00, 20:00")]
    [InlineData("non dopo le 11", "08:00, 11:00")]
    [InlineData("dopo pranzo", "14:00, 18:00")]
    [InlineData("mai di sabato", "-")]
    [InlineData("non posso domani", "-")]
    [InlineData("tra lunedì e mercoledì", "! SeveralMeant")]
    [InlineData("il 12 novembre dopo le 15", "! DayTooFar")]
    [InlineData("alle 27", "! NoSuchHour")]
    [InlineData("ieri pomeriggio", "! DayInPast")]
    [InlineData("il 31 novembre alle 10", "! NoSuchDay")]
    [InlineData("a che ora chiamate?", "-")]
    [InlineData("non saprei", "-")]
    public void Hours_are_found_as_Italians_write_them(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.TimeWindow(), text));

    [Theory]
    [InlineData("tomorrow afternoon", "2026-11-27, 14:00, 18:00")]
    [InlineData("between 9 and 12", "09:00, 12:00")]
    [InlineData("from 9am to 12pm", "09:00, 12:00")]
    [InlineData("2 to 4 pm", "14:00, 16:00")]
    [InlineData("9:30am - 11am on Monday", "2026-11-30, 09:30, 11:00")]
    [InlineData("after 3pm", "15:00, 20:00")]
    [InlineData("before noon", "08:00, 12:00")]
    [InlineData("at 3 pm", "15:00, 16:00")]
    [InlineData("around 10", "10:00, 11:00")]
    [InlineData("11 to 1pm", "11:00, 13:00")]
    [InlineData("6 to 8 am", "06:00, 08:00")]
    [InlineData("half past three", "15:30, 16:30")]
    [InlineData("not before 4pm", "16:00, 20:00")]
    [InlineData("never on Mondays", "-")]
    [InlineData("4pm", "16:00, 17:00")]
    [InlineData("this evening", "2026-11-26, 18:00, 20:00")]
    [InlineData("Monday morning please", "2026-11-30, 08:00, 12:00")]
    [InlineData("any time tomorrow", "2026-11-27, 08:00, 20:00")]
    [InlineData("at lunch time", "12:00, 14:00")]
    [InlineData("from 12 to 9am", "! WindowEndsFirst")]
    [InlineData("at 14pm", "! NoSuchHour")]
    [InlineData("yesterday at 10", "! DayInPast")]
    [InlineData("what time do you close?", "-")]
    [InlineData("I don't mind", "-")]
    public void Hours_are_found_as_English_speakers_write_them(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(new SlotType.TimeWindow(), text, Language.English));

    [Theory]
    [InlineData("oggi pomeriggio", 17, "2026-11-26, 14:00, 18:00")]
    [InlineData("oggi pomeriggio", 18, "! WindowPast")]
    [InlineData("oggi tra le 9 e le 12", 20, "! WindowPast")]
    [InlineData("domani tra le 9 e le 12", 20, "2026-11-27, 09:00, 12:00")]
    [InlineData("tra le 9 e le 12", 20, "09:00, 12:00")]
    public void Hours_of_today_that_are_over_are_not_taken(string text, int clock, string expected) =>
        Assert.Equal(expected, new SlotType.TimeWindow().Read(text, [], new(Language.Italian, Reading.Today) { Time = TimeSpan.FromHours(clock) }) switch
        {
            SlotReading.Filled filled => filled.Value.ToString(),
            var other => $"! {Assert.IsType<SlotReading.Invalid>(other).Fault}",
        });

    [Property(MaxTest = 300)]
    public Property Day_that_is_shown_is_read_back() => Prop.ForAll(
        Gen.Choose(-400, 400).Select(Reading.Today.AddDays).ToArbitrary(),
        day => new[] { Language.Italian, Language.English }.All(language =>
            Reading.Of(new SlotType.Date(), new SlotType.Date().Show(new CareBot.Procedures.Value.Date(day), language), language)
                == new CareBot.Procedures.Value.Date(day).ToString()));
}
