using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareBot.Knowledge.Reading;

namespace CareBot.Knowledge.Linting;

/// <summary>Keeps what <see cref="Reachable"/> has found out about a library, which takes longer than everything else together.
/// What lies in the folder is a cache: it may be deleted at any time.</summary>
internal static class KeptProof
{
    private const string Pattern = "reachable-*.json";

    /// <summary>The letters of a name: enough to tell any two proofs apart that ever meet.</summary>
    private const int NameLength = 16;

    /// <summary>The proof for a library on a day: the one that is kept, or a new one, which is kept in the place of older ones.</summary>
    /// <param name="library">Any change to it asks for a new proof, as any article may come in the way of any other.</param>
    /// <param name="today">Which articles customers may see depends on it.</param>
    /// <param name="folder">Where to keep it; null keeps none.</param>
    /// <param name="prove">Makes it.</param>
    public static IReadOnlyList<Problem> Of(Library library, DateOnly today, string? folder, Func<IReadOnlyList<Problem>> prove)
    {
        if (folder is null)
        {
            return prove();
        }

        var path = Path.Combine(folder, Pattern.Replace("*", Name(library, today), StringComparison.Ordinal));
        if (Kept(path) is { } kept)
        {
            return kept;
        }

        var proof = prove();
        Keep(folder, path, proof);
        return proof;
    }

    // Another build of the program may rank otherwise.
    private static string Name(Library library, DateOnly today)
    {
        var of = $"{library.Fingerprint} {today:O} {typeof(KeptProof).Module.ModuleVersionId}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..NameLength];
    }

    private static IReadOnlyList<Problem>? Kept(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ProofJson.Default.IReadOnlyListProblem) : null;
        }
        catch (Exception damage) when (damage is JsonException or IOException or UnauthorizedAccessException)
        {
            // Damaged or locked: the answer is to prove anew.
            return null;
        }
    }

    // Written beside its place and moved there whole, so that nobody ever meets half a proof.
    private static void Keep(string folder, string path, IReadOnlyList<Problem> proof)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var draft = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(proof, ProofJson.Default.IReadOnlyListProblem));
            File.Move(draft, path, overwrite: true);
            foreach (var older in Directory.GetFiles(folder, Pattern).Where(file => file != path))
            {
                File.Delete(older);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written costs the next check its time and nothing else.
        }
    }
}

[JsonSerializable(typeof(IReadOnlyList<Problem>))]
internal sealed partial class ProofJson : JsonSerializerContext;
