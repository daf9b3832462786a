using System.Globalization;
using CareBot.Host.Storage;
using LiteDB;
using LiteDB.Engine;

namespace CareBot.Host.Metrics;

/// <summary>Opens <c>metrics.db</c>, whatever state it is in: nothing is in it that the journal cannot give again.</summary>
/// <remarks>
/// Two processes could open the same file and ruin it, for LiteDB takes no lock: whoever opens it holds the data folder's.
/// </remarks>
internal sealed class MetricsFile(DataFolder folder, TimeProvider clock, ILogger logger)
{
    /// <summary>Raised whenever the fold or the documents change, so that an older file is made anew.</summary>
    public const int Version = 3;

    /// <summary>LiteDB's page. It takes whatever is shorter for a new file and writes over it.</summary>
    private const int PageBytes = 8192;

    private readonly string data = folder.Metrics;
    private readonly string log = LogOf(folder.Metrics);

    /// <summary>Opens the file sound and up to date in form, or an empty one in its place.</summary>
    public LiteDatabase Open()
    {
        if (!File.Exists(data))
        {
            // LiteDB would read a log that has lost its file into a new one.
            Delete();
            return OpenFresh();
        }

        LiteDatabase? database = null;
        try
        {
            if (new FileInfo(data).Length is > 0 and < PageBytes and var length)
            {
                throw new InvalidDataException($"The metrics file has {length} bytes, which is not one page.");
            }

            database = OpenData();
            ReadThrough(database);
        }
#pragma warning disable CA1031 // What a damaged file makes LiteDB throw is of every kind, from LiteException to NullReferenceException.
        catch (Exception damage)
#pragma warning restore CA1031
        {
            Close(database, logger);
            SetAside(damage);
            return OpenFresh();
        }

        if (MetricsState.Read(database) is { Version: not Version } outdated)
        {
            Log.FileOutdated(logger, outdated.Version, Version);
            Close(database, logger);
            Delete();
            return OpenFresh();
        }

        return database;
    }

    /// <summary>The same in memory, for a process that may not touch the file.</summary>
    public static LiteDatabase OpenInMemory() => Prepare(new LiteDatabase(
        new LiteEngine(new EngineSettings { DataStream = new MemoryStream(), Collation = Collation.Binary }), Mapper()));

    public static void Close(LiteDatabase? database, ILogger logger)
    {
        try
        {
            database?.Dispose();
        }
#pragma warning disable CA1031 // After a failure LiteDB may stumble over its own state; what was committed is on disk, and the rest is derived.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.CloseFailed(logger, failure);
        }
    }

    public void Delete()
    {
        File.Delete(data);
        File.Delete(log);
    }

    private LiteDatabase OpenFresh()
    {
        try
        {
            return OpenData();
        }
        catch
        {
            // The disk is full, say: half a file is of no use and must not be taken for a damaged one at the next try.
            Delete();
            throw;
        }
    }

    private LiteDatabase OpenData()
    {
        var database = new LiteDatabase(
            new ConnectionString
            {
                Filename = data,
                Connection = ConnectionType.Direct,

                // Ids are compared byte by byte: by default "A" and "a" would be one contact.
                Collation = Collation.Binary,
            },
            Mapper());
        try
        {
            return Prepare(database);
        }
        catch
        {
            Close(database, logger);
            throw;
        }
    }

    private static LiteDatabase Prepare(LiteDatabase database)
    {
        // What a killed process left in the log goes into the file before anything else is written.
        database.Checkpoint();
        if (!database.UtcDate)
        {
            database.UtcDate = true;
        }

        MetricsState.Contacts(database).EnsureIndex(ContactDocument.StartedAt);
        MetricsState.Questions(database).EnsureIndex(QuestionDocument.At);
        return database;
    }

    /// <summary>Reads every document by both indexes: damage shows itself here and not in the middle of a report.</summary>
    private static void ReadThrough(LiteDatabase database)
    {
        MetricsState.Read(database);
        ReadThrough(MetricsState.Contacts(database), ContactDocument.Read, ContactDocument.StartedAt);
        ReadThrough(MetricsState.Questions(database), QuestionDocument.Read, QuestionDocument.At);
    }

    private static void ReadThrough<T>(ILiteCollection<BsonDocument> documents, Func<BsonDocument, T> read, string instant)
    {
        var byId = documents.Find(Query.All()).Select(read).Count();
        var byInstant = documents.Count(Query.GTE(instant, BsonValue.MinValue));
        if (byId != byInstant)
        {
            throw new InvalidDataException($"The metrics file has {byId} {documents.Name} by id and {byInstant} by {instant}.");
        }
    }

    private void SetAside(Exception damage)
    {
        var aside = $"{data}.damaged-{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'.'fff'Z'", CultureInfo.InvariantCulture)}";
        Log.FileSetAside(logger, damage, aside);
        File.Move(data, aside, overwrite: true);
        if (File.Exists(log))
        {
            File.Move(log, $"{aside}-log", overwrite: true);
        }
    }

    private static BsonMapper Mapper() => new() { TrimWhitespace = false, EmptyStringToNull = false };

    /// <summary>Where LiteDB keeps what is not yet in the file: <c>metrics-log.db</c> beside <c>metrics.db</c>.</summary>
    private static string LogOf(string data) => Path.Combine(
        Path.GetDirectoryName(data)!, $"{Path.GetFileNameWithoutExtension(data)}-log{Path.GetExtension(data)}");
}
