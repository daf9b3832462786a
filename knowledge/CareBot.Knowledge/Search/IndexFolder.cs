namespace CareBot.Knowledge.Search;

/// <summary>Keeps the full-text index in a folder between starts. What lies there is a cache: it may be deleted at any time.</summary>
internal static class IndexFolder
{
    /// <summary>The letters of the fingerprint that name an index: enough to tell any two apart that ever meet.</summary>
    private const int NameLength = 16;

    /// <summary>Opens the index of a library: the one that lies in the folder, or one built anew and, if it is to be kept, put there.</summary>
    /// <returns>The index, and why it could not be kept where that is so.</returns>
    public static (FullText Index, bool Reused, string? Unkept) Open(string folder, IReadOnlyList<IndexedArticle> articles, string fingerprint, bool keeps, CancellationToken cancellation)
    {
        var own = Path.Combine(folder, $"v{FullText.FormatVersion}-{fingerprint[..NameLength]}");
        if (Sound(own, fingerprint) is { } kept)
        {
            return (kept, true, null);
        }

        var built = FullText.InMemory(articles, fingerprint, cancellation);
        return (built, false, keeps ? Keep(folder, own, built) : null);
    }

    private static FullText? Sound(string own, string fingerprint)
    {
        if (!Directory.Exists(own))
        {
            return null;
        }

        try
        {
            return FullText.Load(own, fingerprint);
        }
#pragma warning disable CA1031 // A damaged file can make Lucene throw anything, and the answer to all of it is to build anew.
        catch (Exception damage) when (damage is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    // Written beside its place and moved there whole, so that nobody ever meets half an index.
    private static string? Keep(string folder, string own, FullText index)
    {
        var unfinished = Path.Combine(folder, $"unfinished-{Path.GetRandomFileName()}");
        try
        {
            Directory.CreateDirectory(unfinished);
            index.CopyTo(unfinished);
            if (Directory.Exists(own))
            {
                Directory.Delete(own, recursive: true);
            }

            Directory.Move(unfinished, own);
            foreach (var old in Directory.EnumerateDirectories(folder).Where(other => other != own && IsOurs(other)).ToList())
            {
                Directory.Delete(old, recursive: true);
            }

            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    private static bool IsOurs(string directory) =>
        Path.GetFileName(directory) is var name && (name.StartsWith("unfinished-", StringComparison.Ordinal)
            || (name.Length > 1 && name[0] == 'v' && char.IsAsciiDigit(name[1])));
}
