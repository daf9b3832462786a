using CareBot.Answers;
using CareBot.Desk;
using CareBot.Privacy;
using CareBot.Turns;

namespace CareBot.Metrics;

/// <summary>Makes a contact's questions, masked, out of its events, one at a time and in order.</summary>
/// <remarks>
/// Whether words were a question shows in what follows them. So they are kept as an open question (no outcome) until an event says
/// what became of them, and are dropped where none does: a greeting, a "yes", the number of a choice, words for a person.
///
/// An article that an agent sends answers the question that led to the handoff, as long as that is what the two are about: once the
/// customer has written something else to people, nobody knows which words it answers, and a wrong lesson is worse than none.
///
/// A message that the customer deletes is gone from here too. One that they change stays as it was asked: what became of it became
/// of those words.
/// </remarks>
public static class QuestionFold
{
    /// <summary>The words up to which a wish for a person is nothing but that.</summary>
    private const int BareWishWordsMax = 7;

    /// <summary>The contact whose questions an event changes; null for an event that changes none.</summary>
    public static ContactId? ContactOf(CareEvent happened) => happened switch
    {
        CareEvent.CustomerSaid said => said.Contact,
        CareEvent.CustomerWithdrew withdrew => withdrew.Contact,
        CareEvent.Answered answered => answered.Contact,
        CareEvent.ChoiceOffered offered => offered.Contact,
        CareEvent.Missed missed => missed.Contact,
        CareEvent.HelpJudged judged => judged.Contact,
        CareEvent.HandoffInitiated initiated => initiated.Contact,
        CareEvent.AgentSaid { From: not null } said => said.Contact,
        CareEvent.ContactEnded ended => ended.Contact,
        _ => null,
    };

    /// <summary>The questions after one event. Total: an event of another contact, or one that does not fit, changes nothing.</summary>
    /// <param name="questions">The contact's questions so far, in order.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="contact">The contact's record, this event included.</param>
    /// <param name="customer">The customer's name, to be masked; null where it is not known.</param>
    /// <param name="at">When it happened.</param>
    public static IReadOnlyList<QuestionRecord> Apply(
        IReadOnlyList<QuestionRecord> questions, CareEvent happened, ContactRecord contact, string? customer, DateTimeOffset at) =>
        ContactOf(happened) != contact.Id ? questions : happened switch
        {
            CareEvent.CustomerSaid said when contact.QueuedAt is null => [.. Decided(questions), Open(questions, said, contact, customer, at)],
            CareEvent.CustomerSaid said => SmallTalks.IsCourtesy(said.Text) ? questions : GoOn(questions, contact, at),
            CareEvent.CustomerWithdrew withdrew => Withdraw(questions, withdrew.Message),
            CareEvent.Answered answered => Answer(questions, answered),
            CareEvent.ChoiceOffered offered => ChangeLast(
                questions, question => question with { Outcome = QuestionOutcome.Clarified, Offered = offered.Articles }),
            CareEvent.Missed => Miss(questions),
            CareEvent.HelpJudged judged => Judge(questions, judged),
            CareEvent.HandoffInitiated => HandOver(questions),
            CareEvent.AgentSaid { From: { IsConfirmed: true } from } => Confirm(questions, from.Article, contact),
            CareEvent.ContactEnded => Decided(questions),
            _ => questions,
        };

    private static QuestionRecord Open(
        IReadOnlyList<QuestionRecord> questions, CareEvent.CustomerSaid said, ContactRecord contact, string? customer, DateTimeOffset at) => new()
        {
            Contact = contact.Id,
            Number = Decided(questions).Count + 1,
            At = at,
            Channel = contact.Channel,
            Language = contact.Language,
            Message = said.Message,
            Text = Cut(Pseudonyms.Mask(said.Text, customer)),
        };

    /// <summary>An article that was just offered and is now certain was chosen: the question is the one before the choice.</summary>
    private static IReadOnlyList<QuestionRecord> Answer(IReadOnlyList<QuestionRecord> questions, CareEvent.Answered answered)
    {
        var decided = Decided(questions);
        return decided is [.., { Outcome: QuestionOutcome.Clarified } asked] && answered.Confidence >= 1 && asked.Offered.Contains(answered.Article)
            ? ChangeLast(decided, question => Showing(question, answered) with { Outcome = QuestionOutcome.Chosen })
            : ChangeLast(questions, question => Showing(question, answered) with { Outcome = question.Outcome ?? QuestionOutcome.Answered });
    }

    private static QuestionRecord Showing(QuestionRecord question, CareEvent.Answered answered) => question with
    {
        Shown = [.. question.Shown, answered.Article],
        Confidence = question.Confidence ?? answered.Confidence,
    };

