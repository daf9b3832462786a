using CareBot.Host.Metrics;
using LiteDB;
using Microsoft.Extensions.Logging;

namespace CareBot.Host.Tests.Metrics;

public class MetricsFileTests
{
    /// <summary>What may have happened to the file, given its bytes.</summary>
    public static TheoryData<string, Func<byte[], byte[]>> Damages => new()
    {
        { "garbage", bytes => Noise(bytes.Length) },
        { "short garbage", _ => Noise(100) },
        { "one byte", _ => [1] },
        { "zeros", bytes => new byte[bytes.Length] },
        { "text", _ => "not a database\n"u8.ToArray() },
        { "cut in the header", bytes => bytes[..4000] },
        { "cut after the header", bytes => bytes[..8192] },
        { "cut in the middle", bytes => bytes[..(bytes.Length / 2)] },
        { "cut in the middle, on a page", bytes => bytes[..(bytes.Length / 8192 / 2 * 8192)] },
        { "the last page lost", bytes => bytes[..^8192] },
        { "noise from the middle on", bytes => [.. bytes[..(bytes.Length / 2)], .. Noise(bytes.Length / 2)] },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damaged_file_is_kept_aside_and_made_anew(string what, Func<byte[], byte[]> damage)
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(30);
        using (var store = care.OpenStore())
        {
            await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);
        }

        var sound = await File.ReadAllBytesAsync(care.Folder.Metrics);
        await File.WriteAllBytesAsync(care.Folder.Metrics, damage(sound));
        var logger = new Warnings();

        using (var store = care.OpenStore(logger))
        {
            await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);
            CareOnDisk.AssertSame(care.FoldAll(), await store.ContactsAsync(null, null, CancellationToken.None));
        }

        Assert.True(Directory.EnumerateFiles(care.Folder.Path, "metrics.db.damaged-*").Count() == 1, what);
        Assert.Equal([500], logger.Ids);
    }

    [Fact]
    public async Task Sound_file_is_opened_without_a_word()
    {
        using var care = new CareOnDisk();
        await care.TakeManyTurnsAsync(10);
        var logger = new Warnings();
        for (var round = 0; round < 3; round++)
        {
            using var store = care.OpenStore(logger);
            await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);
        }

        Assert.Empty(logger.Ids);
        Assert.Empty(Directory.EnumerateFiles(care.Folder.Path, "*damaged*"));
    }

    [Fact]
    public async Task Log_without_its_file_is_not_read_into_a_new_one()
    {
        using var care = new CareOnDisk();
        await care.SayAsync("thread", "rimborso?", CareOnDisk.Returns);
        await File.WriteAllBytesAsync(Path.Combine(care.Folder.Path, "metrics-log.db"), Noise(3 * 8192));
        var logger = new Warnings();
        using var store = care.OpenStore(logger);

        await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);

        CareOnDisk.AssertSame(care.FoldAll(), await store.ContactsAsync(null, null, CancellationToken.None));
        Assert.Empty(logger.Ids);
    }

    [Fact]
    public async Task File_of_another_version_is_made_anew()
    {
        using var care = new CareOnDisk();
        await care.SayAsync("thread", "rimborso?", CareOnDisk.Returns);
        var file = new MetricsFile(care.Folder, care.Clock, new Warnings());
        using (var database = file.Open())
        {
            database.GetCollection("state").Upsert(new BsonDocument { ["_id"] = "journal", ["position"] = 1_000L, ["version"] = 0 });
        }

        using var store = care.OpenStore();
        Assert.Equal(0, await store.PositionAsync(CancellationToken.None));

        await new Projection(care.Journal, store).CatchUpAsync(CancellationToken.None);
        CareOnDisk.AssertSame(care.FoldAll(), await store.ContactsAsync(null, null, CancellationToken.None));
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private sealed class Warnings : ILogger
    {
        public List<int> Ids { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Ids.Add(eventId.Id);
            }
        }
    }
}
