using CareBot.Answers;
using CareBot.Knowledge.Impact;
using CareBot.Knowledge.Search;
using CareBot.Knowledge.Tests.Gaps;
using CareBot.Metrics;

namespace CareBot.Knowledge.Tests.Impact;

public sealed class ImpactReportTests : IDisposable
{
    private readonly LibraryFolderOnDisk was = new();
    private readonly LibraryFolderOnDisk now = new();

    public ImpactReportTests()
    {
        foreach (var folder in (LibraryFolderOnDisk[])[was, now])
        {
            Refunds(folder, "refund-times");
            folder.Write(
                "it/delivery.md", "delivery-costs", "Quanto costa la spedizione?", "La spedizione costa 6,90 €.", "questions: [costo della spedizione]");

            // A library of one article has nothing to tell it from.
            folder.Write("it/hours.md", "store-hours", "Quali sono gli orari del negozio?", "Dalle 9 alle 18.", "questions: [a che ora aprite]");
            folder.Write("it/gift.md", "gift-cards", "Come funziona la carta regalo?", "Vale due anni.", "questions: [buono regalo]");
            folder.Write("it/vat.md", "invoices", "Posso avere la fattura?", "Sì, su richiesta.", "questions: [mi serve la fattura]");
        }
    }

    [Fact]
    public void Same_library_changes_nothing() =>
        Assert.Empty(Report(Asked.Missed("quando arriva il rimborso?", 1), Asked.Missed("quanto costa la spedizione?", 2)));

    [Fact]
    public void Answer_of_an_article_that_is_gone_is_lost()
    {
        File.Delete(Path.Combine(now.Path, "it", "refund.md"));

        var change = Assert.Single(Report(
            Asked.Missed("quando arriva il rimborso?", 1), Asked.Missed("Quando arriva il rimborso?", 2), Asked.Missed("quando arriva il rimborso?", 3)),
            change => change.Times == 2);

        Assert.Equal(AnswerChangeKind.Lost, change.Kind);
        Assert.Equal(new("refund-times"), change.Before.Article);
        Assert.True(change.Before.IsAnswer);
        Assert.True(change.Before.Confidence > change.After.Confidence);
        Assert.False(change.HurtsHelpful);
    }

    [Fact]
    public void Answer_of_an_article_that_is_new_is_gained()
    {
        now.Write("it/courses.md", "courses", "Fate corsi di ceramica?", "Sì, il sabato.", "questions: [corsi di ceramica]");

        var change = Assert.Single(Report(Asked.Missed("fate corsi di ceramica?", 1)));

        Assert.Equal((AnswerChangeKind.Gained, new ArticleId("courses")), (change.Kind, change.After.Article!.Value));
    }

    [Fact]
    public void Another_article_that_takes_a_question_over_is_a_change()
    {
        File.Delete(Path.Combine(now.Path, "it", "refund.md"));
        Refunds(now, "refunds-new");

        var change = Assert.Single(Report(Asked.Shown("quando arriva il rimborso?", 1, "other", QuestionOutcome.Helped)));

        Assert.Equal(AnswerChangeKind.Changed, change.Kind);
        Assert.Equal((new ArticleId("refund-times"), new ArticleId("refunds-new")), (change.Before.Article!.Value, change.After.Article!.Value));
        Assert.False(change.HurtsHelpful);
    }

    [Fact]
    public void Lost_answer_that_had_helped_is_marked_and_comes_first()
    {
        File.Delete(Path.Combine(now.Path, "it", "refund.md"));
        File.Delete(Path.Combine(now.Path, "it", "delivery.md"));

        var changes = Report(
            Asked.Missed("quanto costa la spedizione?", 1),
            Asked.Missed("quanto costa la spedizione?", 2),
            Asked.Shown("quando arriva il rimborso?", 3, "refund-times", QuestionOutcome.Helped));

        Assert.Equal([true, false], changes.Select(change => change.HurtsHelpful));
        Assert.Equal("quando arriva il rimborso?", changes[0].Question);
    }

    public void Dispose()
    {
        was.Dispose();
        now.Dispose();
    }

    private static void Refunds(LibraryFolderOnDisk folder, string id) => folder.Write(
        "it/refund.md", id, "Quando arriva il rimborso?", "Il rimborso arriva entro 14 giorni.", "questions: [quando ricevo il rimborso]");

    private IReadOnlyList<AnswerChange> Report(params QuestionRecord[] questions)
    {
        using var before = KnowledgeIndex.Open(was.Read(), folder: null);
        using var after = KnowledgeIndex.Open(now.Read(), folder: null);
        return ImpactReport.Of(questions, before, after, new(), new(2026, 3, 2));
    }
}
