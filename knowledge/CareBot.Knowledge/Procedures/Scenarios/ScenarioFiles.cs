namespace CareBot.Knowledge.Procedures.Scenarios;

/// <summary>Finds the files of scenarios: those beside the procedures, or those that are named.</summary>
internal static class ScenarioFiles
{
    private const string Ending = ".md";

    public static IReadOnlyList<(string Path, byte[] Bytes)> Of(string folder, ProcedureLibrary library, IReadOnlyList<string> paths)
    {
        var own = library.All
            .SelectMany(read => read.Source.ScenarioPaths.Select(path => (Path: $"{ProcedureLibrary.FolderName}/{path}", Bytes: read.Source.Files[path])))
            .ToList();
        return paths.Count == 0
            ? own
            : [.. paths.SelectMany(path => Named(folder, own, path)).DistinctBy(file => file.Path)];
    }

    /// <summary>Whether what a path names has to do with a file of the library.</summary>
    public static bool Concerns(string path, string folder, string file)
    {
        var full = Path.GetFullPath(Path.Combine(folder, file));
        return full == path || full.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || (full.EndsWith(".yaml", StringComparison.Ordinal) && path.StartsWith(full[..^".yaml".Length] + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            || (path.EndsWith(".yaml", StringComparison.Ordinal) && full.StartsWith(path[..^".yaml".Length] + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    /// <summary>The name of the procedure that a file belongs to.</summary>
    public static string ProcedureOf(string path) => path.Replace('\\', '/').Split('/') switch
    {
        [ProcedureLibrary.FolderName, var name] => Path.GetFileNameWithoutExtension(name),
        [ProcedureLibrary.FolderName, var name, ..] => name,
        _ => "",
    };

    private static List<(string Path, byte[] Bytes)> Named(string folder, List<(string Path, byte[] Bytes)> own, string path)
    {
        var inside = own.Where(file => Concerns(path, folder, file.Path)).ToList();
        if (inside.Count > 0)
        {
            return inside;
        }

        if (Directory.Exists(path))
        {
            return [.. Directory.EnumerateFiles(path, "*" + Ending, SearchOption.AllDirectories)
                .Where(file => File.ReadLines(file).Any(line => line.StartsWith("# Scenario:", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
                .Select(file => (file, File.ReadAllBytes(file)))];
        }

        return File.Exists(path)
            ? path.EndsWith(Ending, StringComparison.Ordinal) ? [(path, File.ReadAllBytes(path))] : []
            : throw new FileNotFoundException($"{path} does not exist; name a scenario, a procedure or a folder of them.");
    }
}
