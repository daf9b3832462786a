using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures;

/// <summary>Holds the procedures in use and replaces them whole. Published versions are kept, and never change.</summary>
/// <remarks>Any number of threads may read <see cref="Current"/>; refreshes wait for each other.</remarks>
public sealed class LiveProcedures
{
    private readonly string folder;
    private readonly KeptProcedures? kept;
    private readonly Lock swapping = new();
    private ProceduresEdition current;

    private LiveProcedures(string folder, string? keptFolder)
    {
        this.folder = folder;
        kept = keptFolder is null ? null : new(keptFolder);
        current = new(ProcedureLibrary.Empty, ProcedureBook.Empty, []);
    }

    /// <summary>The procedures in use. Take them once for all that belongs together.</summary>
    public ProceduresEdition Current => Volatile.Read(ref current);

    /// <summary>Reads the procedures for the first time.</summary>
    /// <param name="folder">The library's folder.</param>
    /// <param name="keptFolder">Where published versions are kept; null keeps none.</param>
    public static LiveProcedures Open(string folder, string? keptFolder)
    {
        var live = new LiveProcedures(folder, keptFolder);
        live.Use(ProcedureLibrary.Read(folder, last: null));
        return live;
    }

    /// <summary>Reads them again.</summary>
    /// <returns>The problems that were not there before.</returns>
    public IReadOnlyList<Problem> Refresh()
    {
        lock (swapping)
        {
            var before = Current.Problems.ToHashSet();
            Use(ProcedureLibrary.Read(folder, Current.Library));
            return [.. Current.Problems.Where(problem => !before.Contains(problem))];
        }
    }

    private void Use(ProcedureLibrary library)
    {
        var problems = new List<Problem>(library.Problems);
        var usable = new List<Procedure>();
        var published = kept?.Hashes() ?? new Dictionary<(string, int), string>();
        foreach (var (procedure, source) in library.Published)
        {
            if (published.TryGetValue((source.Name, procedure.Version), out var hash) && !KeptProcedures.IsSame(procedure.Hash, hash))
            {
                problems.Add(Problems.PublishedOtherwise(new($"{ProcedureLibrary.FolderName}/{source.Path}", 1, 1), source.Name, procedure.Version));
                continue;
            }

            try
            {
                kept?.Keep(procedure, source);
                usable.Add(procedure);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // A run must never begin in a version that could be lost under it.
                problems.Add(Problems.NotKept(new($"{ProcedureLibrary.FolderName}/{source.Path}", 1, 1), failure.Message));
            }
        }

        var earlier = Earlier();
        var blocked = library.Published.Select(each => each.Procedure.Id).Except(usable.Select(procedure => procedure.Id)).ToHashSet();
        var lastGood = earlier.Where(procedure => blocked.Contains(procedure.Id)).GroupBy(procedure => procedure.Id).Select(versions => versions.MaxBy(each => each.Version)!);
        Volatile.Write(ref current, new(library, new([.. usable, .. lastGood], earlier, library.Model.Calendar), problems));
    }

    private List<Procedure> Earlier()
    {
        try
        {
            return [.. (kept?.Sources() ?? []).Select(ProcedureLibrary.Read).OfType<Procedure>()];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

/// <summary>The procedures in use.</summary>
/// <param name="Library">As they were read.</param>
/// <param name="Book">Those that may begin, and every version that a run may be in.</param>
/// <param name="Problems">What is wrong with them, by path and line.</param>
public sealed record ProceduresEdition(ProcedureLibrary Library, ProcedureBook Book, IReadOnlyList<Problem> Problems);
