using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;

namespace CareBot.Knowledge.Tests.Linting;

public class ReachableTests
{
    private const int Edits = 12;

    private static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>What editors write: phrasings of the other article, of both, in the other language, misspelt, without matter, as a code.</summary>
    private static readonly string[] Phrasings =
    [
        "how long do refunds take", "quanto dura il rimborso", "gift card expiry", "tracking", "carta regalo", "???", "e quanto costa?",
        "where is my prcel", "dov'è il mio pacco, cazzo", "model MX-200", "mx200", "how much is it and when does it arrive", "the", "track my parcel",
        "quando arriva il pacco", "Do gift cards expire?", "rimborso", "order status", "stato dell'ordine",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Check_after_any_edit_finds_what_asking_every_phrasing_of_a_search_that_has_learnt_would_find(int seed)
    {
        using var folder = Shop();
        var random = new Random(seed);
        for (var edit = 0; edit < Edits; edit++)
        {
            Edit(folder, random);
            var library = folder.Read();

            using var trained = KnowledgeIndex.Open(library, folder: null).TrainForCustomers([], CancellationToken.None);
            var all = Reachable.Ask(library, Reachable.Asked(Published(library), Today), trained, CancellationToken.None);
            var kept = LibraryCheck.Run(library, Today, folder.IndexPath, learnt: null, CancellationToken.None);
            var anew = LibraryCheck.Run(library, Today, folder: null, learnt: null, CancellationToken.None);

            Assert.Equal(anew, kept);
            Assert.Equal(Problem.Sort([.. all]), kept.Where(problem => problem.Code is "CB209" or "CB210"));
        }
    }

    [Fact]
    public void Check_of_the_shipped_library_need_not_wait_for_the_search_to_learn()
    {
        var library = Library.Read(Repository.Content, last: null, CancellationToken.None);
        var sure = new SurePhrasings(Shelves.Build(library.Articles, Shelves.Sort(library.Articles), library.Synonyms.Entries));

        var hanging = Reachable.Asked(Published(library), Today).Where(each => sure.Bounds(each.Inquiry, each.Article).Min == 0);

        Assert.Empty(hanging.Select(each => $"{each.Article.Path}: {each.Inquiry.Text}"));
    }

    [Fact]
    public void What_a_service_has_learnt_and_customers_have_taught_it_makes_no_difference_to_a_check()
    {
        using var folder = Shop();
        folder.Write("en/parcel.md", "parcel", "Where is my parcel?", "The courier brings it.", "questions: [how long do refunds take, where is my prcel]");
        var service = LiveIndex.Open(new() { Folder = folder.Path, IndexFolder = folder.Outside("service") }, CancellationToken.None);
        var unhelped = Enumerable.Repeat(new Feedback("how long for my refund money", Language.English, new("refund"), Right: false), 50);
        service.Train([.. unhelped], Pace.Full(CancellationToken.None));
        var library = folder.Read();

        var learnt = LibraryCheck.Run(library, Today, folder: null, folder.Outside("service"), CancellationToken.None);

        Assert.NotEmpty(learnt);
        Assert.Equal(LibraryCheck.Run(library, Today, folder: null, learnt: null, CancellationToken.None), learnt);
    }

    private static List<Manuscript> Published(Library library) =>
        [.. Manuscript.AllOf(library).Where(manuscript => manuscript.IsPublished)];

    private static void Edit(LibraryFolderOnDisk folder, Random random)
    {
        var language = random.Next(2) == 0 ? "en" : "it";
        var name = (string[])["gift", "refund", "parcel", "order", "repair"] is var names ? names[random.Next(names.Length)] : "";
        var questions = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Phrasings[random.Next(Phrasings.Length)]).Distinct();
        if (random.Next(6) == 0)
        {
            File.Delete(Path.Combine(folder.Path, language, $"{name}.md"));
            return;
        }

        folder.Write(
            $"{language}/{name}.md", name, Phrasings[random.Next(Phrasings.Length)], $"What there is to say of {name}, {random.Next(100)} times.",
            "questions:", string.Join('\n', questions.Select(question => $"  - \"{question}\"")),
            random.Next(5) == 0 ? "audience: internal" : "audience: public");
    }

    private static LibraryFolderOnDisk Shop()
    {
        var folder = new LibraryFolderOnDisk();
        folder.Write("en/gift.md", "gift", "Do gift cards expire?", "A gift card never expires.", "questions: [expiry of a gift card, how long is a gift card valid]");
        folder.Write("en/refund.md", "refund", "When do I get my refund?", "Refunds take fourteen days.", "questions: [how long do refunds take, how long does a refund take]");
        folder.Write("it/gift.md", "gift", "La carta regalo scade?", "No, una carta regalo non scade mai.", "questions: [scadenza della carta regalo, quanto vale una carta regalo]");
        folder.Write("it/refund.md", "refund", "Quando arriva il rimborso?", "Il rimborso arriva entro quattordici giorni.", "questions: [quanto ci mette il rimborso]");
        return folder;
    }
}
