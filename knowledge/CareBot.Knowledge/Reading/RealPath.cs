namespace CareBot.Knowledge.Reading;

/// <summary>Where a path leads once every symbolic link in it has been followed.</summary>
internal static class RealPath
{
    /// <summary>The links followed in one path, as in Linux; beyond it the path is taken as it stands.</summary>
    private const int LinksMax = 40;

    public static string Of(string path) => Of(Path.GetFullPath(path), LinksMax);

    public static bool IsUnder(string root, string path) =>
        Of(path).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Of(string full, int linksLeft)
    {
        var real = Path.GetPathRoot(full)!;
        var parts = full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var next = Path.Combine(real, parts[i]);
            if (linksLeft > 0 && new FileInfo(next).LinkTarget is { } target)
            {
                return Of(Path.GetFullPath(Path.Combine([real, target, .. parts[(i + 1)..]])), linksLeft - 1);
            }

            real = next;
        }

        return real;
    }
}
