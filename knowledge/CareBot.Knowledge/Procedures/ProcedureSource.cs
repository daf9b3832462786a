using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CareBot.Knowledge.Procedures;

/// <summary>The files that one procedure is made of: <c>NAME.yaml</c> and what lies in the folder <c>NAME</c> beside it.</summary>
/// <remarks>It is kept as it is when a version is published, so that a run can stay in it.</remarks>
public sealed class ProcedureSource
{
    /// <summary>The files of one procedure.</summary>
    internal const int FilesMax = 200;

    /// <summary>The bytes of one file.</summary>
    internal const int BytesMax = 256 * 1024;

    /// <summary>Where its scenarios lie: they prove it and are no part of it.</summary>
    private const string Scenarios = "scenarios/";

    /// <param name="name">The name of its file without the ending.</param>
    /// <param name="files">Its files by their path in the procedures' folder, with forward slashes.</param>
    public ProcedureSource(string name, ImmutableSortedDictionary<string, byte[]> files)
    {
        Name = name;
        Files = files;
        Hash = HashOf(files.Where(file => !file.Key.StartsWith($"{name}/{Scenarios}", StringComparison.Ordinal)));
    }

    /// <summary>The name of its file without the ending: by rule its id.</summary>
    public string Name { get; }

    /// <summary>Its files by their path in the procedures' folder, with forward slashes.</summary>
    public ImmutableSortedDictionary<string, byte[]> Files { get; }

    /// <summary>A hash over everything that it does: equal if and only if that is.</summary>
    public string Hash { get; }

    /// <summary>The path of the file that everything begins with.</summary>
    public string Path => $"{Name}.yaml";

    /// <summary>The paths of its scenarios.</summary>
    public IEnumerable<string> ScenarioPaths => Files.Keys.Where(path => path.StartsWith($"{Name}/{Scenarios}", StringComparison.Ordinal));

    /// <summary>Reads the files of a procedure.</summary>
    /// <param name="folder">The procedures' folder.</param>
    /// <param name="name">The name of the procedure's file without the ending.</param>
    /// <exception cref="IOException">A file cannot be read, or is too large.</exception>
    internal static ProcedureSource Read(string folder, string name)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        files.Add($"{name}.yaml", Bytes(System.IO.Path.Combine(folder, $"{name}.yaml")));
        var beside = new DirectoryInfo(System.IO.Path.Combine(folder, name));
        if (beside is { Exists: true, LinkTarget: null })
        {
            foreach (var file in beside.EnumerateFiles("*.md", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint }))
            {
                files.Add(System.IO.Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), Bytes(file.FullName));
                if (files.Count > FilesMax)
                {
                    throw new IOException($"a procedure has at most {FilesMax} files.");
                }
            }
        }

        return new(name, files.ToImmutable());
    }

    private static byte[] Bytes(string path) => new FileInfo(path).Length > BytesMax
        ? throw new IOException($"{System.IO.Path.GetFileName(path)} has more than {BytesMax} bytes; split it.")
        : File.ReadAllBytes(path);

    private static string HashOf(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{bytes.Length}\n"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
