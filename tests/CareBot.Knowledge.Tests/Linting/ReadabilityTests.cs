using System.Globalization;

namespace CareBot.Knowledge.Tests.Linting;

public class ReadabilityTests
{
    private const string HardItalian =
        "Ai sensi e per gli effetti della normativa summenzionata, l'esercizio della facoltà di ripensamento presuppone la tempestiva "
        + "comunicazione scritta della relativa determinazione all'intermediario commerciale, corredata dell'indicazione inequivocabile "
        + "della prestazione contrattuale precedentemente commissionata, fermo restando che l'inosservanza delle prescrizioni "
        + "procedimentali sopraindicate comporterebbe irrimediabilmente la decadenza dalle prerogative riconosciute.";

    private const string EasyItalian =
        "Può rendere un articolo entro trenta giorni. Apra la pagina dei suoi ordini e scelga che cosa rende. Le mandiamo subito "
        + "un'etichetta. La metta sul pacco e lo porti alle poste. Quando il pacco torna da noi, le ridiamo i soldi. Se ha dubbi, ci "
        + "scriva in chat: le diciamo come fare, passo per passo.";

    private const string HardEnglish =
        "Notwithstanding the aforementioned contractual stipulations, the exercise of the discretionary cancellation entitlement "
        + "presupposes contemporaneous notification in writing to the commercial intermediary, accompanied by unequivocal identification "
        + "of the previously commissioned merchandise, it being understood that non-compliance with procedural requirements necessarily "
        + "precipitates irrevocable forfeiture of the corresponding reimbursement prerogatives and associated compensatory remedies.";

    private const string EasyEnglish =
        "You can send a thing back within thirty days. Open the page with your orders and pick what you want to return. We send you a "
        + "label at once. Put it on the box and take it to the post. When the box is back with us, we pay you back. If you are not sure, "
        + "write to us in the chat and we will help you, step by step.";

    [Theory]
    [InlineData("it", HardItalian, "Gulpease")]
    [InlineData("it", EasyItalian, null)]
    [InlineData("en", HardEnglish, "Flesch")]
    [InlineData("en", EasyEnglish, null)]
    public void Text_that_is_hard_to_read_is_named_with_its_score(string language, string text, string? measure)
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write($"{language}/a.md", "a", "Parcels", text);

        var problems = folder.Check("CB306");

        Assert.Equal(measure is null ? 0 : 1, problems.Count);
        Assert.All(problems, problem => Assert.StartsWith($"{language}/a.md:6:1: warning CB306: the text is hard to read ({measure} ", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_of_a_few_words_is_not_judged()
    {
        using var folder = new LibraryFolderOnDisk();
        folder.Write("en/a.md", "a", "Parcels", HardEnglish[..HardEnglish.IndexOf(',', StringComparison.Ordinal)]);

        Assert.Empty(folder.Check("CB306"));
    }

    [Fact]
    public void Items_of_a_list_are_sentences()
    {
        using var folder = new LibraryFolderOnDisk();
        var item = string.Create(CultureInfo.InvariantCulture, $"- we come on weekdays to your door\n");
        folder.Write("en/a.md", "a", "Parcels", string.Concat(Enumerable.Repeat(item, 12)));

        Assert.Empty(folder.Check("CB306"));
    }
}
