using System.Security.Cryptography;
using System.Text;
using CareBot.Answers;
using CareBot.Desk;
using CareBot.Metrics;
using CareBot.Turns;
using LiteDB;

namespace CareBot.Host.Metrics;

/// <summary>A contact's record as a LiteDB document, written out by hand.</summary>
/// <remarks>
/// Instants are UTC dates to the millisecond, as in the journal; cases have stable names.
/// LiteDB's own mapper would trim texts, store local times and bind the data to class names.
/// </remarks>
internal static class ContactDocument
{
    public const string StartedAt = "startedAt";

    /// <summary>LiteDB refuses index keys over 1,023 bytes, and a channel's conversation ids may be of any length.</summary>
    private const int KeyBytesMax = 1000;

    private static readonly (Outcome Value, string Name)[] Outcomes =
    [
        (Outcome.ResolvedConfirmed, "resolved_confirmed"),
        (Outcome.ResolvedAssumed, "resolved_assumed"),
        (Outcome.Handoff, "handoff"),
        (Outcome.Dropped, "dropped"),
        (Outcome.OutOfScopeClosed, "out_of_scope_closed"),
    ];

    private static readonly (HandoffReason Value, string Name)[] Reasons =
    [
        (HandoffReason.Asked, "asked"),
        (HandoffReason.Offered, "offered"),
        (HandoffReason.Misses, "misses"),
        (HandoffReason.Article, "article"),
        (HandoffReason.Returned, "returned"),
        (HandoffReason.Procedure, "procedure"),
    ];

    /// <summary>The document's id: the contact's, or its digest where that is too long for an index.</summary>
    public static string KeyOf(ContactId contact) => Encoding.UTF8.GetByteCount(contact.Value) <= KeyBytesMax
        ? contact.Value
        : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contact.Value)))}";

    public static BsonDocument Of(ContactRecord contact) => new()
    {
        ["_id"] = KeyOf(contact.Id),
        ["contact"] = contact.Id.Value,
        ["conversation"] = contact.Conversation.Value,
        ["channel"] = contact.Channel,
        ["language"] = contact.Language.Tag(),
        [StartedAt] = contact.StartedAt.UtcDateTime,
        ["topic"] = contact.Topic,
        ["firstAnswerAt"] = Date(contact.FirstAnswerAt),
        ["articles"] = new BsonArray(contact.Articles.Select(article => new BsonValue(article.Value))),
        ["confidence"] = contact.Confidence is { } confidence ? confidence : BsonValue.Null,
        ["helpful"] = contact.Helpful is { } helpful ? helpful : BsonValue.Null,
        ["outcome"] = contact.Outcome is { } outcome ? Name(Outcomes, outcome) : BsonValue.Null,
        ["queuedAt"] = Date(contact.QueuedAt),
        ["handoffReason"] = contact.HandoffReason is { } reason ? Name(Reasons, reason) : BsonValue.Null,
        ["claimedAt"] = Date(contact.ClaimedAt),
        ["firstHumanReplyAt"] = Date(contact.FirstHumanReplyAt),
        ["agent"] = contact.Agent?.Value,
        ["closedAt"] = Date(contact.ClosedAt),
        ["rating"] = contact.Rating is { } rating ? rating : BsonValue.Null,
    };

    public static ContactRecord Read(BsonDocument document) => new()
    {
        Id = new(document["contact"].AsString),
        Conversation = new(document["conversation"].AsString),
        Channel = document["channel"].AsString,
        Language = LanguageTags.FromTag(document["language"].AsString)
            ?? throw new InvalidDataException($"The language of contact document {document["_id"]} is not known."),
        StartedAt = Instant(document[StartedAt]) ?? throw new InvalidDataException($"Contact document {document["_id"]} has no start."),
        Topic = Present(document["topic"])?.AsString,
        FirstAnswerAt = Instant(document["firstAnswerAt"]),
        Articles = [.. document["articles"].AsArray.Select(article => new ArticleId(article.AsString))],
        Confidence = Present(document["confidence"])?.AsDouble,
        Helpful = Present(document["helpful"])?.AsBoolean,
        Outcome = Present(document["outcome"]) is { } outcome ? Value(Outcomes, outcome.AsString) : null,
        QueuedAt = Instant(document["queuedAt"]),
        HandoffReason = Present(document["handoffReason"]) is { } reason ? Value(Reasons, reason.AsString) : null,
        ClaimedAt = Instant(document["claimedAt"]),
        FirstHumanReplyAt = Instant(document["firstHumanReplyAt"]),
        Agent = Present(document["agent"]) is { } agent ? new AgentId(agent.AsString) : null,
        ClosedAt = Instant(document["closedAt"]),
        Rating = Present(document["rating"])?.AsInt32,
    };

    private static BsonValue Date(DateTimeOffset? at) => at is { } instant ? instant.UtcDateTime : BsonValue.Null;

    private static DateTimeOffset? Instant(BsonValue value) =>
        Present(value) is { } date ? new DateTimeOffset(date.AsDateTime.ToUniversalTime()) : null;

    private static BsonValue? Present(BsonValue value) => value.IsNull ? null : value;

    private static string Name<T>((T Value, string Name)[] names, T value)
        where T : struct, Enum => names.Single(pair => pair.Value.Equals(value)).Name;

    private static T Value<T>((T Value, string Name)[] names, string name)
        where T : struct, Enum => names.Single(pair => pair.Name == name).Value;
}
