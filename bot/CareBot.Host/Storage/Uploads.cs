using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareBot.Host.Storage.Single;

namespace CareBot.Host.Storage;

/// <summary>The files that customers have sent: each in a folder of its own, with what is known of it beside it.</summary>
/// <remarks>A folder is named by the service, for the time and by chance. No name that a customer chose ever becomes a path.</remarks>
internal sealed class Uploads(DataFolder data, TimeProvider clock)
{
    private const string ContentFile = "content";
    private const string AboutFile = "about.json";

    /// <summary>What is being written; it loses this when it is whole.</summary>
    private const string PartSuffix = ".part";

    private const int BufferBytes = 64 * 1024;

    /// <summary>What a file takes beside its bytes: many empty ones fill a disk, too.</summary>
    private const int FileCost = 4 * 1024;

    private readonly Lock gate = new();

    /// <summary>What all files take; null until it is measured.</summary>
    private long? taken;

    /// <summary>Keeps a file; it is on the disk, and whole, when this returns.</summary>
    /// <param name="conversation">Whose it is.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="contentType">What it is said to be.</param>
    /// <param name="read">Reads the next piece of it; nothing at its end.</param>
    /// <param name="limits">What it may hold.</param>
    /// <param name="cancellation">Gives up, and leaves nothing.</param>
    public async Task<Keeping> KeepAsync(
        ConversationId conversation, string name, string contentType, Func<Memory<byte>, CancellationToken, ValueTask<int>> read,
        UploadLimits limits, CancellationToken cancellation)
    {
        if (!TryTake(FileCost, limits.TotalMax))
        {
            return new Keeping.NoRoom();
        }

        var id = NewId();
        var part = PathOf(id) + PartSuffix;
        var bytes = 0L;
        var isWhole = false;
        Directory.CreateDirectory(part);
        try
        {
            var buffer = new byte[BufferBytes];
            await using (var file = new FileStream(Path.Combine(part, ContentFile), FileMode.CreateNew, FileAccess.Write))
            {
                while (await read(buffer, cancellation) is > 0 and var count)
                {
                    if (bytes + count > limits.FileMax)
                    {
                        return new Keeping.TooLarge();
                    }

                    if (!TryTake(count, limits.TotalMax))
                    {
                        return new Keeping.NoRoom();
                    }

                    bytes += count;
                    await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
                }

                file.Flush(flushToDisk: true);
            }

            var upload = new StoredUpload { Id = id, Conversation = conversation, Name = name, ContentType = contentType, Bytes = bytes };
            await File.WriteAllTextAsync(
                Path.Combine(part, AboutFile), JsonSerializer.Serialize(upload, UploadJson.Default.StoredUpload), cancellation);
            Directory.Move(part, PathOf(id));
            isWhole = true;
            return new Keeping.Kept(upload);
        }
        finally
        {
            if (!isWhole)
            {
                Directory.Delete(part, recursive: true);
                GiveBack(FileCost + bytes);
            }
        }
    }

    /// <summary>A file that is kept; null when there is none, or none any more.</summary>
    public StoredUpload? Find(string id)
    {
        try
        {
            return KeptSince(id) is null
                ? null
                : JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(PathOf(id), AboutFile)), UploadJson.Default.StoredUpload);
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Has(string id) => KeptSince(id) is not null && Directory.Exists(PathOf(id));

    /// <summary>Where the bytes of a file are.</summary>
    public string ContentOf(StoredUpload upload) => Path.Combine(PathOf(upload.Id), ContentFile);

    public void Delete(StoredUpload upload) => DeleteFolder(PathOf(upload.Id));

    /// <summary>Deletes one of <see cref="FoldersBefore"/>.</summary>
    public void DeleteFolder(string folder)
    {
        var cost = CostOf(folder);
        Directory.Delete(folder, recursive: true);
        GiveBack(cost);
    }

    /// <summary>The folders of files that were kept before an instant, and of those that never became whole.</summary>
    public IEnumerable<string> FoldersBefore(DateTimeOffset instant) => Directory.Exists(data.Uploads)
        ? Directory.EnumerateDirectories(data.Uploads)
            .Where(folder => KeptSince(Path.GetFileName(folder).Replace(PartSuffix, "", StringComparison.Ordinal)) < instant)
        : [];

    private bool TryTake(long bytes, long totalMax)
    {
        lock (gate)
        {
            taken ??= Directory.Exists(data.Uploads) ? Directory.EnumerateDirectories(data.Uploads).Sum(CostOf) : 0;
            if (taken + bytes > totalMax)
            {
                return false;
            }

            taken += bytes;
            return true;
        }
    }

    private void GiveBack(long bytes)
    {
        lock (gate)
        {
            taken -= bytes;
        }
    }

    private static long CostOf(string folder) =>
        FileCost + (new FileInfo(Path.Combine(folder, ContentFile)) is { Exists: true } content ? content.Length : 0);

    private string NewId() =>
        string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds()}-{UnguessableId.New()}");

    /// <summary>When a file of this id was kept; null for what is no id of ours.</summary>
    private static DateTimeOffset? KeptSince(string id) =>
        id.Split('-') is [var seconds, var chance] && UnguessableId.Is(chance)
        && seconds.Length <= 12 && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            ? DateTimeOffset.UnixEpoch.AddSeconds(since)
            : null;

    private string PathOf(string id) => Path.Combine(data.Uploads, id);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ConversationIdConverter)])]
[JsonSerializable(typeof(StoredUpload))]
internal sealed partial class UploadJson : JsonSerializerContext;
