using System.Globalization;
using CareBot.Answers;
using CareBot.Metrics;
using LiteDB;

namespace CareBot.Host.Metrics;

/// <summary>A customer's question, masked, as a LiteDB document; see <see cref="ContactDocument"/> for why by hand.</summary>
internal static class QuestionDocument
{
    public const string At = "at";

    /// <summary>The digits of a question's number in its key, so that keys sort as the questions do.</summary>
    private const string NumberFormat = "D6";

    private static readonly (QuestionOutcome Value, string Name)[] Outcomes =
    [
        (QuestionOutcome.Answered, "answered"),
        (QuestionOutcome.Helped, "helped"),
        (QuestionOutcome.DidNotHelp, "didNotHelp"),
        (QuestionOutcome.Clarified, "clarified"),
        (QuestionOutcome.Chosen, "chosen"),
        (QuestionOutcome.NoneOfThese, "noneOfThese"),
        (QuestionOutcome.Missed, "missed"),
        (QuestionOutcome.Handoff, "handoff"),
    ];

    public static string NameOf(QuestionOutcome outcome) => Outcomes.Single(pair => pair.Value == outcome).Name;

    /// <summary>The document's id: the contact's and the question's place in it.</summary>
    public static string KeyOf(ContactId contact, int number) =>
        $"{ContactDocument.KeyOf(contact)}/{number.ToString(NumberFormat, CultureInfo.InvariantCulture)}";

    /// <summary>Finds the documents of one contact, in the questions' order.</summary>
    public static BsonExpression OfContact(ContactId contact) => Query.Between("_id", KeyOf(contact, 0), KeyOf(contact, 999_999));

    public static BsonDocument Of(QuestionRecord question) => new()
    {
        ["_id"] = KeyOf(question.Contact, question.Number),
        ["contact"] = question.Contact.Value,
        ["number"] = question.Number,
        ["message"] = question.Message is { } message ? message : BsonValue.Null,
        [At] = question.At.UtcDateTime,
        ["channel"] = question.Channel,
        ["language"] = question.Language.Tag(),
        ["text"] = question.Text,
        ["outcome"] = question.Outcome is { } outcome ? NameOf(outcome) : BsonValue.Null,
        ["shown"] = Ids(question.Shown),
        ["offered"] = Ids(question.Offered),
        ["agentsAnswer"] = question.AgentsAnswer is { } answer ? answer.Value : BsonValue.Null,
        ["confidence"] = question.Confidence is { } confidence ? confidence : BsonValue.Null,
    };

    public static QuestionRecord Read(BsonDocument document) => new()
    {
        Contact = new(document["contact"].AsString),
        Number = document["number"].AsInt32,
        Message = document["message"].IsNull ? null : document["message"].AsString,
        At = new DateTimeOffset(document[At].AsDateTime.ToUniversalTime()),
        Channel = document["channel"].AsString,
        Language = LanguageTags.FromTag(document["language"].AsString)
            ?? throw new InvalidDataException($"The language of question document {document["_id"]} is not known."),
        Text = document["text"].AsString,
        Outcome = document["outcome"].IsNull ? null : Outcomes.Single(pair => pair.Name == document["outcome"].AsString).Value,
        Shown = Articles(document["shown"]),
        Offered = Articles(document["offered"]),
        AgentsAnswer = document["agentsAnswer"].IsNull ? null : new ArticleId(document["agentsAnswer"].AsString),
        Confidence = document["confidence"].IsNull ? null : document["confidence"].AsDouble,
    };

    private static BsonArray Ids(IReadOnlyList<ArticleId> articles) => new(articles.Select(article => new BsonValue(article.Value)));

    private static IReadOnlyList<ArticleId> Articles(BsonValue ids) => [.. ids.AsArray.Select(id => new ArticleId(id.AsString))];
}
