namespace CareBot.Knowledge.Search;

/// <summary>Keeps what the search has learnt between starts, beside the full-text index. It is a cache: it may be deleted at any time.</summary>
/// <remarks>A file of one library: any other learns anew. It holds the library's fingerprint and each shelf.</remarks>
internal static class KeptTraining
{
    private const string Pattern = "training-*";

    /// <summary>The letters of the fingerprint in a file's name: enough to tell any two apart that ever meet.</summary>
    private const int NameLength = 16;

    /// <summary>Puts into a folder what shelves have learnt, in place of what lies there.</summary>
    /// <returns>Why it could not; null when it could.</returns>
    public static string? Keep(string folder, string fingerprint, Shelves shelves)
    {
        var own = Place(folder, fingerprint);
        return SealedFile.Write(own, writer => Write(writer, fingerprint, shelves)) ?? DeleteOthers(folder, own);
    }

    /// <summary>Gives shelves what they had learnt.</summary>
    /// <returns>Null where nothing lies in the folder that is theirs, of this build and undamaged.</returns>
    public static Shelves? Restore(string folder, string fingerprint, Shelves shelves) =>
        SealedFile.Read(Place(folder, fingerprint), reader => Read(reader, fingerprint, shelves));

    private static string Place(string folder, string fingerprint) => Path.Combine(folder, $"training-{fingerprint[..NameLength]}");

    private static string? DeleteOthers(string folder, string own)
    {
        try
        {
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

    private static void Write(BinaryWriter writer, string fingerprint, Shelves shelves)
    {
        writer.Write(fingerprint);
        foreach (var (_, learnt) in shelves.Learnt)
        {
            learnt.Write(writer);
        }
    }

    private static Shelves? Read(BinaryReader reader, string fingerprint, Shelves shelves)
    {
        if (reader.ReadString() != fingerprint)
        {
            return null;
        }

        var learnt = new List<Learnt>();
        foreach (var (shelf, _) in shelves.Learnt)
        {
            if (Learnt.Read(reader, shelf.Features) is not { } own)
            {
                return null;
            }

            learnt.Add(own);
        }

        return shelves.With(learnt);
    }
}
