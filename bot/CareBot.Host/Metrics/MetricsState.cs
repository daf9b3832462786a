using LiteDB;

namespace CareBot.Host.Metrics;

/// <summary>How far the documents have come: written in the same transaction as they are.</summary>
/// <param name="Position">The last journal entry that is in them; 0 when none is.</param>
/// <param name="Version">The <see cref="MetricsFile.Version"/> they were made by.</param>
internal sealed record MetricsState(long Position, int Version)
{
    private const string Id = "journal";

    public static ILiteCollection<BsonDocument> Contacts(LiteDatabase database) => database.GetCollection("contacts");

    public static ILiteCollection<BsonDocument> Questions(LiteDatabase database) => database.GetCollection("questions");

    public static MetricsState Read(LiteDatabase database) => States(database).FindById(Id) is { } document
        ? new(document["position"].AsInt64, document["version"].AsInt32)
        : new(0, MetricsFile.Version);

    public static void Write(LiteDatabase database, long position) => States(database).Upsert(new BsonDocument
    {
        ["_id"] = Id,
        ["position"] = position,
        ["version"] = MetricsFile.Version,
    });

    private static ILiteCollection<BsonDocument> States(LiteDatabase database) => database.GetCollection("state");
}
