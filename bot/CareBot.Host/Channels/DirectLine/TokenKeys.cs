using System.Globalization;
using System.Security.Cryptography;
using CareBot.Host.Storage;
using Microsoft.IdentityModel.Tokens;

namespace CareBot.Host.Channels.DirectLine;

/// <summary>The keys that tokens are signed with, kept in the data folder so that tokens outlive a restart.</summary>
/// <remarks>The newest signs and all are accepted. A key is the file <c>directline-(time made).key</c>; removing it revokes what it signed.</remarks>
internal sealed class TokenKeys
{
    private const int KeyBytes = 32;

    /// <summary>The age at which a start makes a new key.</summary>
    private static readonly TimeSpan AgeMax = TimeSpan.FromDays(90);

    private const string Prefix = "directline-";
    private const string TimeFormat = "yyyyMMddHHmmss";

    public TokenKeys(DataFolder folder, TimeProvider clock)
    {
        Directory.CreateDirectory(folder.Keys);
        var now = clock.GetUtcNow();
        var ids = Ids(folder.Keys);
        if (ids is [] || MadeAt(ids[^1]) < now - AgeMax)
        {
            Make(folder.Keys, now);
            ids = Ids(folder.Keys);
        }

        All = [.. ids.Select(id => Read(folder.Keys, id))];
    }

    /// <summary>Oldest first; never empty.</summary>
    public IReadOnlyList<SecurityKey> All { get; }

    public SecurityKey Signing => All[^1];

    private static List<string> Ids(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, $"{Prefix}*.key")
            .Select(file => Path.GetFileNameWithoutExtension(file)[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    private static DateTimeOffset MadeAt(string id) =>
        DateTimeOffset.ParseExact(id, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static void Make(string folder, DateTimeOffset now)
    {
        var id = now.ToString(TimeFormat, CultureInfo.InvariantCulture);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Moved into place when it is whole: a crash in between leaves no half key.
        var part = Path.Combine(folder, $"{id}.{RandomNumberGenerator.GetHexString(8)}.part");
        using (var file = new StreamWriter(part, options))
        {
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }

        File.Move(part, PathOf(folder, id));
    }

    private static SymmetricSecurityKey Read(string folder, string id)
    {
        var bytes = Convert.FromBase64String(File.ReadAllText(PathOf(folder, id)).Trim());
        return bytes.Length >= KeyBytes
            ? new SymmetricSecurityKey(bytes) { KeyId = id }
            : throw new InvalidDataException($"{PathOf(folder, id)} is shorter than {KeyBytes} bytes.");
    }

    private static string PathOf(string folder, string id) => Path.Combine(folder, $"{Prefix}{id}.key");
}
