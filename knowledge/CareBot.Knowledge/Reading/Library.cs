using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using CareBot.Answers;

namespace CareBot.Knowledge.Reading;

/// <summary>The articles of a folder as they were read at one time, and what is wrong with the rest. Never changes.</summary>
/// <remarks>Reading again makes a new one and leaves this one as it is; any number of threads may use it.</remarks>
public sealed class Library
{
    /// <summary>The files of one library; what lies beyond is not read and is listed as a problem.</summary>
    internal const int FilesMax = 50_000;

    private readonly FrozenDictionary<string, ArticleFile> files;
    private readonly FrozenDictionary<(ArticleId, Language), Article> byId;

    private Library(string folder, IReadOnlyList<ArticleFile> files, Synonyms synonyms, IReadOnlyList<Problem> problems)
    {
        Folder = folder;
        Synonyms = synonyms;
        Problems = problems;
        this.files = files.ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
        Articles = [.. files.Where(file => file.Good is not null).Select(file => file.Good!.Article)];
        byId = Articles.ToFrozenDictionary(article => (article.Id, article.Language));
        Fingerprint = HashOf(files, synonyms);
    }

    /// <summary>The folder it was read from, as it was given.</summary>
    public string Folder { get; }

    /// <summary>The articles that are in order, by ordinal order of path; an id occurs once in a language.</summary>
    /// <remarks>Drafts, archived and internal articles are among them: who may see them is asked of each article.</remarks>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>What was found wrong in reading, by path and line; see <see cref="Linting.LibraryCheck"/> for the rest.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>A hash over the paths and contents of <see cref="Articles"/> and over the synonyms: equal if and only if they are.</summary>
    public string Fingerprint { get; }

    /// <summary>The words that mean the same; none where the library has no file of them.</summary>
    internal Synonyms Synonyms { get; }

    /// <summary>Every file, good or bad, with the places in it that the library-wide rules speak of.</summary>
    internal IEnumerable<ArticleFile> Files => files.Values;

    /// <summary>The names of files that cannot be used, without their ending: by custom the ids of the articles in them.</summary>
    /// <remarks>Who looks for such an article need not be told that it is missing: the file's own error says what to mend.</remarks>
    internal IReadOnlySet<string> Unusable => Files
        .Where(file => file.Good is null)
        .Select(file => Path.GetFileNameWithoutExtension(file.Path))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The article of an id in one language; null where there is none.</summary>
    public Article? Find(ArticleId id, Language language) => byId.GetValueOrDefault((id, language));

    /// <summary>Reads every article under a folder.</summary>
    /// <param name="folder">Where the articles lie; a folder that does not exist is a library without articles and with a problem.</param>
    /// <param name="last">The library as it was: its files are read again only where they have changed, and the last good
    /// version of a file that has become bad stays in use, synonyms included. Null at the first reading.</param>
    /// <param name="cancellation">Stops the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <remarks>No file can make it throw.</remarks>
    public static Library Read(string folder, Library? last, CancellationToken cancellation) => Read(folder, last, kept: null, cancellation);

    /// <summary>The same with the versions that served before this process, which are asked for at the first reading.</summary>
    internal static Library Read(string folder, Library? last, KeptArticles? kept, CancellationToken cancellation)
    {
        IReadOnlyList<string> paths;
        try
        {
            paths = LibraryFolder.Paths(folder);
        }
        catch (DirectoryNotFoundException)
        {
            return Unread(folder, last, Reading.Problems.FolderMissing(folder));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Unread(folder, last, Reading.Problems.Unreadable(folder, failure.Message));
        }

        var read = new ArticleFile[Math.Min(paths.Count, FilesMax)];
        Parallel.For(0, read.Length, new ParallelOptions { CancellationToken = cancellation }, at =>
            read[at] = ArticleFile.Read(folder, paths[at], last?.files.GetValueOrDefault(paths[at])));

        var (files, problems) = Shelving.Arrange(folder, read, last is null ? kept : null);
        var synonyms = Synonyms.Read(folder, last?.Synonyms);
        return new(folder, files, synonyms, Problem.Sort(
        [
            .. problems,
            .. synonyms.Problems,
            .. paths.Count > FilesMax ? [Reading.Problems.TooManyFiles(folder, FilesMax)] : Array.Empty<Problem>(),
        ]));
    }

    /// <summary>How many articles one library has that the other has not, or has otherwise.</summary>
    internal int Differences(Library other)
    {
        var served = Served();
        var others = other.Served();
        return served.Except(others).Concat(others.Except(served)).DistinctBy(version => version.Path).Count();
    }

    private List<(string Path, string Hash)> Served() =>
        [.. files.Values.Where(file => file.Good is not null).Select(file => (file.Path, file.Good!.Hash))];

    // A folder that cannot be listed for a moment (a share that is gone, a volume being remounted) must not empty the bot's head.
    private static Library Unread(string folder, Library? last, Problem problem) =>
        new(folder, last is null ? [] : [.. last.files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)], last?.Synonyms ?? Synonyms.None, [problem]);

    private static string HashOf(IReadOnlyList<ArticleFile> files, Synonyms synonyms)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Where(file => file.Good is not null))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Good!.Hash}\n"));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(synonyms.Hash));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
