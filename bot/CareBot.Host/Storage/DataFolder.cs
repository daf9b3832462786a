using CareBot.Host.Settings;

namespace CareBot.Host.Storage;

/// <summary>The folder that holds everything this installation must keep.</summary>
internal sealed class DataFolder(string path)
{
    /// <summary>Absolute.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The system of record: SQLite.</summary>
    public string Record => System.IO.Path.Combine(Path, "carebot.db");

    /// <summary>The handling metrics, derived from the record: LiteDB.</summary>
    public string Metrics => System.IO.Path.Combine(Path, "metrics.db");

    /// <summary>The search index, derived from the library: Lucene.</summary>
    public string Index => System.IO.Path.Combine(Path, "index");

    /// <summary>The last good text of every article, derived from the library.</summary>
    public string Articles => System.IO.Path.Combine(Path, "articles");

    /// <summary>Every version of a procedure that was ever published: runs stay in the one they began with.</summary>
    public string Procedures => System.IO.Path.Combine(Path, "procedures");

    /// <summary>What checks of the library have found out, derived from the library.</summary>
    public string Checks => System.IO.Path.Combine(Path, "checks");

    /// <summary>The files that customers have sent, until their time is over.</summary>
    public string Uploads => System.IO.Path.Combine(Path, "uploads");

    /// <summary>Keys that sign tokens of our own.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>The folder of the setting <c>Data:Path</c>.</summary>
    public static DataFolder Of(IConfiguration configuration) =>
        new(configuration["Data:Path"] is { Length: > 0 } path ? path : "data");

    /// <summary>Makes the folder, readable by its owner alone where the system knows owners.</summary>
    /// <exception cref="StartRefusedException">It cannot be made.</exception>
    public DataFolder Create()
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path);
            }
            else
            {
                Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data folder {Path} cannot be made ({failure.Message.TrimEnd('.')}): name another with --data DIR.");
        }

        return this;
    }

    /// <summary>For who only looks into it: to look is no reason to make a folder.</summary>
    /// <exception cref="StartRefusedException">There is none.</exception>
    public DataFolder Existing() => Directory.Exists(Path)
        ? this
        : throw new StartRefusedException($"There is no data folder {Path}: name the one that the service uses with --data DIR.");

    /// <summary>Takes the folder for this process alone until the result is disposed; null while another process has it.</summary>
    /// <remarks>Two services on one folder would both send what is in the outbox, and LiteDB does not lock its file.</remarks>
    /// <exception cref="StartRefusedException">This user may not write there.</exception>
    public IDisposable? TryLock()
    {
        try
        {
            return new FileStream(
                System.IO.Path.Combine(Path, "carebot.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StartRefusedException(
                $"The data folder {Path} cannot be written to ({failure.Message.TrimEnd('.')}): mend its permissions, or name another with --data DIR.");
        }
    }
}
