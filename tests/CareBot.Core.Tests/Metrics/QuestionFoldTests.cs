using System.Globalization;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Metrics;
using CareBot.Turns;
using FsCheck.Xunit;

namespace CareBot.Core.Tests.Metrics;

public class QuestionFoldTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Thread = new("thread");
    private static readonly ContactId Id = ContactId.Of(Thread, 1);
    private static readonly ArticleId Refund = new("refund-times");
    private static readonly ArticleId Costs = new("return-costs");

    private static readonly Agent Ada = new(new("ada"), "Ada");

    private static readonly CareEvent Started = new CareEvent.ContactStarted(Id, "directline", Language.Italian);

    /// <summary>Events a minute apart, the first at noon, and the questions they come to.</summary>
    public static TheoryData<string, CareEvent[], string[]> Histories => new()
    {
        { "an answer without a word on it", [Started, Said("rimborso?"), Answer(Refund, 0.9)], ["rimborso?: Answered refund-times 0.9"] },
        {
            "an answer that helped; the yes is no question",
            [Started, Said("rimborso?"), Answer(Refund, 0.9), Said("sì"), Judged(Refund, true)],
            ["rimborso?: Helped refund-times 0.9"]
        },
        {
            "an answer that did not help, and a person because of it",
            [Started, Said("rimborso?"), Answer(Refund, 0.9), Said("no"), Judged(Refund, false), Said("sì"), Handoff(HandoffReason.Offered)],
            ["rimborso?: DidNotHelp refund-times 0.9"]
        },
        { "a miss", [Started, Said("che squadra vince"), Missed()], ["che squadra vince: Missed"] },
        {
            "misses until a person takes over stay misses",
            [Started, Said("a b"), Missed(), Said("c d"), Missed(), Handoff(HandoffReason.Misses), Said("ci siete?")],
            ["a b: Missed", "c d: Missed"]
        },
        { "a choice that was left", [Started, Said("reso"), Offer()], ["reso: Clarified [refund-times,return-costs]"] },
        {
            "a choice taken by its number",
            [Started, Said("reso"), Offer(), Said("2"), Answer(Costs, 1)],
            ["reso: Chosen return-costs 1 [refund-times,return-costs]"]
        },
        {
            "a choice taken that helped",
            [Started, Said("reso"), Offer(), Said("Quanto costa il reso?"), Answer(Costs, 1), Said("sì"), Judged(Costs, true)],
            ["reso: Helped return-costs 1 [refund-times,return-costs]"]
        },
        {
            "none of these",
            [Started, Said("reso"), Offer(), Said("Nessuna di queste"), Missed()],
            ["reso: NoneOfThese [refund-times,return-costs]"]
        },
        {
            "no to a choice in English",
            [Started, Said("return"), Offer(), Said("no"), Missed()],
            ["return: NoneOfThese [refund-times,return-costs]"]
        },
        {
            "a new question instead of a choice",
            [Started, Said("reso"), Offer(), Said("quando arriva il rimborso?"), Answer(Refund, 0.8)],
            ["reso: Clarified [refund-times,return-costs]", "quando arriva il rimborso?: Answered refund-times 0.8"]
        },
        {
            "a new question that is missed instead of a choice",
            [Started, Said("reso"), Offer(), Said("e la garanzia?"), Missed()],
            ["reso: Clarified [refund-times,return-costs]", "e la garanzia?: Missed"]
        },
        {
            "an answer that calls for a person",
            [Started, Said("pacco rotto"), Answer(Refund, 0.9), Handoff(HandoffReason.Article)],
            ["pacco rotto: Handoff refund-times 0.9"]
        },
        {
            "an answer after which a person was asked for",
            [Started, Said("rimborso?"), Answer(Refund, 0.9), Said("operatore"), Handoff(HandoffReason.Asked), Said("buongiorno a lei")],
            ["rimborso?: Handoff refund-times 0.9"]
        },
        { "a bare wish for a person is no question", [Started, Said("operatore per favore"), Handoff(HandoffReason.Asked)], [] },
        {
            "a wish for a person with the matter in it",
            [Started, Said("voglio parlare con un operatore del reso che non avete accettato"), Handoff(HandoffReason.Asked)],
            ["voglio parlare con un operatore del reso che non avete accettato: Handoff"]
        },
        {
            "greetings and thanks leave nothing",
            [Started, Said("ciao"), Said("rimborso?"), Answer(Refund, 0.9), Said("grazie"), new CareEvent.ContactEnded(Id, Outcome.ResolvedAssumed)],
            ["rimborso?: Answered refund-times 0.9"]
        },
        {
            "two questions in one message, one of them missed",
            [Started, Said("orari? e riparate?"), Answer(Refund, 0.9), Missed()],
            ["orari? e riparate?: Missed refund-times 0.9"]
        },
        {
            "help judged of the answer before the last",
            [Started, Said("a b"), Answer(Refund, 0.9), Said("c d"), Answer(Costs, 0.7), Judged(Refund, true)],
            ["a b: Helped refund-times 0.9", "c d: Answered return-costs 0.7"]
        },
        {
            "words are masked",
            [Started, Said("sono Mario Rossi, l'ordine 48213 è per Gianmaria"), Missed()],
            ["sono [name], l'ordine [code] è per [name]: Missed"]
        },
        {
            "an agent sends an article for what was missed",
            [Started, Said("a b"), Missed(), Said("c d"), Missed(), Handoff(HandoffReason.Misses), Said("buongiorno"), Replied(), Sent(Refund)],
            ["a b: Missed", "c d: Missed → refund-times"]
        },
        {
            "an agent sends an article in place of one that did not help; the customer's no stays a no",
            [Started, Said("rimborso?"), Answer(Costs, 0.9), Said("no"), Judged(Costs, false), Said("sì"), Handoff(HandoffReason.Offered), Sent(Refund)],
            ["rimborso?: DidNotHelp return-costs 0.9 → refund-times"]
        },
        {
            "an agent sends one of the articles that the customer had to choose from",
            [Started, Said("reso"), Offer(), Said("operatore"), Handoff(HandoffReason.Asked), Sent(Costs)],
            ["reso: Clarified [refund-times,return-costs] → return-costs"]
        },
        {
            "of two articles the first answers",
            [Started, Said("a b"), Missed(), Handoff(HandoffReason.Misses), Sent(Refund), Said("grazie"), Sent(Costs)],
            ["a b: Missed → refund-times"]
        },
        {
            "an article that was rewritten confirms nothing",
            [Started, Said("a b"), Missed(), Handoff(HandoffReason.Misses), Sent(Refund, kept: 7)],
            ["a b: Missed"]
        },
        {
            "an article for what was asked of the person belongs to no question before",
            [Started, Said("a b"), Missed(), Handoff(HandoffReason.Misses), Said("e se lo volessi cambiare?"), Said("ok"), Sent(Refund)],
            ["a b: Missed"]
        },
        {
            "an article sent after one that helped, or without a question, answers neither",
            [Started, Said("rimborso?"), Answer(Refund, 0.9), Said("sì"), Judged(Refund, true), Said("operatore"), Handoff(HandoffReason.Asked), Sent(Costs)],
            ["rimborso?: Helped refund-times 0.9"]
        },
        { "an article sent to whoever had asked for a person only", [Started, Said("operatore"), Handoff(HandoffReason.Asked), Sent(Costs)], [] },
        {
            "an article sent after one that calls for a person says nothing against that one",
            [Started, Said("pacco rotto"), Answer(Refund, 0.9), Handoff(HandoffReason.Article), Sent(Costs)],
            ["pacco rotto: Handoff refund-times 0.9"]
        },
        { "another contact's events change nothing", [Started, new CareEvent.CustomerSaid(new("other#1"), "x y"), new CareEvent.Missed(new("other#1"))], [] },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Question_is_kept_with_what_became_of_it(string history, CareEvent[] events, string[] expected)
    {
        var questions = Fold(events).Where(question => question.Outcome is not null).ToList();

        Assert.True(expected.SequenceEqual(questions.Select(Line)), $"{history}: {string.Join(" | ", questions.Select(Line))}");
        Assert.Equal(Enumerable.Range(1, questions.Count), questions.Select(question => question.Number));
    }

    [Fact]
    public void Question_has_the_language_of_its_moment_and_the_channel_of_its_contact()
    {
        var questions = Fold(Started, Said("reso"), Missed(), new CareEvent.LanguageChanged(Id, Language.English), Said("my return"), Missed());

        Assert.Equal([Language.Italian, Language.English], questions.Select(question => question.Language));
        Assert.All(questions, question => Assert.Equal("directline", question.Channel));
        Assert.Equal([Noon.AddMinutes(1), Noon.AddMinutes(4)], questions.Select(question => question.At));
    }

    [Fact]
    public void Long_question_is_cut_after_it_is_masked_and_between_words()
    {
        var text = string.Concat(Enumerable.Repeat("rimborso ", 56)) + "anna@example.com e altro";

        var question = Assert.Single(Fold(Started, Said(text), Missed()));

        Assert.Equal(string.Concat(Enumerable.Repeat("rimborso ", 56)) + "[email]", question.Text);
        Assert.True(question.Text.Length <= QuestionRecord.TextLengthMax);
    }

    [Fact]
    public void Nothing_that_is_said_to_a_person_is_kept()
    {
        var questions = Fold(Started, Said("a b"), Missed(), Handoff(HandoffReason.Misses), Said("il mio numero è 48213, e il reso?"), Sent(Refund));

        Assert.Equal(["a b", ""], questions.Select(question => question.Text));
        Assert.Null(questions[^1].Outcome);
    }

    [Fact]
    public void Question_that_the_customer_deletes_is_gone_and_the_others_are_counted_anew()
    {
        var questions = Fold(
            Started, Said("a b", "m1"), Missed(), Said("c d", "m2"), Answer(Refund, 0.9), Said("e f", "m3"), Missed(), new CareEvent.CustomerWithdrew(Id, "m2"));

        Assert.Equal([(1, "a b"), (2, "e f")], questions.Select(question => (question.Number, question.Text)));
    }

    [Fact]
    public void Article_that_an_agent_sends_answers_no_question_before_the_one_that_was_deleted()
    {
        var questions = Fold(
            Started, Said("a b", "m1"), Missed(), Said("c d", "m2"), Missed(), Handoff(HandoffReason.Misses), new CareEvent.CustomerWithdrew(Id, "m2"), Sent(Refund));

        Assert.Equal(["a b: Missed"], questions.Where(question => question.Outcome is not null).Select(Line));
        Assert.DoesNotContain(questions, question => question.Text.Contains("c d", StringComparison.Ordinal));
    }

    [Fact]
    public void Question_that_the_customer_changes_stays_as_it_was_answered() =>
        Assert.Equal(
            ["a b: Missed"],
            Fold(Started, Said("a b", "m1"), Missed(), new CareEvent.CustomerCorrected(Id, "m1", "c d")).Select(Line));

    [Property(MaxTest = 500)]
    public void Any_events_leave_numbered_questions_of_which_the_last_alone_may_be_open(byte[] moves)
    {
        var questions = Fold([Started, .. moves.Select(Any)]);

        Assert.Equal(Enumerable.Range(1, questions.Count), questions.Select(question => question.Number));
        Assert.DoesNotContain(questions.SkipLast(1), question => question.Outcome is null);
    }

    private static IReadOnlyList<QuestionRecord> Fold(params CareEvent[] events)
    {
        ContactRecord? contact = null;
        IReadOnlyList<QuestionRecord> questions = [];
        for (var minute = 0; minute < events.Length; minute++)
        {
            var at = Noon.AddMinutes(minute);
            contact = ContactFold.Apply(contact, events[minute], Thread, at);
            questions = QuestionFold.Apply(questions, events[minute], contact!, "Gianmaria", at);
        }

        return questions;
    }

    private static string Line(QuestionRecord question) => string.Join(' ', ((string?[])
    [
        $"{question.Text}: {question.Outcome}",
        question.Shown.Count > 0 ? string.Join(',', question.Shown) : null,
        question.Confidence?.ToString(CultureInfo.InvariantCulture),
        question.Offered.Count > 0 ? $"[{string.Join(',', question.Offered)}]" : null,
        question.AgentsAnswer is { } answer ? $"→ {answer}" : null,
    ]).OfType<string>());

    private static CareEvent Any(byte move) => (move % 12) switch
    {
        0 => Said("sì"),
        1 => Said("dov'è il mio pacco", $"m{move % 5}"),
        10 => new CareEvent.CustomerWithdrew(Id, $"m{move % 5}"),
        11 => new CareEvent.CustomerCorrected(Id, $"m{move % 5}", "altro"),
        2 => Answer(Refund, move / 255.0),
        3 => Offer(),
        4 => Missed(),
        5 => Judged(Refund, move > 128),
        6 => Answer(Costs, 1),
        7 => Handoff(HandoffReason.Asked),
        8 => Sent(Costs),
        _ => Said("nessuna di queste"),
    };

    private static CareEvent.CustomerSaid Said(string text, string? message = null) => new(Id, text, Message: message);

    private static CareEvent.Answered Answer(ArticleId article, double confidence) => new(Id, article, "", confidence);

    private static CareEvent.ChoiceOffered Offer() => new(Id, [Refund, Costs]);

    private static CareEvent.Missed Missed() => new(Id);

    private static CareEvent.HelpJudged Judged(ArticleId article, bool helpful) => new(Id, article, helpful);

    private static CareEvent.AgentSaid Replied() => new(Id, Ada, "Buongiorno");

    /// <summary>An article of ten words.</summary>
    private static CareEvent.AgentSaid Sent(ArticleId article, int kept = 8) => new(Id, Ada, "", new(article, Words: 10, kept, Sent: 12));

    private static CareEvent.HandoffInitiated Handoff(HandoffReason reason) => new(Id, new("care"), reason, Noon);
}
