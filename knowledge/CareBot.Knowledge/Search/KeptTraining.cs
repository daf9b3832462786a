using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CareBot.Knowledge.Search;

/// <summary>Keeps what the search has learnt between starts, beside the full-text index. It is a cache: it may be deleted at any time.</summary>
/// <remarks>A file of one library and one build of this program: any other learns anew. SHA-256 over all that follows, then the
/// build, the library's fingerprint, and each shelf.</remarks>
internal static class KeptTraining
{
    private const string Pattern = "training-*";

    /// <summary>The letters of the fingerprint in a file's name: enough to tell any two apart that ever meet.</summary>
    private const int NameLength = 16;

    private static readonly Guid Build = typeof(KeptTraining).Module.ModuleVersionId;

    /// <summary>Puts into a folder what shelves have learnt, in place of what lies there.</summary>
    /// <returns>Why it could not; null when it could.</returns>
    public static string? Keep(string folder, string fingerprint, Shelves shelves)
    {
        var own = Place(folder, fingerprint);
        var unfinished = own + ".unfinished";
        try
        {
            Directory.CreateDirectory(folder);
            var content = Content(fingerprint, shelves);
            using (var file = File.Create(unfinished))
            {
                file.Write(SHA256.HashData(content));
                file.Write(content);
            }

            File.Move(unfinished, own, overwrite: true);
            foreach (var old in Directory.EnumerateFiles(folder, Pattern).Where(other => other != own).ToList())
            {
                File.Delete(old);
            }

            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    /// <summary>Gives shelves what they had learnt.</summary>
    /// <returns>Null where nothing lies in the folder that is theirs, of this build and undamaged.</returns>
    public static Shelves? Restore(string folder, string fingerprint, Shelves shelves)
    {
        try
        {
            var file = File.ReadAllBytes(Place(folder, fingerprint));
            return file.Length > SHA256.HashSizeInBytes
                && SHA256.HashData(file.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(file.AsSpan(0, SHA256.HashSizeInBytes))
                ? Read(new(new MemoryStream(file, SHA256.HashSizeInBytes, file.Length - SHA256.HashSizeInBytes)), fingerprint, shelves)
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Place(string folder, string fingerprint) => Path.Combine(folder, $"training-{fingerprint[..NameLength]}");

    private static ReadOnlySpan<byte> Content(string fingerprint, Shelves shelves)
    {
        var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(Build.ToByteArray());
        writer.Write(fingerprint);
        foreach (var (_, learnt) in shelves.Learnt)
        {
            writer.Write(learnt.Model?.Classes ?? 0);
            Write(writer, learnt.Model is { } model ? model.Weights : []);
            Write<double>(writer, [.. learnt.Calibration.Weights]);
            Write<KnownFind>(writer, [.. learnt.Examined]);
        }

        writer.Flush();
        return content.GetBuffer().AsSpan(0, (int)content.Length);
    }

    private static Shelves? Read(BinaryReader reader, string fingerprint, Shelves shelves)
    {
        if (new Guid(reader.ReadBytes(16)) != Build || reader.ReadString() != fingerprint)
        {
            return null;
        }

        var learnt = new List<Learnt>();
        foreach (var (shelf, _) in shelves.Learnt)
        {
            var classes = reader.ReadInt32();
            var weights = Read<float>(reader);
            var calibration = Calibration.Of(Read<double>(reader));
            var model = classes == 0 ? null : Softmax.Of(weights, shelf.Features, classes);
            if (classes > 0 && model is null)
            {
                return null;
            }

            learnt.Add(new(model, calibration, Read<KnownFind>(reader)));
        }

        return shelves.With(learnt);
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers));
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var numbers = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
