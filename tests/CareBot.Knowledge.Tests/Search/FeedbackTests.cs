using CareBot.Answers;
using CareBot.Knowledge.Reading;
using CareBot.Knowledge.Search;
using CareBot.Metrics;

namespace CareBot.Knowledge.Tests.Search;

/// <summary>What the search learns from what customers make of its answers.</summary>
public sealed class FeedbackTests
{
    public static TheoryData<QuestionOutcome, string[], string[], string[]> Outcomes => new()
    {
        { QuestionOutcome.Helped, ["shown"], [], ["shown right"] },
        { QuestionOutcome.DidNotHelp, ["shown"], [], ["shown wrong"] },
        { QuestionOutcome.Chosen, ["shown"], ["other", "shown"], ["shown right", "other wrong"] },
        { QuestionOutcome.Helped, ["shown"], ["other", "shown"], ["shown right", "other wrong"] },
        { QuestionOutcome.NoneOfThese, [], ["shown", "other"], ["shown wrong", "other wrong"] },
        { QuestionOutcome.Helped, ["shown", "other"], [], [] },
        { QuestionOutcome.Answered, ["shown"], [], [] },
        { QuestionOutcome.Clarified, [], ["shown", "other"], [] },
        { QuestionOutcome.Missed, [], [], [] },
        { QuestionOutcome.Handoff, ["shown"], [], [] },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Judgements_and_choices_tell_what_was_right_and_silence_tells_nothing(
        QuestionOutcome outcome, string[] shown, string[] offered, string[] told) => Assert.Equal(
        told,
        Feedback.Of(Asked("sono [name], dove si trova il pacco?", outcome, shown, offered))
            .Select(each => $"{each.Article} {(each.Right ? "right" : "wrong")}"));

    public static TheoryData<QuestionOutcome, string[], string[], string[]> AnsweredByAgents => new()
    {
        { QuestionOutcome.Missed, [], [], ["sent right"] },
        { QuestionOutcome.Handoff, [], [], ["sent right"] },
        { QuestionOutcome.DidNotHelp, ["shown"], [], ["sent right", "shown wrong"] },
        { QuestionOutcome.Handoff, ["shown"], ["shown", "other"], ["sent right", "shown wrong", "other wrong"] },
        { QuestionOutcome.Clarified, [], ["sent", "other"], ["sent right", "other wrong"] },
        { QuestionOutcome.NoneOfThese, [], ["shown", "other"], ["sent right", "shown wrong", "other wrong"] },
        { QuestionOutcome.DidNotHelp, ["sent"], [], ["sent right"] },
        { QuestionOutcome.Missed, ["shown"], [], [] },
        { QuestionOutcome.Handoff, ["shown", "other"], [], [] },
    };

    [Theory]
    [MemberData(nameof(AnsweredByAgents))]
    public void Article_that_an_agent_sent_is_right_and_what_the_bot_had_instead_is_wrong_unless_the_message_asked_for_several(
        QuestionOutcome outcome, string[] shown, string[] offered, string[] told) => Assert.Equal(
        told,
        Feedback.Of(Asked("dove si trova il pacco?", outcome, shown, offered) with { AgentsAnswer = new("sent") })
            .Select(each => $"{each.Article} {(each.Right ? "right" : "wrong")}"));

    [Fact]
    public void Words_are_learned_from_without_what_stood_for_a_name() =>
        Assert.Equal("dove si trova il pacco?", Assert.Single(Feedback.Of(Asked("sono [name], dove si trova il pacco?", QuestionOutcome.Helped, ["shown"], []))).Text);

    [Fact]
    public void Answer_that_customers_keep_refusing_is_given_with_less_confidence_and_one_that_helps_with_more()
    {
        using var index = KnowledgeIndex.Open(Library.Read(Repository.Content, last: null, CancellationToken.None), folder: null);
        var trained = index.Train([], Pace.Full(CancellationToken.None));
        string[] questions =
        [
            "il corriere non si è visto, che succede", "volevo sapere del pagamento con la carta", "mi è arrivato rotto il vaso di vetro",
            "posso avere la fattura per la ditta", "la lampada nuova non si accende più", "quanto ci mette il divano ad arrivare",
        ];
        IReadOnlyList<Feedback> Judged(bool right) =>
            [.. questions.Select(question => Best(trained, question)).SelectMany((best, at) => Enumerable.Repeat(new Feedback(questions[at], Language.Italian, best.Article, right), 20))];

        var (refused, praised) = (trained.Train(Judged(false), Pace.Full(CancellationToken.None)), trained.Train(Judged(true), Pace.Full(CancellationToken.None)));

        Assert.All(questions, question =>
        {
            Assert.True(Best(refused, question).Confidence < Best(trained, question).Confidence - 0.05);
            Assert.True(Best(praised, question).Confidence >= Best(trained, question).Confidence);
        });
        Assert.Equal(Best(trained, questions[0]).Confidence, Best(refused.Train([], Pace.Full(CancellationToken.None)), questions[0]).Confidence, 1e-9);
    }

    private static Passage Best(KnowledgeIndex index, string question) => index.Gather(new Inquiry
    {
        Text = question,
        Prior = Language.Italian,
        Channel = "web",
        Today = new(2026, 11, 24),
    }).Passages[0];

    private static QuestionRecord Asked(string text, QuestionOutcome outcome, string[] shown, string[] offered) => new()
    {
        Contact = new("c1#1"),
        Number = 1,
        At = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
        Channel = "directline",
        Language = Language.Italian,
        Text = text,
        Outcome = outcome,
        Shown = [.. shown.Select(id => new ArticleId(id))],
        Offered = [.. offered.Select(id => new ArticleId(id))],
    };
}
