using System.Security.Cryptography;
using System.Text;

namespace CareBot.Knowledge.Procedures;

/// <summary>Remembers the procedures that were found in order last: the same files on the same day need no second check.</summary>
/// <remarks>A service looks at its files every few seconds, and the checks go over every way through every procedure.</remarks>
internal static class SoundProcedures
{
    private static readonly string[] Beside = [CareModel.FileName, Connectors.FileName, Reading.LawRules.FileName];

    private static Remembered? last;

    /// <summary>The procedures of these very files; null where others were read since, or none.</summary>
    /// <param name="fingerprint">As <see cref="Fingerprint"/> tells it.</param>
    public static ProcedureLibrary? Find(string fingerprint) =>
        Volatile.Read(ref last) is { } known && known.Fingerprint == fingerprint ? known.Library : null;

    /// <summary>Remembers what is in order.</summary>
    public static void Remember(string fingerprint, ProcedureLibrary library) => Volatile.Write(ref last, new(fingerprint, library));

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
