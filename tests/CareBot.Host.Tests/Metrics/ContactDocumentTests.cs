using CareBot.Desk;
using CareBot.Host.Metrics;
using CareBot.Host.Storage.Single;
using CareBot.Metrics;
using CareBot.Turns;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareBot.Host.Tests.Metrics;

public class ContactDocumentTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 29, 1, 30, 0, 123, TimeSpan.Zero);

    private static readonly ContactRecord Bare = new()
    {
        Id = new("thread#1"),
        Conversation = new("thread"),
        Channel = " direct line ",
        Language = Language.English,
        StartedAt = Start,
    };

    private static readonly ContactRecord Full = Bare with
    {
        Topic = " returns and refunds ",
        FirstAnswerAt = Start.AddMilliseconds(1),
        Articles = [new("a"), new("b"), new("a")],
        Confidence = 0.87654321012345678,
        Helpful = false,
        Outcome = Outcome.Handoff,
        QueuedAt = Start.AddMinutes(1),
        HandoffReason = HandoffReason.Article,
        ClaimedAt = Start.AddMinutes(2),
        FirstHumanReplyAt = Start.AddMinutes(3),
        Agent = new("ada"),
        ClosedAt = Start.AddMinutes(4),
        Rating = 5,
    };

    [Fact]
    public void Record_comes_back_from_its_document_as_it_was() => Assert.All([Bare, Full], record =>
    {
        var bytes = BsonSerializer.Serialize(ContactDocument.Of(record));

        CareOnDisk.AssertSame([record], [ContactDocument.Read(BsonSerializer.Deserialize(bytes, utcDate: true))]);
    });

    [Fact]
    public void Every_outcome_and_reason_has_a_name() => Assert.All(
        from outcome in Enum.GetValues<Outcome>()
        from reason in Enum.GetValues<HandoffReason>()
        select Full with { Outcome = outcome, HandoffReason = reason },
        record => CareOnDisk.AssertSame([record], [ContactDocument.Read(ContactDocument.Of(record))]));

    [Fact]
    public async Task Ids_that_differ_in_case_or_are_longer_than_an_index_allows_are_contacts_of_their_own()
    {
        using var store = MetricsStore.InMemory(NullLogger.Instance);
        string[] threads = ["Thread", "thread", "thréad", new('x', 5000), new string('x', 4999) + "y"];
        var entries = threads
            .Select((thread, i) => new JournalEntry(
                i + 1, new(thread), Start, new CareEvent.ContactStarted(ContactId.Of(new(thread), 1), "directline", Language.Italian)))
            .ToList();

        await store.FoldAsync(0, entries, CancellationToken.None);

        var contacts = await store.ContactsAsync(null, null, CancellationToken.None);
        Assert.Equal(
            threads.Order(StringComparer.Ordinal),
            contacts.Select(contact => contact.Conversation.Value).Order(StringComparer.Ordinal));
    }
}
