using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;

namespace CareBot.Host.Library;

/// <summary>The library as it was: a folder, or a revision of the library's folder in git, read into a folder that goes with this.</summary>
internal sealed class LibraryRevision : IDisposable
{
    private readonly string? temporary;

    private LibraryRevision(string folder, string? temporary)
    {
        Folder = folder;
        this.temporary = temporary;
    }

    public string Folder { get; }

    /// <summary>Finds what <paramref name="against"/> names: a folder where there is one, else a commit, branch or tag.</summary>
    /// <param name="against">As typed.</param>
    /// <param name="library">The folder of the library as it is now.</param>
    /// <param name="cancellation">Stops git.</param>
    /// <exception cref="RevisionNotFoundException">Neither is there; the message says what to mend.</exception>
    public static async Task<LibraryRevision> OpenAsync(string against, string library, CancellationToken cancellation)
    {
        if (Directory.Exists(against))
        {
            return new(Path.GetFullPath(against), null);
        }

        if (against.StartsWith('-') || !Directory.Exists(library))
        {
            throw new RevisionNotFoundException($"\"{against}\" is neither a folder nor a revision of {library}");
        }

        var commit = await CommitAsync(against, library, cancellation);
        var temporary = Directory.CreateTempSubdirectory("carebot-revision-").FullName;
        try
        {
            // From inside a folder, git archives that folder alone.
            var (exit, errors) = await GitAsync(
                library, ["archive", "--format=tar", commit], output => TarFile.ExtractToDirectoryAsync(output, temporary, true, cancellation), cancellation);
            return exit == 0
                ? new(temporary, temporary)
                : throw new RevisionNotFoundException($"git cannot read {library} at \"{against}\": {errors}");
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        if (temporary is not null)
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static async Task<string> CommitAsync(string against, string library, CancellationToken cancellation)
    {
        var commit = "";
        var (exit, errors) = await GitAsync(
            library,
            ["rev-parse", "--verify", $"{against}^{{commit}}"],
            async output => commit = (await new StreamReader(output).ReadToEndAsync(cancellation)).Trim(),
            cancellation);
        return exit == 0
            ? commit
            : throw new RevisionNotFoundException($"\"{against}\" is neither a folder nor a revision that git knows of {library}: {errors}");
    }

    private static async Task<(int Exit, string Errors)> GitAsync(
        string folder, string[] arguments, Func<Stream, Task> read, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-C", folder, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var git = Started(start);
        var errors = git.StandardError.ReadToEndAsync(cancellation);
        var output = new MemoryStream();
        await git.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
        await git.WaitForExitAsync(cancellation);
        if (git.ExitCode == 0)
        {
            output.Position = 0;
            await read(output);
        }

        return (git.ExitCode, (await errors).ReplaceLineEndings(" ").Trim());
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new RevisionNotFoundException("git did not start");
        }
        catch (Win32Exception missing)
        {
            throw new RevisionNotFoundException($"a revision needs git, and it is not here: {missing.Message}");
        }
    }
}

/// <summary>The library as it was cannot be found. The message is a sentence for people without its full stop.</summary>
internal sealed class RevisionNotFoundException(string message) : Exception(message);
