using System.Collections.Immutable;
using System.Globalization;
using CareBot.Procedures;

namespace CareBot.Knowledge.Procedures;

/// <summary>Every version of a procedure that was ever published here, as the files it was made of: runs stay in the version they began with.</summary>
/// <remarks>A folder <c>NAME@VERSION-HASH</c> for each. They are no cache: a run whose version is deleted goes to a person.</remarks>
/// <param name="folder">Where they lie; made when there is something to keep.</param>
internal sealed class KeptProcedures(string folder)
{
    /// <summary>The letters of a hash that stand in the name.</summary>
    private const int HashLength = 16;

    /// <summary>The versions that are kept, by name and number, with the first letters of their hash.</summary>
    public IReadOnlyDictionary<(string Name, int Version), string> Hashes() => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Select(Path.GetFileName).Select(Parse).OfType<(string Name, int Version, string Hash)>()
            .DistinctBy(kept => (kept.Name, kept.Version))
            .ToDictionary(kept => (kept.Name, kept.Version), kept => kept.Hash)
        : new Dictionary<(string, int), string>();

    /// <summary>Whether something is what was published under a number.</summary>
    private static bool IsSame(string hash, string kept) => hash.StartsWith(kept, StringComparison.Ordinal);

    /// <summary>The files of every version that is kept and undamaged.</summary>
    /// <param name="except">Versions that are known already.</param>
    public IEnumerable<ProcedureSource> Sources(IReadOnlyList<Procedure> except)
    {
        foreach (var ((name, version), hash) in Hashes().Where(kept => !except.Any(known => known.Id.Value == kept.Key.Name && known.Version == kept.Key.Version)))
        {
            if (Source(name, version, hash) is { } source)
            {
                yield return source;
            }
        }
    }

    /// <summary>The files of a version that is kept; null where they are damaged.</summary>
    /// <param name="name">Of which procedure.</param>
    /// <param name="version">Which.</param>
    /// <param name="hash">As <see cref="Hashes"/> tells it.</param>
    public ProcedureSource? Source(string name, int version, string hash)
    {
        var from = Path.Combine(folder, NameOf(name, version, hash));
        var source = new ProcedureSource(
            name,
            Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).ToImmutableSortedDictionary(
                path => Path.GetRelativePath(from, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal));
        return IsSame(source.Hash, hash) && source.Files.ContainsKey(source.Path) ? source : null;
    }

    /// <summary>Keeps a version that is published for the first time.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Keep(Procedure procedure, ProcedureSource source)
    {
        var place = Path.Combine(folder, NameOf(source.Name, procedure.Version, source.Hash[..HashLength]));
        if (Directory.Exists(place))
        {
            return;
        }

        // Whole or not at all: it is written beside its place and moved there.
        var unfinished = Path.Combine(folder, $"unfinished-{Path.GetRandomFileName()}");
        foreach (var (path, bytes) in source.Files.Where(file => !source.ScenarioPaths.Contains(file.Key)))
        {
            var file = Path.Combine(unfinished, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        Directory.Move(unfinished, place);
    }

    private static string NameOf(string name, int version, string hash) => $"{name}@{version.ToString(CultureInfo.InvariantCulture)}-{hash}";

    private static (string Name, int Version, string Hash)? Parse(string? folder) =>
        folder?.Split('@') is [var name, var rest] && rest.Split('-') is [var number, { Length: HashLength } hash]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (name, version, hash)
            : null;
}
