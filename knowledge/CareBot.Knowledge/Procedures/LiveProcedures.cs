using CareBot.Knowledge.Reading;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures;

/// <summary>Holds the procedures in use and replaces them whole. Published versions are kept, and never change.</summary>
/// <remarks>Any number of threads may read <see cref="Current"/>; refreshes wait for each other.</remarks>
public sealed class LiveProcedures
{
    private readonly string folder;
    private readonly KeptProcedures? kept;
    private readonly Func<DateOnly> today;
    private readonly Lock swapping = new();
    private ProceduresEdition current;

    private LiveProcedures(string folder, string? keptFolder, Func<DateOnly> today)
    {
        this.folder = folder;
        this.today = today;
        kept = keptFolder is null ? null : new(keptFolder);
        current = new(ProcedureLibrary.Empty, ProcedureBook.Empty, []);
    }

    /// <summary>The procedures in use. Take them once for all that belongs together.</summary>
    public ProceduresEdition Current => Volatile.Read(ref current);

    /// <summary>Reads the procedures for the first time.</summary>
    /// <param name="folder">The library's folder.</param>
    /// <param name="keptFolder">Where published versions are kept; null keeps none.</param>
    /// <param name="today">The day in the company's own time zone, whenever it is asked for.</param>
    public static LiveProcedures Open(string folder, string? keptFolder, Func<DateOnly> today)
    {
        var live = new LiveProcedures(folder, keptFolder, today);
        live.Use(live.Read(last: null));
        return live;
    }

    /// <summary>What has been published on a data folder, for who only looks on.</summary>
    public static PublishedVersions PublishedIn(string keptFolder) => Published(new KeptProcedures(keptFolder));

    /// <summary>The procedures as a service on this data folder would use them; nothing is published by it.</summary>
    public static ProceduresEdition Preview(string folder, string keptFolder, DateOnly today)
    {
        var kept = new KeptProcedures(keptFolder);
        var library = ProcedureLibrary.Read(folder, last: null, today, Published(kept));
        return Edition(library, [.. library.Published.Select(each => each.Procedure)], kept, []);
    }

    /// <summary>Reads them again.</summary>
    /// <returns>The problems that were not there before.</returns>
    public IReadOnlyList<Problem> Refresh()
    {
        lock (swapping)
        {
            var before = Current.Library.Problems.ToHashSet();
            Use(Read(Current.Library));
            return [.. Current.Library.Problems.Where(problem => !before.Contains(problem))];
        }
    }

    private ProcedureLibrary Read(ProcedureLibrary? last) => ProcedureLibrary.Read(folder, last, today(), kept is null ? null : Published(kept));

    private static PublishedVersions Published(KeptProcedures kept)
    {
        var hashes = kept.Hashes();
        return new((id, version) => hashes.GetValueOrDefault((id.Value, version)), (id, version) => hashes.TryGetValue((id.Value, version), out var hash) ? kept.Source(id.Value, version, hash) : null);
    }

    private void Use(ProcedureLibrary library)
    {
        var usable = new List<Procedure>();
        var unkept = new List<string>();
        foreach (var (procedure, source) in library.Published)
        {
            try
            {
                kept?.Keep(procedure, source);
                usable.Add(procedure);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // A run must never begin in a version that could be lost under it.
                unkept.Add($"{procedure.Id} {procedure.Version}: {failure.Message}");
            }
        }

        // The same files again: what is in use is what they say.
        if (ReferenceEquals(library, Current.Library) && unkept.SequenceEqual(Current.Unkept))
        {
            return;
        }

        Volatile.Write(ref current, Edition(library, usable, kept, unkept));
    }

    private static ProceduresEdition Edition(ProcedureLibrary library, IReadOnlyList<Procedure> usable, KeptProcedures? kept, IReadOnlyList<string> unkept)
    {
        // A file that was broken before this process started still has the last version that was published of it.
        var earlier = Earlier(library, usable, kept);
        var named = usable.Select(procedure => procedure.Id).ToHashSet();
        var lastGood = earlier
            .Where(procedure => library.IsInUse(procedure.Id) && !named.Contains(procedure.Id))
            .GroupBy(procedure => procedure.Id)
            .Select(versions => versions.MaxBy(each => each.Version)!);
        return new(library, new([.. usable, .. lastGood], earlier, library.Model.Calendar, library.Migrations) { Members = library.Model.Members, Stops = library.Stops }, unkept);
    }

    private static List<Procedure> Earlier(ProcedureLibrary library, IReadOnlyList<Procedure> current, KeptProcedures? kept)
    {
        try
        {
            return [.. (kept?.Sources(except: current) ?? []).Select(library.ReadKept).OfType<Procedure>()];
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
/// <param name="Unkept">The versions that cannot be kept for their runs, so that none begins in them, each with the reason.</param>
public sealed record ProceduresEdition(ProcedureLibrary Library, ProcedureBook Book, IReadOnlyList<string> Unkept);
