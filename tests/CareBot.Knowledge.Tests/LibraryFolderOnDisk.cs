using CareBot.Knowledge.Linting;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Tests;

/// <summary>A library's folder that lives as long as its test.</summary>
internal sealed class LibraryFolderOnDisk : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("carebot-library-");

    public string Path => Directory.CreateDirectory(System.IO.Path.Combine(root.FullName, "content")).FullName;

    public string IndexPath => System.IO.Path.Combine(root.FullName, "index");

    public string Outside(string name) => System.IO.Path.Combine(root.FullName, name);

    public string Write(string path, string text)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Writes an article with front matter beyond the id, language and title.</summary>
    public void Write(string path, string id, string title, string body, params string[] more) =>
        Write(path, $"---\nid: {id}\ntitle: {title}\n{string.Concat(more.Select(line => line + "\n"))}---\n\n{body}\n");

    public Library Read(Library? last = null) => Library.Read(Path, last, CancellationToken.None);

    /// <summary>The problems that a check finds, as they are printed.</summary>
    /// <param name="codes">The codes that a test is about; all when none is named.</param>
    public IReadOnlyList<string> Check(params string[] codes) => CheckOn(new(2026, 11, 24), codes);

    public IReadOnlyList<string> CheckOn(DateOnly today, params string[] codes) =>
    [
        .. LibraryCheck.Run(Read(), today, folder: null, learnt: null, CancellationToken.None)
            .Where(problem => codes.Length == 0 || codes.Contains(problem.Code))
            .Select(problem => problem.ToString()),
    ];

    public void Dispose() => root.Delete(recursive: true);
}
