using CareBot.Host.Storage.Single;
using CareBot.Metrics;
using LiteDB;

namespace CareBot.Host.Metrics;

/// <summary>Journal entries being folded into the documents of the contacts that they touch: each is read and written once.</summary>
/// <remarks>For the thread that owns the file, inside one transaction.</remarks>
internal sealed class FoldedBatch(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> contacts = MetricsState.Contacts(database);
    private readonly ILiteCollection<BsonDocument> questions = MetricsState.Questions(database);
    private readonly Dictionary<ContactId, ContactRecord?> contactsTouched = [];
    private readonly Dictionary<ContactId, (IReadOnlyList<QuestionRecord> Before, IReadOnlyList<QuestionRecord> Now)> questionsTouched = [];

    public void Add(JournalEntry entry)
    {
        if (ContactFold.ContactOf(entry.Event) is { } id)
        {
            contactsTouched[id] = ContactFold.Apply(Contact(id), entry.Event, entry.Conversation, entry.At);
        }

        if (QuestionFold.ContactOf(entry.Event) is { } asked && Contact(asked) is { } contact)
        {
            var (before, now) = Questions(asked);
            questionsTouched[asked] = (before, QuestionFold.Apply(now, entry.Event, contact, entry.Customer, entry.At));
        }
    }

    public void Write()
    {
        contacts.Upsert(contactsTouched.Values.OfType<ContactRecord>().Select(ContactDocument.Of));
        foreach (var (contact, (before, now)) in questionsTouched)
        {
            questions.Upsert(now
                .Where((question, at) => at >= before.Count || !ReferenceEquals(question, before[at]))
                .Select(QuestionDocument.Of));

            // Words that turned out to be no question are gone from the end of the list.
            for (var number = now.Count + 1; number <= before.Count; number++)
            {
                questions.Delete(QuestionDocument.KeyOf(contact, number));
            }
        }
    }

    private ContactRecord? Contact(ContactId id)
    {
        if (!contactsTouched.TryGetValue(id, out var record))
        {
            record = contacts.FindById(ContactDocument.KeyOf(id)) is { } document ? ContactDocument.Read(document) : null;
            contactsTouched[id] = record;
        }

        return record;
    }

    private (IReadOnlyList<QuestionRecord> Before, IReadOnlyList<QuestionRecord> Now) Questions(ContactId id)
    {
        if (questionsTouched.TryGetValue(id, out var touched))
        {
            return touched;
        }

        IReadOnlyList<QuestionRecord> kept = [.. questions.Find(QuestionDocument.OfContact(id)).Select(QuestionDocument.Read)];
        return (kept, kept);
    }
}
