using System.Security.Cryptography;

namespace CareBot.Knowledge.Search;

/// <summary>A file of a cache that is read whole and undamaged, by the build of this program that wrote it, or not at all.</summary>
/// <remarks>SHA-256 over all that follows, then the build, then what it is for.</remarks>
internal static class SealedFile
{
    private static readonly Guid Build = typeof(SealedFile).Module.ModuleVersionId;

    /// <summary>Puts a file in the place of what lies there.</summary>
    /// <returns>Why it could not; null when it could.</returns>
    public static string? Write(string path, Action<BinaryWriter> write)
    {
        var unfinished = path + ".unfinished";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var content = Content(write);
            using (var file = File.Create(unfinished))
            {
                file.Write(SHA256.HashData(content));
                file.Write(content);
            }

            File.Move(unfinished, path, overwrite: true);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    /// <summary>What lies there.</summary>
    /// <returns>Null where nothing does that is of this build and undamaged.</returns>
    public static T? Read<T>(string path, Func<BinaryReader, T?> read)
        where T : class
    {
        try
        {
            var file = File.ReadAllBytes(path);
            if (file.Length <= SHA256.HashSizeInBytes
                || !SHA256.HashData(file.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(file.AsSpan(0, SHA256.HashSizeInBytes)))
            {
                return null;
            }

            using var reader = new BinaryReader(new MemoryStream(file, SHA256.HashSizeInBytes, file.Length - SHA256.HashSizeInBytes));
            return new Guid(reader.ReadBytes(16)) == Build ? read(reader) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Content(Action<BinaryWriter> write)
    {
        var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(Build.ToByteArray());
        write(writer);
        writer.Flush();
        return content.GetBuffer().AsSpan(0, (int)content.Length);
    }
}
