using CareBot.Desk;
using CareBot.Metrics;
using CareBot.Turns;
using FsCheck.Xunit;

namespace CareBot.Core.Tests.Metrics;

public class ContactFoldTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConversationId Thread = new("thread");
    private static readonly ContactId Id = ContactId.Of(Thread, 1);
    private static readonly Agent Ada = new(new("ada"), "Ada");
    private static readonly Agent Ivo = new(new("ivo"), "Ivo");

    private static readonly CareEvent Started = new CareEvent.ContactStarted(Id, "directline", Language.Italian);

    private static readonly ContactRecord Open = new()
    {
        Id = Id,
        Conversation = Thread,
        Channel = "directline",
        Language = Language.Italian,
        StartedAt = Noon,
    };

    /// <summary>Events a minute apart, the first at noon, and the record they come to.</summary>
    public static TheoryData<string, CareEvent[], ContactRecord?> Histories => new()
    {
        { "a start opens a record", [Started], Open },
        { "without a start there is no record", [Answer("refund-times", "returns", 0.9), Ended(Outcome.Dropped)], null },
        { "a start counts once", [Started, Started], Open },
        {
            "words, misses and notes change nothing",
            [
                Started, new CareEvent.CustomerSaid(Id, "?"), new CareEvent.Introduced(Language.Italian),
                new CareEvent.BotSaid(Id, "."), new CareEvent.Missed(Id), new CareEvent.ChoiceOffered(Id, []),
                new CareEvent.NoteWritten(Id, Ada, "."), new CareEvent.HandoffOverdue(Id), new CareEvent.HandoffCompleted(Id, Ada),
            ],
            Open
        },
        {
            "the language is the last",
            [Started, new CareEvent.LanguageChanged(Id, Language.English)],
            Open with { Language = Language.English }
        },
        {
            "time and confidence are the first answer's, the topic is the last's",
            [Started, Answer("refund-times", "returns", 0.9), Judged("refund-times", false), Answer("parcel-late", "delivery", 0.7)],
            Open with
            {
                Topic = "delivery",
                FirstAnswerAt = Noon.AddMinutes(1),
                Articles = [new("refund-times"), new("parcel-late")],
                Confidence = 0.9,
                Helpful = false,
            }
        },
        {
            "two answers to one message are both shown, judged once, and counted under the second's topic",
            [
                Started, Answer("delivery-costs", "delivery", 0.9), Answer("refund-times", "returns", 0.8),
                Judged("delivery-costs", true), Judged("refund-times", true),
            ],
            Open with
            {
                Topic = "returns",
                FirstAnswerAt = Noon.AddMinutes(1),
                Articles = [new("delivery-costs"), new("refund-times")],
                Confidence = 0.9,
                Helpful = true,
            }
        },
        {
            "an article without a topic leaves none",
            [Started, Answer("refund-times", "returns", 0.9), Answer("hello", "", 0.8)],
            Open with
            {
                FirstAnswerAt = Noon.AddMinutes(1),
                Articles = [new("refund-times"), new("hello")],
                Confidence = 0.9,
            }
        },
        {
            "the last word on help counts",
            [Started, Answer("a", "t", 1), Judged("a", false), Answer("a", "t", 1), Judged("a", true), Ended(Outcome.ResolvedConfirmed)],
            Open with
            {
                Topic = "t",
                FirstAnswerAt = Noon.AddMinutes(1),
                Articles = [new("a"), new("a")],
                Confidence = 1,
                Helpful = true,
                Outcome = Outcome.ResolvedConfirmed,
                ClosedAt = Noon.AddMinutes(5),
            }
        },
        {
            "a handoff is timed from queue to claim, first reply and close, and rated after the end",
            [
                Started, new CareEvent.HandoffInitiated(Id, new("care"), HandoffReason.Asked, Noon.AddMinutes(6)),
                new CareEvent.HandoffOverdue(Id), new CareEvent.HandoffAccepted(Id, Ada), new CareEvent.AgentSaid(Id, Ada, "."),
                new CareEvent.AgentSaid(Id, Ada, "."), new CareEvent.HandoffCompleted(Id, Ada), Ended(Outcome.Handoff),
                new CareEvent.Rated(Id, 4),
            ],
            Open with
            {
                QueuedAt = Noon.AddMinutes(1),
                HandoffReason = HandoffReason.Asked,
                ClaimedAt = Noon.AddMinutes(3),
                FirstHumanReplyAt = Noon.AddMinutes(4),
                Agent = Ada.Id,
                Outcome = Outcome.Handoff,
                ClosedAt = Noon.AddMinutes(7),
                Rating = 4,
            }
        },
        {
            "the claim is the first, the agent is the last",
            [
                Started, new CareEvent.HandoffInitiated(Id, new("care"), HandoffReason.Misses, Noon),
                new CareEvent.HandoffAccepted(Id, Ada), new CareEvent.HandoffAccepted(Id, Ivo),
            ],
            Open with
            {
                QueuedAt = Noon.AddMinutes(1),
                HandoffReason = HandoffReason.Misses,
                ClaimedAt = Noon.AddMinutes(2),
                Agent = Ivo.Id,
            }
        },
        {
            "another contact's events change nothing",
            [
                Started, new CareEvent.ContactStarted(ContactId.Of(Thread, 2), "msteams", Language.English),
                new CareEvent.Rated(ContactId.Of(Thread, 2), 1), new CareEvent.ContactEnded(ContactId.Of(new("other"), 1), Outcome.Dropped),
            ],
            Open
        },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void Contact_is_recorded_as_it_went(string history, CareEvent[] events, ContactRecord? expected)
    {
        ContactRecord? record = null;
        for (var minute = 0; minute < events.Length; minute++)
        {
            record = ContactFold.Apply(record, events[minute], Thread, Noon.AddMinutes(minute));
        }

        Assert.True(Same(expected, record), $"{history}: {record}");
    }

    /// <summary>Contacts interleave in the journal, two of them even in one conversation.</summary>
    [Property(MaxTest = 500)]
    public void Contacts_that_interleave_are_recorded_as_if_each_were_alone((byte Contact, byte Kind)[] moves)
    {
        var journal = moves
            .Select((move, second) => (Event: Any(Contacts[move.Contact % Contacts.Length], move.Kind), At: Noon.AddSeconds(second)))
            .ToList();

        var together = new Dictionary<ContactId, ContactRecord?>();
        foreach (var (happened, at) in journal)
        {
            if (ContactFold.ContactOf(happened) is { } contact)
            {
                together[contact] = ContactFold.Apply(together.GetValueOrDefault(contact), happened, Thread, at);
            }
        }

        Assert.All(Contacts, contact =>
        {
            var alone = journal
                .Where(entry => Mentions(entry.Event, contact))
                .Aggregate((ContactRecord?)null, (record, entry) => ContactFold.Apply(record, entry.Event, Thread, entry.At));
            Assert.True(Same(alone, together.GetValueOrDefault(contact)));
        });
    }

    private static readonly ContactId[] Contacts = [new("a#1"), new("a#2"), new("b#1"), new("A#1")];

    private static CareEvent Any(ContactId contact, byte kind) => (kind % 14) switch
    {
        0 or 1 => new CareEvent.ContactStarted(contact, kind % 2 == 0 ? "directline" : "msteams", Language.Italian),
        2 => new CareEvent.LanguageChanged(contact, Language.English),
        3 => new CareEvent.Answered(contact, new($"article-{kind}"), kind % 3 == 0 ? "" : $"topic-{kind % 5}", kind / 255.0),
        4 => new CareEvent.HelpJudged(contact, new("article"), kind % 8 == 0),
        5 => new CareEvent.HandoffInitiated(contact, new("care"), (HandoffReason)(kind % 4), Noon),
        6 => new CareEvent.HandoffAccepted(contact, kind % 4 == 0 ? Ada : Ivo),
        7 => new CareEvent.AgentSaid(contact, Ada, "."),
        8 => new CareEvent.ContactEnded(contact, (Outcome)(kind % 5)),
        9 => new CareEvent.Rated(contact, 1 + (kind % 5)),
        10 => new CareEvent.CustomerSaid(contact, ".", Message: "m"),
        11 => new CareEvent.CustomerCorrected(contact, "m", ","),
        12 => new CareEvent.CustomerWithdrew(contact, "m"),
        _ => new CareEvent.BotSaid(null, "."),
    };

    private static bool Mentions(CareEvent happened, ContactId contact) =>
        happened.ToString().Contains($"Contact = {contact},", StringComparison.Ordinal);

    private static CareEvent.Answered Answer(string article, string topic, double confidence) => new(Id, new(article), topic, confidence);

    private static CareEvent.HelpJudged Judged(string article, bool helpful) => new(Id, new(article), helpful);

    private static CareEvent.ContactEnded Ended(Outcome outcome) => new(Id, outcome);

    /// <summary>A record compares its list by reference; here the content counts.</summary>
    private static bool Same(ContactRecord? expected, ContactRecord? actual) => (expected, actual) switch
    {
        (null, null) => true,
        ({ } one, { } other) => one.Articles.SequenceEqual(other.Articles) && one == other with { Articles = one.Articles },
        _ => false,
    };
}
