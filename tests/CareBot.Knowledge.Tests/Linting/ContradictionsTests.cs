namespace CareBot.Knowledge.Tests.Linting;

public class ContradictionsTests
{
    [Theory]
    [InlineData("it", "Può restituire un acquisto online entro 14 giorni dalla consegna.", "Un acquisto online si può restituire entro trenta giorni dalla consegna.", "`trenta giorni`", "`14 giorni`")]
    [InlineData("it", "L'etichetta di reso costa 4,90 €.", "Il costo dell'etichetta di reso è 5,90 €.", "`5,90 €`", "`4,90 €`")]
    [InlineData("en", "Our stores close at 19:30 from Monday to Saturday.", "From Monday to Saturday, our stores close at 20:00.", "`20:00`", "`19:30`")]
    [InlineData("en", "The members of our club get a discount of 10% on lamps.", "Members of the club get a discount of 15% on our lamps.", "`15%`", "`10%`")]
    [InlineData("en", "The winter sale of carpets ends on 6 January.", "Our winter sale of carpets ends on 8 January.", "`8 January`", "`6 January`")]
    public void Articles_that_give_different_figures_for_the_same_thing_are_both_named(
        string language, string first, string second, string here, string there)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write($"{language}/a.md", "a", "One", $"First line.\n\n{first}");
        folder.Write($"{language}/b.md", "b", "Other", second, "kind: script");

        var problem = Assert.Single(folder.Check("CB207"));

        Assert.StartsWith($"{language}/b.md:7:{second.IndexOf(here.Trim('`'), StringComparison.Ordinal) + 1}: warning CB207: ", problem, StringComparison.Ordinal);
        Assert.Contains($"this says {here} where {language}/a.md:8 says {there}", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("You can return online purchases within 14 days of delivery.", "You can return online purchases within fourteen days of delivery.")]
    [InlineData("Standard delivery in Italy takes 3–5 working days.", "Standard delivery in Italy costs €5.90.")]
    [InlineData("You can return online purchases within 14 days of delivery.", "Report a broken lamp to the courier within 8 days.")]
    [InlineData("Delivery to the islands takes 7 days.", "Delivery takes 5 days.")]
    [InlineData("Returns by post cost €4.90 and take 14 days.", "Returns by post cost €4.90, take 14 days and another 3 days for the bank.")]
    [InlineData("You can return online purchases within 14 days.", "You can return online purchases within 30 days.", "status: draft")]
    public void Same_figures_other_units_other_things_and_drafts_are_no_contradiction(string first, string second, string more = "kind: faq")
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "One", first);
        folder.Write("en/b.md", "b", "Other", second, more);

        Assert.Empty(folder.Check("CB207"));
    }

    [Fact]
    public void One_article_may_weigh_two_cases()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "One", "You can return lamps within 14 days of delivery. You can return carpets within 30 days of delivery.");

        Assert.Empty(folder.Check("CB207"));
    }

    [Fact]
    public void Languages_of_one_article_that_give_different_figures_are_named()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Return", "Within 14 days it costs €4.90.");
        folder.Write("it/a.md", "a", "Reso", "Costa 4,90 € entro\n15 giorni.");
        folder.Write("en/b.md", "b", "Delivery", "Two to three days, by 9:30.");
        folder.Write("it/b.md", "b", "Consegna", "Entro le 9:30, in 2–3 giorni (di solito 2 settimane prima di Natale).");

        var problem = Assert.Single(folder.Check("CB212"));

        Assert.StartsWith("it/a.md:7:1: warning CB212: this says `15 giorni` where en/a.md says `14 days`", problem, StringComparison.Ordinal);
    }
}