    private static IReadOnlyList<QuestionRecord> Miss(IReadOnlyList<QuestionRecord> questions)
    {
        var decided = Decided(questions);
        return questions is [.., { Outcome: null } said]
            && decided is [.., { Outcome: QuestionOutcome.Clarified }]
            && Phrases.RefusesChoice(said.Text)
                ? ChangeLast(decided, question => question with { Outcome = QuestionOutcome.NoneOfThese })
                : ChangeLast(questions, question => question with { Outcome = QuestionOutcome.Missed });
    }

    private static List<QuestionRecord> Judge(IReadOnlyList<QuestionRecord> questions, CareEvent.HelpJudged judged)
    {
        var outcome = judged.Helpful ? QuestionOutcome.Helped : QuestionOutcome.DidNotHelp;
        var decided = Decided(questions).ToList();
        var at = decided.FindLastIndex(question => question.Shown.Contains(judged.Article));
        if (at >= 0)
        {
            decided[at] = decided[at] with { Outcome = outcome };
        }

        return decided;
    }

    /// <summary>A miss or a "no" says more than that a person was brought in because of it, and stays.</summary>
    private static IReadOnlyList<QuestionRecord> HandOver(IReadOnlyList<QuestionRecord> questions)
    {
        if (questions is [.., { Outcome: null } said] && said.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > BareWishWordsMax)
        {
            return ChangeLast(questions, question => question with { Outcome = QuestionOutcome.Handoff });
        }

        var decided = Decided(questions);
        return decided is [.., { Outcome: QuestionOutcome.Answered or QuestionOutcome.Chosen }]
            ? ChangeLast(decided, question => question with { Outcome = QuestionOutcome.Handoff })
            : decided;
    }

    /// <summary>What is said to a person, or while waiting for one, is no question to the bot, and none of its words are kept: an open
    /// question without words says no more than that the customer has gone on.</summary>
    private static IReadOnlyList<QuestionRecord> GoOn(IReadOnlyList<QuestionRecord> questions, ContactRecord contact, DateTimeOffset at) =>
        [.. Decided(questions), Open(questions, new CareEvent.CustomerSaid(contact.Id, ""), contact, null, at)];

    /// <summary>The agent's first article answers what the bot did not. It says nothing of an answer that had helped, and nothing
    /// against an article that itself calls for a person.</summary>
    private static IReadOnlyList<QuestionRecord> Confirm(
        IReadOnlyList<QuestionRecord> questions, ArticleId article, ContactRecord contact) =>
        contact.HandoffReason is not (null or HandoffReason.Article)
        && questions is [.., { Outcome: not (null or QuestionOutcome.Helped), AgentsAnswer: null }]
            ? ChangeLast(questions, question => question with { AgentsAnswer = article })
            : questions;

    /// <summary>What was deleted is no question. The last one leaves an open one without words: what follows is not about the one before.</summary>
    private static List<QuestionRecord> Withdraw(IReadOnlyList<QuestionRecord> questions, string message)
    {
        var left = Without(questions, message);
        return questions is [.., var last] && last.Message == message ? [.. left, Wordless(last, left.Count + 1)] : left;
    }

    private static List<QuestionRecord> Without(IReadOnlyList<QuestionRecord> questions, string message) =>
    [
        .. questions
            .Where(question => question.Message != message)
            .Select((question, at) => question.Number == at + 1 ? question : question with { Number = at + 1 }),
    ];

    private static QuestionRecord Wordless(QuestionRecord question, int number) => new()
    {
        Contact = question.Contact,
        Number = number,
        At = question.At,
        Channel = question.Channel,
        Language = question.Language,
        Text = "",
    };

    private static IReadOnlyList<QuestionRecord> Decided(IReadOnlyList<QuestionRecord> questions) =>
        questions is [.., { Outcome: null }] ? [.. questions.SkipLast(1)] : questions;

    private static IReadOnlyList<QuestionRecord> ChangeLast(
        IReadOnlyList<QuestionRecord> questions, Func<QuestionRecord, QuestionRecord> change) =>
        questions is [.., var last] ? [.. questions.SkipLast(1), change(last)] : questions;

    /// <summary>Between two words: half a placeholder, or half a word, would be taken for something else.</summary>
    private static string Cut(string masked)
    {
        if (masked.Length <= QuestionRecord.TextLengthMax)
        {
            return masked;
        }

        var blank = masked.LastIndexOf(' ', QuestionRecord.TextLengthMax);
        return blank > 0 ? masked[..blank] : masked[..QuestionRecord.TextLengthMax];
    }
}
