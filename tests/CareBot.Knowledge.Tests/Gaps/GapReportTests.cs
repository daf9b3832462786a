using CareBot.Answers;
using CareBot.Knowledge.Gaps;
using CareBot.Knowledge.Search;
using CareBot.Metrics;

namespace CareBot.Knowledge.Tests.Gaps;

public sealed class GapReportTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private readonly LibraryFolderOnDisk folder = new();

    public GapReportTests()
    {
        folder.Write(
            "it/refund-times.md", "refund-times", "Quando arriva il rimborso?", "Il rimborso arriva entro 14 giorni.",
            "questions: [quando ricevo il rimborso, in quanti giorni arriva il rimborso]");
        folder.Write(
            "it/delivery-costs.md", "delivery-costs", "Quanto costa la spedizione?", "La spedizione costa 6,90 €.",
            "questions: [costo della spedizione, quanto si paga per la consegna]");
    }

    [Fact]
    public void Gap_that_most_contacts_ran_into_comes_first_and_of_like_ones_the_one_that_grows()
    {
        List<QuestionRecord> now =
        [
            .. Many("fate corsi di ceramica?", 1, 2), .. Many("dove parcheggio?", 11, 4), .. Many("riparate le lampade?", 21, 4),
        ];
        List<QuestionRecord> before = [.. Many("dove parcheggio?", 101, 4), .. Many("riparate le lampade?", 111, 1), .. Many("altro tema", 121, 9)];

        var gaps = Report(now, before);

        Assert.Equal(["riparate le lampade?", "dove parcheggio?", "fate corsi di ceramica?"], gaps.Select(gap => gap.Typical.First()));
        Assert.Equal([4, 4, 2], gaps.Select(gap => gap.Contacts));
        Assert.Equal([1, 4, 0], gaps.Select(gap => gap.ContactsBefore));
    }

    [Fact]
    public void One_contact_that_asks_again_and_again_is_one()
    {
        var again = Enumerable.Range(1, 5).Select(number => Asked.Missed("fate corsi di ceramica?", 1) with { Number = number });

        Assert.Equal(1, Assert.Single(Report([.. again])).Contacts);
    }

    [Fact]
    public void Outcomes_are_counted_the_most_frequent_first_and_good_ones_are_no_gap()
    {
        var gaps = Report(
        [
            Asked.Missed("rimborso in contanti?", 1),
            Asked.Shown("rimborso in contanti?", 2, "refund-times", QuestionOutcome.DidNotHelp),
            Asked.Shown("rimborso in contanti?", 3, "refund-times", QuestionOutcome.DidNotHelp),
            Asked.Shown("rimborso in contanti?", 4, "refund-times", QuestionOutcome.Helped),
            Asked.Shown("rimborso in contanti?", 5, "refund-times", QuestionOutcome.Handoff),
        ]);

        Assert.Equal(
            [new(QuestionOutcome.DidNotHelp, 2), new(QuestionOutcome.Missed, 1)],
            Assert.Single(gaps).Outcomes);
    }

    [Fact]
    public void Article_that_was_shown_in_vain_is_named_with_how_often()
    {
        var gap = Assert.Single(Report(
        [
            Asked.Shown("quando ricevo il rimborso?", 1, "refund-times", QuestionOutcome.DidNotHelp),
            Asked.Shown("quando ricevo il rimborso", 2, "refund-times", QuestionOutcome.DidNotHelp),
        ]));

        Assert.Equal(new("refund-times"), gap.Nearest!.Article);
        Assert.InRange(gap.Nearest.Confidence, 0.5, 1);
        Assert.Equal(new WhyLost.DidNotHelp(2), gap.Why);
    }

    [Fact]
    public void Article_below_the_threshold_is_named_with_the_threshold()
    {
        var strict = new AnswerPolicy { WrongAnswersMax = 0.0001 };

        var gap = Assert.Single(Report([Asked.Missed("quando riaprite la spedizione per la Sardegna insulare?", 1)], policy: strict));

        Assert.NotNull(gap.Nearest);
        Assert.Equal(new WhyLost.BelowThreshold(strict.AnswerMin), gap.Why);
    }

    [Fact]
    public void Question_that_the_present_library_answers_is_said_to_be_answered_now() =>
        Assert.Equal(new WhyLost.AnswersNow(), Assert.Single(Report([Asked.Missed("quando ricevo il rimborso?", 1)])).Why);

    [Fact]
    public void Rival_that_is_too_close_is_named()
    {
        folder.Write(
            "it/refund-card.md", "refund-card", "Quando arriva il rimborso?", "Il rimborso arriva entro 14 giorni.",
            "questions: [quando ricevo il rimborso, in quanti giorni arriva il rimborso]");

        var gap = Assert.Single(Report([Asked.Missed("quando ricevo il rimborso?", 1)]));

        var close = Assert.IsType<WhyLost.TooClose>(gap.Why);
        Assert.Equal(["refund-card", "refund-times"], new[] { gap.Nearest!.Article.Value, close.Rival.Value }.Order());
    }

    [Fact]
    public void Question_that_agents_answered_from_the_library_is_a_gap_of_finding_and_names_their_article()
    {
        var gap = Assert.Single(Report(policy: new() { WrongAnswersMax = 0.0001 }, questions:
        [
            Asked.Missed("quando riaprite la spedizione per la Sardegna?", 1) with { AgentsAnswer = new("delivery-costs") },
            Asked.Missed("quando riaprite la spedizione per la Sardegna", 2) with { AgentsAnswer = new("refund-times") },
            Asked.Missed("riaprite la spedizione per la Sardegna", 3) with { AgentsAnswer = new("delivery-costs") },
            Asked.Missed("riaprite la spedizione in Sardegna", 4),
        ]));

        Assert.Equal(new WhyLost.AgentsFoundIt(new("delivery-costs"), 2), gap.Why);
        Assert.Equal([new(QuestionOutcome.Missed, 4)], gap.Outcomes);
        Assert.Equal(4, gap.Contacts);
    }

    [Fact]
    public void Customers_no_is_counted_as_it_was_when_an_agent_answered_after_it()
    {
        var said = Asked.Shown("quando ricevo il rimborso?", 1, "refund-times", QuestionOutcome.DidNotHelp);

        var elsewhere = Assert.Single(Report([said with { AgentsAnswer = new("delivery-costs") }]));
        var again = Assert.Single(Report([said with { AgentsAnswer = new("refund-times") }]));

        Assert.Equal([new(QuestionOutcome.DidNotHelp, 1)], elsewhere.Outcomes);
        Assert.Equal(elsewhere.Outcomes, again.Outcomes);
        Assert.Equal(new WhyLost.AgentsFoundIt(new("delivery-costs"), 1), elsewhere.Why);
        Assert.Equal(new WhyLost.DidNotHelp(1), again.Why);
    }

    [Fact]
    public void Handoff_after_an_answer_is_a_gap_only_where_the_agent_answered_with_another_article()
    {
        var handedOver = Asked.Shown("quando ricevo il rimborso?", 1, "refund-times", QuestionOutcome.Handoff);

        Assert.Empty(Report([handedOver]));
        Assert.Empty(Report([handedOver with { AgentsAnswer = new("refund-times") }]));
        Assert.Equal(
            new WhyLost.AgentsFoundIt(new("delivery-costs"), 1),
            Assert.Single(Report([handedOver with { AgentsAnswer = new("delivery-costs") }])).Why);
    }

    [Fact]
    public void Article_of_the_agents_that_the_present_library_finds_is_said_to_answer_now() => Assert.Equal(
        new WhyLost.AnswersNow(),
        Assert.Single(Report([Asked.Missed("quando ricevo il rimborso?", 1) with { AgentsAnswer = new("refund-times") }])).Why);

    [Fact]
    public void Question_near_to_nothing_has_no_nearest_article()
    {
        var gap = Assert.Single(Report([Asked.Missed("xyzzy qqq", 1)]));

        Assert.Null(gap.Nearest);
        Assert.IsType<WhyLost.NothingNear>(gap.Why);
        Assert.Null(gap.ContactsBefore);
    }

    public void Dispose() => folder.Dispose();

    private IReadOnlyList<Gap> Report(
        IReadOnlyList<QuestionRecord> questions, IReadOnlyList<QuestionRecord>? before = null, AnswerPolicy? policy = null)
    {
        using var index = KnowledgeIndex.Open(folder.Read(), folder: null);
        return GapReport.Of(questions, before, index, policy ?? new(), Today);
    }

    private static IEnumerable<QuestionRecord> Many(string text, int first, int count) =>
        Enumerable.Range(first, count).Select(number => Asked.Missed(text, number));
}
