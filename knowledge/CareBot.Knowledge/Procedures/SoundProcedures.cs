using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CareBot.Knowledge.Procedures;

/// <summary>Remembers procedures that were found in order: the same files on the same day need no second check.</summary>
/// <remarks>A service looks at its files every few seconds, and the checks go over every way through every procedure.</remarks>
internal static class SoundProcedures
{
    private static readonly string[] Beside = [CareModel.FileName, Connectors.FileName, Reading.LawRules.FileName];

    /// <summary>The libraries that are remembered: one serves, and some are looked at beside it.</summary>
    private const int RememberedMax = 8;

    /// <summary>The one of the latest use last.</summary>
    private static ImmutableList<Remembered> known = [];

    /// <summary>The procedures of these very files; null where none are remembered.</summary>
    /// <param name="fingerprint">As <see cref="Fingerprint"/> tells it.</param>
    public static ProcedureLibrary? Find(string fingerprint)
    {
        var found = Volatile.Read(ref known).Find(each => each.Fingerprint == fingerprint);
        if (found is not null)
        {
            Remember(found);
        }

        return found?.Library;
    }

    /// <summary>Remembers what is in order.</summary>
    public static void Remember(string fingerprint, ProcedureLibrary library) => Remember(new(fingerprint, library));

    private static void Remember(Remembered latest) => ImmutableInterlocked.Update(
        ref known, all => all is [.., var last] && last == latest ? all : [.. all.Where(each => each.Fingerprint != latest.Fingerprint).TakeLast(RememberedMax - 1), latest]);

    /// <summary>A hash over all that procedures are made of and checked by.</summary>
    /// <returns>Null where a file cannot be read just now.</returns>
    public static string? Fingerprint(string folder, DateOnly today)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes($"{today:yyyy-MM-dd}\n"));
            foreach (var path in Files(folder))
            {
                var bytes = File.ReadAllBytes(path);
                hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(folder, path)}\0{bytes.Length}\n"));
                hash.AppendData(bytes);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Files(string folder)
    {
        var procedures = Path.Combine(folder, ProcedureLibrary.FolderName);
        return Beside.Select(name => Path.Combine(folder, name)).Where(File.Exists)
            .Concat(Directory.Exists(procedures) ? Directory.EnumerateFiles(procedures, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : []);
    }

    private sealed record Remembered(string Fingerprint, ProcedureLibrary Library);
}
