namespace CareBot.Knowledge.Reading;

/// <summary>Lists the article files under a folder.</summary>
internal static class LibraryFolder
{
    /// <summary>Names for people who browse the folder, never articles.</summary>
    private const string ReadMe = "README.md";

    /// <summary>Articles lie in <c>*.md</c> files; hidden folders, README files and links that lead outside are passed over.</summary>
    /// <returns>Paths relative to the folder with forward slashes, in ordinal order.</returns>
    public static IReadOnlyList<string> Paths(string folder)
    {
        var root = RealPath.Of(folder);
        var paths = new List<string>();
        Collect(new DirectoryInfo(root), "", root, paths);
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    private static void Collect(DirectoryInfo directory, string prefix, string root, List<string> paths)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            if (entry.Name.StartsWith('.'))
            {
                continue;
            }

            if (entry is DirectoryInfo inner)
            {
                // A linked folder would show its articles twice, or for ever.
                if (inner.LinkTarget is null && !IsOfProcedures(prefix, inner.Name))
                {
                    Collect(inner, $"{prefix}{inner.Name}/", root, paths);
                }
            }
            else if (IsArticle(entry) && (entry.LinkTarget is null || RealPath.IsUnder(root, entry.FullName)))
            {
                paths.Add(prefix + entry.Name);
            }
        }
    }

    /// <summary>What lies there are tables, templates and scenarios.</summary>
    private static bool IsOfProcedures(string prefix, string name) => prefix.Length == 0 && name == Procedures.ProcedureLibrary.FolderName;

    private static bool IsArticle(FileSystemInfo entry) =>
        entry.Extension.Equals(".md", StringComparison.OrdinalIgnoreCase)
        && !entry.Name.Equals(ReadMe, StringComparison.OrdinalIgnoreCase);
}
